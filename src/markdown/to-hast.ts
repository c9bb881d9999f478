import type { Nodes as HastNodes } from "hast";
import type { DefinitionContent, Root, RootContent } from "mdast";
import { type Options, toHast } from "mdast-util-to-hast";

/**
 * mdast, as a parser makes it, → hast: what `toHast` gives. That looks for definitions with
 * `unist-util-visit`, which takes as long as all the rest (`eachElement` says why), so that it is
 * given nothing but definitions to look at.
 */
export function toHastTree(root: Root, options: Options): HastNodes {
  const definitions: Root = { type: "root", children: definitionsIn(root) };
  const hast = toHast(definitions, {
    ...options,
    handlers: { ...options.handlers, root: (state) => state.wrap(state.all(root)) },
  });
  return root.position ? { ...hast, position: root.position } : hast;
}

// Those in a footnote `toHast` finds by itself.
function definitionsIn(node: Root | RootContent): DefinitionContent[] {
  if (node.type === "definition" || node.type === "footnoteDefinition") return [node];
  return "children" in node ? node.children.flatMap(definitionsIn) : [];
}
