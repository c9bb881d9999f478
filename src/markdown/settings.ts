import type { Schema } from "hast-util-sanitize";
import type { Plugin } from "./plugins.ts";

/** How articles are rendered, settled from the options under `markdown` and `feed.markdown`. */
export interface MarkdownSettings {
  /** What makes a tree of Markdown. */
  readonly parser: "remark" | "satteri";
  /** Whether `$…$` is math. */
  readonly math: boolean;
  /** What stands for a shortcode, by its name. */
  readonly shortcodes: Readonly<Record<string, string>>;
  /** What sanitising lets through beyond our own schema; attributes have their names in HTML. */
  readonly sanitize: Pick<Schema, "tagNames" | "attributes" | "protocols">;
  readonly remarkPlugins: readonly Plugin[];
  readonly rehypePlugins: readonly Plugin[];
  /** Texts that end an excerpt, beside `<!-- more -->` and `<!-- truncate -->`. */
  readonly excerptMarkers: readonly string[];
  /** Whether entries carry their Markdown too. */
  readonly source: boolean;
}
