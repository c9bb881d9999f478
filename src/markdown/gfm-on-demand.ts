import type { Root, RootContent } from "mdast";
import { type Extension, fromMarkdown } from "mdast-util-from-markdown";
import type { Processor } from "unified";
import { syntaxOf } from "./grammar.ts";

/**
 * A plugin that stands right behind `remark-parse` and `remark-gfm`: each text is parsed with as much
 * of GFM as could be in it. Plugins that extend the parser may follow.
 */
export function gfmOnDemand(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  const gfm = micromarkExtensions.at(-1);
  fromMarkdownExtensions.push([fromMarkdownExtensions.pop() ?? []].flat().map(withoutSearch));
  this.parser = (text) =>
    fromMarkdown(text, {
      ...this.data("settings"),
      extensions: micromarkExtensions.flatMap((one) => (one === gfm ? syntaxOf(text) : [one])),
      mdastExtensions: fromMarkdownExtensions,
    });
}

// The search for bare addresses in a finished tree finds those that are written with references or
// escapes too.
function withoutSearch(extension: Extension): Extension {
  const transforms = extension.transforms?.map((transform): typeof transform => {
    return (tree) => (mayHaveAddress(tree) ? transform(tree) : undefined);
  });
  return { ...extension, ...(transforms && { transforms }) };
}

/** Whether there is text outside links that has what every address has. */
function mayHaveAddress(node: Root | RootContent): boolean {
  if (node.type === "text") return /@|www\.|https?:\/\//i.test(node.value);
  if (node.type === "link" || node.type === "linkReference") return false;
  return "children" in node && node.children.some(mayHaveAddress);
}
