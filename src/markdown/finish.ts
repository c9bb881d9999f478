import type { Root as HastRoot, Nodes } from "hast";
import { raw } from "hast-util-raw";
import { sanitize } from "hast-util-sanitize";
import type { Root } from "mdast";
import { type Handler, toHast } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import { absoluteAddresses } from "./absolute-addresses.ts";
import { type Context, contextOf } from "./context.ts";
import { findTitle } from "./find-title.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";
import { summarize } from "./summarize.ts";

/** One finishing step: changes the tree in place. */
export type FinishingStep = (tree: HastRoot, context: Context) => void;

/** The finishing steps, in their order. Sanitising follows. */
const steps: readonly FinishingStep[] = [absoluteAddresses, findTitle, summarize];

/**
 * The handler of the root: mdast → hast, raw HTML parsed, finishing steps done. It converts the
 * tree by itself, because `mdast-util-to-hast` adds the footnotes only after the root's handler.
 */
export const finish: Handler = (_state, root: Root) => {
  // The ids must be those that the links name: the default prefix is put on again by sanitising.
  const hast = toHast(root, { allowDangerousHtml: true, clobberPrefix: "" });
  const context = contextOf(root);
  const isRaw = hasRawHtml(root);
  const tree = toRoot(isRaw ? raw(hast, { file: context.article.file }) : hast);
  for (const step of steps) step(tree, context);
  return (isRaw ? renest(tree) : tree).children.filter((child) => child.type !== "doctype");
};

// Where sanitising takes an element away around others, those may stand as no HTML has them: a
// paragraph in a paragraph, a link in a link. Parsing puts them right.
function renest(tree: HastRoot): HastRoot {
  return toRoot(raw(toRoot(sanitize(tree, sanitizeSchema))));
}

function hasRawHtml(root: Root): boolean {
  let found = false;
  visit(root, "html", () => {
    found = true;
  });
  return found;
}

function toRoot(tree: Nodes): HastRoot {
  if (tree.type === "root") return tree;
  return { type: "root", children: tree.type === "doctype" ? [] : [tree] };
}
