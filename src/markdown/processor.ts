import remarkGfm from "remark-gfm";
import remarkHtml from "remark-html";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { finish } from "./finish.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";

/**
 * Markdown (CommonMark and GFM) → sanitised HTML, built once. The handler of the root returns the
 * finished hast tree, so that sanitising, which `remark-html` does next, comes last.
 */
export const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkHtml, { handlers: { root: finish }, sanitize: sanitizeSchema })
  .freeze();
