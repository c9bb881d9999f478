import type { Element, ElementContent, Parents, Root } from "hast";
import type { Context } from "../context.ts";

/** One finishing step: changes the tree in place. */
export type FinishingStep = (tree: Root, context: Context) => void;

/** What stands in the place of an element; undefined to keep it and look inside. */
export type Replace = (element: Element, parent: Parents) => readonly ElementContent[] | undefined;

/** Replaces elements by others. What takes an element's place is not looked into. */
export function replaceElements(parent: Parents, replace: Replace): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type !== "element") continue;
    const replacement = replace(child, parent);
    if (replacement) {
      parent.children.splice(index, 1, ...replacement);
      index += replacement.length - 1;
    } else replaceElements(child, replace);
  }
}

/** A property as text; undefined where it is not given or empty. */
export function textProperty({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  const text = Array.isArray(value) ? value.join(" ") : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

/** The classes of an element. */
export function classesOf({ properties }: Element): readonly string[] {
  const value = properties["className"];
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a node is white space between others. */
export function isBlank(node: { readonly type: string; readonly value?: string }): boolean {
  return node.type === "comment" || (node.type === "text" && (node.value ?? "").trim() === "");
}
