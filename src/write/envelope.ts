import type { Comment } from "xast";

/** Marks in a feed without entries where they go: no text can hold it, its `<` would be escaped. */
export const entryMarker: Comment = { type: "comment", value: "entries" };

/** Puts entries, each already written, into the document around them. */
export function joinEntries(document: string, entries: readonly string[]): string {
  const [head = "", tail = ""] = document.split("<!--entries-->");
  // The marker's own line goes with it.
  return [head.replace(/ +$/, ""), ...entries, tail.replace(/^\n/, "")].join("");
}
