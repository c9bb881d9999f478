import { hash } from "node:crypto";
import type { Enclosure } from "./model.ts";
import { toOwnText } from "./own-text.ts";

/** What readers notice of an article. */
export interface Noticed {
  /** As front matter states it; a heading that gives the title is part of the body. */
  readonly title?: string | undefined;
  /** Markdown. */
  readonly body: string;
  readonly enclosures: readonly Enclosure[];
}

/**
 * A digest of what readers notice of an article: 16 characters of base64url (RFC 4648 §5), 96 bits
 * of SHA-256. Ends of lines, the space before them and empty lines around the text do not count, nor
 * does anything else of front matter. Of an enclosure its file's name counts: its folder moves with
 * the site, and its length is not known on every machine.
 */
export function digestOf({ title = "", body, enclosures }: Noticed): string {
  const bare = endsLineInSpace(body) ? body.replace(/[^\S\n]+$/gm, "") : body;
  const text = bare.trimEnd().replace(/^\n+/, "");
  const parts = [title.trim(), ...namesOf({ enclosures }), text];
  return toOwnText(hash("sha256", parts.join("\0"), "base64url").slice(0, 16));
}

// Looking for it first is many times as fast, and most texts have none. From space to no-break space
// nothing is white.
function endsLineInSpace(text: string): boolean {
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    const code = text.charCodeAt(at - 1);
    const mayBeSpace = code !== lineFeed && (code <= 0x20 || code >= 0xa0);
    if (mayBeSpace && /\s/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

const lineFeed = 0x0a;

/** The files' names of an article's enclosures, with their queries. */
export function namesOf({ enclosures }: Pick<Noticed, "enclosures">): readonly string[] {
  return enclosures.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
}
