import type { Element, ElementContent, Parents } from "hast";
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
export function removeEmptyElements(parent: Parents): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    // Formulas, and what the user's schema lets through: nobody else knows what they show.
    if (child?.type !== "element" || !ownNames.has(child.tagName)) continue;
    removeEmptyElements(child);
    const left = whatIsLeft(child);
    if (left === undefined) continue;
    parent.children.splice(index, 1, ...left);
    index += left.length - 1;
  }
}

// Undefined where the element stays.
function whatIsLeft(element: Element): readonly ElementContent[] | undefined {
  if (showing.has(element.tagName) || textProperty(element, "id") !== undefined) return undefined;
  if (element.children.every((child) => isBlank(child))) return keepSpace(element);
  const isDead = element.tagName === "a" && textProperty(element, "href") === undefined;
  return isDead ? element.children : undefined;
}

// Words on both sides of an empty element must not grow together.
function keepSpace({ children }: Element): readonly ElementContent[] {
  return children.filter((child) => child.type === "text");
}
