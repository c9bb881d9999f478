import type { Root as HastRoot } from "hast";
import { raw } from "hast-util-raw";
import type { Root } from "mdast";
import { type Handler, toHast } from "mdast-util-to-hast";
import { visit } from "unist-util-visit";
import { absoluteAddresses } from "./absolute-addresses.ts";
import { type Context, contextOf } from "./context.ts";
import { summarize } from "./summarize.ts";

/** One finishing step: changes the tree in place. */
export type FinishingStep = (tree: HastRoot, context: Context) => void;

/** The finishing steps, in their order. Sanitising follows. */
const steps: readonly FinishingStep[] = [absoluteAddresses, summarize];

/**
 * The handler of the root: mdast → hast, raw HTML parsed, finishing steps done. It converts the
 * tree by itself, because `mdast-util-to-hast` adds the footnotes only after the root's handler.
 */
export const finish: Handler = (_state, root: Root) => {
  // The ids must be those that the links name: the default prefix is put on again by sanitising.
  const hast = toHast(root, { allowDangerousHtml: true, clobberPrefix: "" });
  const tree = toRoot(hasRawHtml(root) ? raw(hast) : hast);
  for (const step of steps) step(tree, contextOf(root));
  return tree.children.filter((child) => child.type !== "doctype");
};

function hasRawHtml(root: Root): boolean {
  let found = false;
  visit(root, "html", () => {
    found = true;
  });
  return found;
}

function toRoot(tree: ReturnType<typeof toHast>): HastRoot {
  if (tree.type === "root") return tree;
  return { type: "root", children: tree.type === "doctype" ? [] : [tree] };
}
