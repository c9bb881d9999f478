import type { Element } from "hast";
import { urlAttributes } from "html-url-attributes";
import { parseSrcset, stringifySrcset } from "srcset";
import { visit } from "unist-util-visit";
import { location } from "vfile-location";
import { isWeb, resolveAddress } from "../address.ts";
import { addMessage, quote } from "../message.ts";
import type { Article } from "../model.ts";
import type { FinishingStep } from "./finish.ts";

/**
 * Makes every address absolute, resolved against the article's own as a browser would: readers
 * show a feed's HTML at addresses of their own, and only few know `xml:base`.
 */
export const absoluteAddresses: FinishingStep = (tree, { article }) => {
  visit(tree, "element", (element) => {
    for (const name of Object.keys(element.properties)) {
      if (name === "srcSet") resolveSrcset(element, article);
      else if (holdsAddress(name, element)) resolveProperty(element, name, article);
    }
  });
};

function holdsAddress(property: string, { tagName }: Element): boolean {
  if (!Object.hasOwn(urlAttributes, property)) return property === "longDesc";
  const tags = urlAttributes[property];
  return tags === null || tags?.includes(tagName) === true;
}

function resolveProperty(element: Element, name: string, article: Article): void {
  const value = element.properties[name];
  if (typeof value !== "string") return;
  const resolved = toUri(value, article);
  if (resolved === undefined) {
    delete element.properties[name];
    warnOf(value, element, article);
  } else {
    element.properties[name] = resolved;
  }
}

// https://html.spec.whatwg.org/multipage/images.html#srcset-attributes: candidates with descriptors.
// Sanitising does not look into the list, so that what is no web address goes here.
function resolveSrcset(element: Element, article: Article): void {
  const value = element.properties["srcSet"];
  const list = Array.isArray(value) ? value.join(", ") : String(value);
  const candidates = parseSrcset(list.replace(/\s+/g, " ")).flatMap((candidate) => {
    const url = toUri(candidate.url, article);
    if (url === undefined) warnOf(candidate.url, element, article);
    return url !== undefined && isWeb(url) ? [{ ...candidate, url }] : [];
  });
  if (candidates.length > 0) element.properties["srcSet"] = stringifySrcset(candidates);
  else delete element.properties["srcSet"];
}

// A browser takes some hosts and schemes' parts that no URI can hold (RFC 3986 §2).
function toUri(reference: string, { url }: Article): string | undefined {
  const resolved = resolveAddress(reference, url);
  return resolved !== undefined && /^[^\s"<>\\^`{|}]+$/.test(resolved) ? resolved : undefined;
}

function warnOf(address: string, { position }: Element, { file }: Article): void {
  addMessage(file, {
    severity: "warning",
    rule: "address",
    reason: `Expected an address, not ${quote(address)}; it is left out`,
    hint: "Correct the link, or remove it",
    // The body has the file's lines and columns, not its offsets.
    offset: position && location(file).toOffset(position.start),
  });
}
