import type { Entry } from "../model.ts";

/**
 * The plain text that stands for an entry where its whole text does not: its summary, else its
 * title, else its address; no format likes an entry that says nothing.
 */
export function standIn({ summary, title, url }: Entry): string {
  return summary ?? title ?? url;
}
