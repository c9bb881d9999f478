import { createHash } from "node:crypto";
import type { Enclosure } from "../model.ts";

/** What readers notice of an article. */
export interface Noticed {
  /** As front matter states it; a heading that gives the title is part of the body. */
  readonly title?: string | undefined;
  /** Of the Markdown, by `digestOfBody`. */
  readonly bodyDigest: string;
  readonly enclosures: readonly Enclosure[];
}

/**
 * A digest of what readers notice of an article: 16 characters of base64url (RFC 4648 §5), 96 bits
 * of SHA-256. Nothing else of front matter counts. Of an enclosure its file's name counts: its folder
 * moves with the site, and its length is not known on every machine.
 */
export function digestOf({ title = "", bodyDigest, enclosures }: Noticed): string {
  const parts = [title.trim(), ...namesOf({ enclosures }), bodyDigest];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 16);
}

/** The files' names of an article's enclosures, with their queries. */
export function namesOf({ enclosures }: Pick<Noticed, "enclosures">): readonly string[] {
  return enclosures.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
}
