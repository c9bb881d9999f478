import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { isWeb } from "../../address.ts";
import { eachElement, hasElement } from "../walk.ts";
import { type FinishingStep, replaceElements, textProperty } from "./step.ts";

/**
 * Films and sounds keep their controls, and get a link for readers that cannot play them; without an
 * address they would be empty boxes, and leave only what stands in them.
 */
export const media: FinishingStep = (tree) => {
  eachElement(tree, (element) => {
    const address = isMedia(element) ? addressOf(element) : undefined;
    if (address === undefined) return;
    element.properties["controls"] = true;
    if (hasLink(element)) return;
    const label = element.tagName === "video" ? "Watch the video" : "Listen to the recording";
    element.children.push(h("a", { href: address }, textProperty(element, "title") ?? label));
  });
  replaceElements(tree, (element) => (isEmptyBox(element) ? unwrap(element) : undefined));
};

function isEmptyBox(element: Element): boolean {
  return isMedia(element) && addressOf(element) === undefined;
}

// Raw HTML may put one into another.
function unwrap({ children }: Element): readonly ElementContent[] {
  return children
    .filter((child) => !isPart(child))
    .flatMap((child) => (child.type === "element" && isEmptyBox(child) ? unwrap(child) : [child]));
}

function isMedia({ tagName }: Element): boolean {
  return tagName === "video" || tagName === "audio";
}

function addressOf(element: Element): string | undefined {
  const sources = element.children.filter((child): child is Element => isPart(child));
  return [element, ...sources]
    .map((one) => textProperty(one, "src"))
    .find((address) => address !== undefined && isWeb(address));
}

function isPart(node: ElementContent): boolean {
  return node.type === "element" && ["source", "track"].includes(node.tagName);
}

function hasLink(element: Element): boolean {
  return hasElement(element, "a");
}
