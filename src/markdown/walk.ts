import type { Element, Nodes, Parents } from "hast";

/**
 * What a visitor says of an element: nothing, to go on; `skip`, not to look into it; `end`, to look
 * at nothing more.
 */
type Outcome = "skip" | "end" | undefined;

/** Sees an element. It may change what is in it, not what is beside it. */
type Visit = (element: Element, parent: Parents | undefined) => Outcome;

/**
 * Visits the elements of a tree in the order of the document, its root too. `unist-util-visit` names
 * a function after every node, for stack traces, which takes longer than what we do with the nodes.
 *
 * @returns whether it came to the end.
 */
export function eachElement(node: Nodes, visit: Visit, parent?: Parents): boolean {
  if (node.type !== "element" && node.type !== "root") return true;
  const outcome = node.type === "element" ? visit(node, parent) : undefined;
  if (outcome === "end") return false;
  if (outcome === "skip") return true;
  for (const child of node.children) {
    if (child.type === "element" && !eachElement(child, visit, node)) return false;
  }
  return true;
}

/** Whether an element is in a tree, or is its root. */
export function hasElement(node: Nodes, tagName: string): boolean {
  return !eachElement(node, (element) => (element.tagName === tagName ? "end" : undefined));
}
