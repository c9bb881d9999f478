import { createHash } from "node:crypto";
import type { FormatName, OutputFile } from "../../model.ts";
import { addressOf } from "../file-address.ts";
import { fileOfBytes } from "../file-of-bytes.ts";

/** A file that stands beside the feeds: a page, a style sheet, a list. */
export interface CompanionFile
  extends Pick<OutputFile, "path" | "url" | "group" | "digest" | "bytes" | "read"> {
  /** Stands in whatever feedwright wrote; a file without it may be somebody's own, and stays. */
  readonly mark: string;
}

/** A feed as people and programs are told of it, in one of its formats. */
export interface OfferedFeed {
  /** The same for every format of a feed. */
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  readonly format: FormatName;
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** A canonical BCP 47 tag. */
  readonly language?: string | undefined;
  /** What the articles of the feed have in common, as in `tag`; null for the main feed. */
  readonly group: string | null;
}

/** An article as the page shows it. Plain text. */
export interface LatestArticle {
  readonly title: string;
  readonly url: string;
  /** Its day, as in `2024-07-31`. */
  readonly date: string;
  readonly summary?: string | undefined;
  /** A canonical BCP 47 tag, where it is another than the site's. */
  readonly language?: string | undefined;
}

/**
 * By what feedwright knows a file for its own: its sites are told apart by their first feed, since
 * several may write into one folder. It can stand in a comment of any language.
 */
export function markOf([first]: readonly Pick<OfferedFeed, "path">[]): string {
  const site = createHash("sha256")
    .update(first?.path ?? "")
    .digest("hex")
    .slice(0, 8);
  return `Written by feedwright (${site}); what is changed here is lost.`;
}

/** A text that is to be written. */
interface Text {
  readonly path: string;
  readonly text: string;
  readonly mark: string;
}

/** A file of a text, to be written at a path. */
export function toCompanion({ path, text, mark }: Text, siteUrl: string): CompanionFile {
  return { ...fileOfBytes(path, text), url: addressOf(path, siteUrl), mark };
}
