import { VFile } from "vfile";
import { location } from "vfile-location";
import { addMessage, quote } from "../../message.ts";
import type { Context } from "../context.ts";

/** Says once for each name in an article that a piece of template syntax was left out. */
export function warnOfTemplate(
  text: string,
  { name, offset }: { readonly name: string; readonly offset: number },
  { article, warnedOf }: Context,
): void {
  if (warnedOf.has(name)) return;
  warnedOf.add(name);
  addMessage(article.file, {
    severity: "warning",
    rule: "template",
    reason: `Expected Markdown, not the template syntax ${quote(name)}; it is left out`,
    hint: `Say what stands for it: \`markdown: { shortcodes: { ${JSON.stringify(name)}: "…" } }\``,
    point: location(new VFile(text)).toPoint(offset),
  });
}
