import type { Element } from "hast";
import { urlAttributes } from "html-url-attributes";
import { parseSrcset, stringifySrcset } from "srcset";
import { visit } from "unist-util-visit";
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
  const resolved = resolveAddress(value, article.url);
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
  const candidates = parseSrcset(list).flatMap((candidate) => {
    const url = resolveAddress(candidate.url, article.url);
    return url !== undefined && isWeb(url) ? [{ ...candidate, url: toCandidateUrl(url) }] : [];
  });
  if (candidates.length > 0) element.properties["srcSet"] = stringifySrcset(candidates);
  else delete element.properties["srcSet"];
}

// A comma at either end of a candidate's address would be read as the list's.
function toCandidateUrl(url: string): string {
  return url.replace(/^,+|,+$/g, (commas) => "%2C".repeat(commas.length));
}

function warnOf(address: string, element: Element, article: Article): void {
  addMessage(article.file, {
    severity: "warning",
    rule: "address",
    reason: `Expected an address, not ${quote(address)}; it is left out`,
    hint: "Correct the link, or remove it",
    offset: element.position?.start.offset,
  });
}
