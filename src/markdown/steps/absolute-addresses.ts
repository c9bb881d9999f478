import type { Element } from "hast";
import { urlAttributes } from "html-url-attributes";
import { parseSrcset, stringifySrcset } from "srcset";
import { isWeb, resolveOnSite } from "../../address.ts";
import { addMessage, quote } from "../../message.ts";
import type { Context } from "../context.ts";
import { findArticle } from "../links.ts";
import { eachElement } from "../walk.ts";
import type { FinishingStep } from "./step.ts";

/**
 * Makes every address absolute, resolved against the article's own as a browser would: readers
 * show a feed's HTML at addresses of their own, and only few know `xml:base`. A link to another
 * article's file becomes that article's address.
 */
export const absoluteAddresses: FinishingStep = (tree, context) => {
  eachElement(tree, (element) => {
    for (const name of Object.keys(element.properties)) {
      if (name === "srcSet") resolveSrcset(element, context);
      else if (holdsAddress(name, element)) resolveProperty(element, name, context);
    }
  });
};

function holdsAddress(property: string, { tagName }: Element): boolean {
  if (!Object.hasOwn(urlAttributes, property)) return property === "longDesc";
  const tags = urlAttributes[property];
  return tags === null || tags?.includes(tagName) === true;
}

function resolveProperty(element: Element, name: string, context: Context): void {
  const value = element.properties[name];
  if (typeof value !== "string") return;
  const resolved = resolve(value, element, context);
  if (resolved !== undefined) {
    element.properties[name] = resolved;
    return;
  }
  delete element.properties[name];
  warnOf(element, leftOut(value), context);
}

function leftOut(address: string): string {
  return `Expected an address, not ${quote(address)}; it is left out`;
}

function resolve(value: string, element: Element, context: Context): string | undefined {
  if (element.tagName === "a" && /^[^:?#]*\.(?:md|markdown|mdx)(?:[?#]|$)/i.test(value)) {
    const found = findArticle(value, context);
    if (found !== undefined) return found;
    warnOf(element, `Expected a link to an article of the folder, not ${quote(value)}`, context);
  }
  return toUri(value, context);
}

// A browser takes some hosts and schemes' parts that no URI can hold (RFC 3986 §2).
function toUri(reference: string, { article, site }: Context): string | undefined {
  const resolved = resolveOnSite(reference, { page: article.url, site: site.url });
  return resolved !== undefined && /^[^\s"<>\\^`{|}]+$/.test(resolved) ? resolved : undefined;
}

// https://html.spec.whatwg.org/multipage/images.html#srcset-attributes: candidates with descriptors.
// Sanitising does not look into the list, so that what is no web address goes here.
function resolveSrcset(element: Element, context: Context): void {
  const value = element.properties["srcSet"];
  const list = Array.isArray(value) ? value.join(", ") : String(value);
  const candidates = parseSrcset(list.replace(/\s+/g, " ")).flatMap((candidate) => {
    const url = toUri(candidate.url, context);
    if (url === undefined) warnOf(element, leftOut(candidate.url), context);
    return url !== undefined && isWeb(url) ? [{ ...candidate, url }] : [];
  });
  if (candidates.length > 0) element.properties["srcSet"] = stringifySrcset(candidates);
  else delete element.properties["srcSet"];
}

function warnOf(element: Element, reason: string, { article }: Context): void {
  addMessage(article.file, {
    severity: "warning",
    rule: "address",
    reason,
    hint: "Correct the link, or remove it",
    point: element.position?.start,
  });
}
