/**
 * The same text in memory of its own. What is cut out of a text, or put together of some, holds on
 * to them, however long they are.
 */
export function toOwnText(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join("");
}
