import type { Comment } from "xast";

/** What stands before the entries of a document, and after them. */
export interface Frame {
  readonly head: string;
  readonly tail: string;
}

/** Marks in a feed without entries where they go: no text can hold it, its `<` would be escaped. */
export const entryMarker: Comment = { type: "comment", value: "entries" };

/** Parts a document where its entries go. */
export function splitAtEntries(document: string): Frame {
  const [head = "", tail = ""] = document.split("<!--entries-->");
  // The marker's own line goes with it.
  return { head: head.replace(/ +$/, ""), tail: tail.replace(/^\n/, "") };
}
