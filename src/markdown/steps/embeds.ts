import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { isWeb } from "../../address.ts";
import { addMessage, quote } from "../../message.ts";
import type { Context } from "../context.ts";
import { companionScripts, embedHosts } from "./embed-hosts.ts";
import { type FinishingStep, replaceElements, textProperty } from "./step.ts";

/**
 * Replaces what runs or frames by a link that a reader can follow, with a thumbnail where there is
 * one: readers drop frames, objects and scripts, or show them as empty boxes. What the user's schema
 * lets through stays.
 */
export const embeds: FinishingStep = (tree, context) => {
  replaceElements(tree, (element, parent) => {
    const find = finders[element.tagName];
    if (!find || context.settings.sanitize.tagNames?.includes(element.tagName)) return undefined;
    const embed = find(element);
    if (embed === undefined) return [];
    const content = embed === null ? undefined : toLink(embed);
    if (!content) {
      warnOfEmbed(element, context);
      return fallbackOf(element);
    }
    // A block of its own, unless it stands in running text.
    const isBlock =
      parent.type === "root" || blockParents.test("tagName" in parent ? parent.tagName : "");
    return isBlock ? [h("p", content)] : content;
  });
};

const blockParents = /^(?:article|aside|blockquote|center|details|div|footer|header|main|section)$/;

interface Embed {
  readonly address: string;
  readonly title: string | undefined;
}

/** Finds what an element embeds; null where there is nothing to follow, undefined for silence. */
type Find = (element: Element) => Embed | null | undefined;

const finders: Readonly<Record<string, Find>> = {
  iframe: (element) => toEmbed(element, ["src", "dataSrc"]),
  frame: (element) => toEmbed(element, ["src"]),
  object: (element) => toEmbed(element, ["data"]),
  embed: (element) => toEmbed(element, ["src"]),
  portal: (element) => toEmbed(element, ["src"]),
  script: findScript,
};

function toEmbed(element: Element, names: readonly string[]): Embed | null {
  const address = names.map((name) => textProperty(element, name)).find(Boolean);
  if (address === undefined || !isWeb(address)) return null;
  return { address, title: textProperty(element, "title") };
}

// Of scripts only those are followed that write what a page of its own shows.
function findScript(element: Element): Embed | null | undefined {
  const address = textProperty(element, "src");
  if (address === undefined || !isWeb(address)) return null;
  const { hostname } = new URL(address);
  if (companionScripts.test(hostname)) return undefined;
  return /^(?:gist\.github\.com|asciinema\.org)$/.test(hostname)
    ? { address, title: undefined }
    : null;
}

function toLink({ address, title }: Embed): ElementContent[] {
  const url = new URL(address);
  const host = embedHosts.find((one) => one.host.test(url.hostname));
  const href = host?.toPage(url) ?? toPlainPage(url);
  const text = title ?? host?.label ?? `Embedded content on ${url.hostname.replace(/^www\./, "")}`;
  const thumbnail = host?.toThumbnail?.(url);
  if (thumbnail === undefined) return [h("a", { href }, text)];
  return [
    h("a", { href }, h("img", { src: thumbnail, alt: text })),
    h("br"),
    h("a", { href }, text),
  ];
}

// Mastodon and its relatives, on any host, frame the page of a post.
function toPlainPage(url: URL): string {
  const post = /^(\/@[^/]+\/\d+)\/embed$/.exec(url.pathname)?.[1];
  return post === undefined ? url.href : url.origin + post;
}

// An object shows its children where it cannot be shown itself.
function fallbackOf({ tagName, children }: Element): readonly ElementContent[] {
  return tagName === "object" ? children : [];
}

function warnOfEmbed(element: Element, { article }: Context): void {
  const address = textProperty(element, "src") ?? textProperty(element, "data");
  const of = address === undefined ? "" : ` of ${quote(address)}`;
  addMessage(article.file, {
    severity: "warning",
    rule: "embed",
    reason: `Expected text, a picture or a link, not \`<${element.tagName}>\`${of}; it is left out`,
    hint: "Nothing runs in readers: put a link in its place",
    point: element.position?.start,
  });
}
