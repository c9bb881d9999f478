import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { gfmOnDemand } from "./gfm-on-demand.ts";
import { satteri } from "./satteri.ts";
import type { MarkdownSettings } from "./settings.ts";

/** How Markdown becomes a tree. */
export type ParserSettings = Pick<MarkdownSettings, "parser" | "math">;

/**
 * Makes a processor that parses CommonMark and GFM, and math if the settings say so.
 *
 * @throws UsageError where the parser is not installed.
 */
export function createParser({ parser, math }: ParserSettings): Processor<Root> {
  if (parser === "satteri") return unified().use(satteri, { math });
  const processor = unified().use(remarkParse).use(remarkGfm).use(gfmOnDemand);
  if (math) processor.use(remarkMath);
  return processor;
}
