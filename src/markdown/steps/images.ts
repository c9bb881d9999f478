import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { parseSrcset } from "srcset";
import { isWeb } from "../../address.ts";
import { addMessage } from "../../message.ts";
import type { Context } from "../context.ts";
import { eachElement } from "../walk.ts";
import { type FinishingStep, isBlank, replaceElements, textProperty } from "./step.ts";

/** Undoes what scripts would undo in a page: the real addresses of lazy images stand in `data-src`. */
export const lazyImages: FinishingStep = (tree) => {
  eachElement(tree, (element) => {
    if (!["img", "source", "video", "audio"].includes(element.tagName)) return;
    take(element, "src", ["dataSrc", "dataOriginal", "dataLazySrc", "dataLazy"]);
    take(element, "srcSet", ["dataSrcset", "dataSrcSet", "dataLazySrcset"]);
  });
};

function take(element: Element, name: string, sources: readonly string[]): void {
  const real = sources.map((source) => textProperty(element, source)).find(Boolean);
  if (real !== undefined) element.properties[name] = real;
}

/**
 * Gives every image an address that any reader knows: a `<picture>` keeps an `<img>`, and what has
 * nothing but `srcset` takes it from there. Leaves out images that are data, which feeds carry again
 * and again, and those without an address; their alternative text stays.
 */
export const images: FinishingStep = (tree, context) => {
  replaceElements(tree, (element) => {
    if (element.tagName === "noscript") return [];
    if (element.tagName === "picture") ensureImage(element);
    if (element.tagName !== "img") return undefined;
    ensureAddress(element);
    const address = textProperty(element, "src");
    if (address !== undefined && isWeb(address)) return undefined;
    if (address !== undefined && /^data:/i.test(address)) warnOfData(element, address, context);
    const alt = textProperty(element, "alt");
    return alt === undefined ? [] : [{ type: "text", value: alt }];
  });
};

function ensureAddress(element: Element): void {
  if (isWeb(textProperty(element, "src") ?? "")) return;
  const src = firstCandidate(element);
  if (src !== undefined) element.properties["src"] = src;
}

function ensureImage(picture: Element): void {
  const elements = picture.children.filter((child): child is Element => child.type === "element");
  if (elements.some(({ tagName }) => tagName === "img")) return;
  const src = elements.map(firstCandidate).find(Boolean);
  if (src !== undefined) picture.children.push(h("img", { src, alt: "" }));
}

function firstCandidate(element: Element): string | undefined {
  const srcset = textProperty(element, "srcSet");
  return srcset === undefined ? undefined : parseSrcset(srcset)[0]?.url;
}

/** The title of an image that stands alone becomes its caption. */
export const captions: FinishingStep = (tree) => {
  replaceElements(tree, (element) => (element.tagName === "p" ? toFigure(element) : undefined));
};

function toFigure(paragraph: Element): readonly ElementContent[] | undefined {
  const shown = paragraph.children.filter((child) => !isBlank(child));
  const [only] = shown;
  if (shown.length !== 1 || only?.type !== "element") return undefined;
  const image = only.tagName === "a" && only.children.length === 1 ? only.children[0] : only;
  if (image?.type !== "element" || image.tagName !== "img") return undefined;
  const title = textProperty(image, "title");
  if (title === undefined) return undefined;
  delete image.properties["title"];
  return [h("figure", [only, h("figcaption", title)])];
}

function warnOfData(element: Element, address: string, { article }: Context): void {
  addMessage(article.file, {
    severity: "warning",
    rule: "image",
    reason: `Expected an image with an address, not ${address.length} characters of data; it is left out`,
    hint: "Save the image as a file beside the article",
    point: element.position?.start,
  });
}
