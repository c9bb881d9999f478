import type { Element } from "hast";
import { h } from "hastscript";
import type { PageInput } from "./page-input.ts";
import { feedSchemeOf, readersOf } from "./reader-links.ts";

/** Links by which readers subscribe to the site's feed. */
export function composeReaderList({ feeds, texts }: PageInput): readonly Element[] {
  const [first] = feeds;
  if (!first) return [];
  const links = readersOf(first.url).map(({ name, href }) => h("li", h("a", { href }, name)));
  const own = h("li", h("a", { href: feedSchemeOf(first.url) }, texts.otherReader));
  return [h("ul", { className: ["row"] }, [...links, own])];
}
