import type { Element, ElementContent, Root, RootContent } from "hast";
import { sanitizeSchema } from "../sanitize-schema.ts";
import { isBlank, textProperty } from "./step.ts";

// What shows something by itself, or keeps the place of something in a table or a line.
const showing = new Set(
  "audio br col colgroup hr img picture source td th track video wbr".split(" "),
);

const ownNames = new Set(sanitizeSchema.tagNames);

/**
 * Takes out elements in which nothing is left to see once sanitising is done, and links that lead
 * nowhere; an element that something may link to stays.
 */
export function removeEmptyElements(tree: Root): void {
  tree.children = tree.children.flatMap((child): readonly RootContent[] => {
    return child.type === "element" ? tidy(child) : [child];
  });
}

function tidy(element: Element): readonly ElementContent[] {
  // Formulas, and what the user's schema lets through: nobody else knows what they show.
  if (!ownNames.has(element.tagName)) return [element];
  element.children = element.children.flatMap((child) => {
    return child.type === "element" ? tidy(child) : [child];
  });
  if (showing.has(element.tagName) || textProperty(element, "id") !== undefined) return [element];
  if (element.children.every((child) => isBlank(child))) return keepSpace(element);
  const isDead = element.tagName === "a" && textProperty(element, "href") === undefined;
  return isDead ? element.children : [element];
}

// Words on both sides of an empty element must not grow together.
function keepSpace({ children }: Element): readonly ElementContent[] {
  return children.filter((child) => child.type === "text");
}
