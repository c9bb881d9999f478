import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { UsageError } from "../../../config/errors.ts";
import { composeLinks } from "../link-tags.ts";
import { composeArticleList } from "./article-list.ts";
import { writePage } from "./compose-page.ts";
import { composeFeedList } from "./feed-list.ts";
import type { PageInput } from "./page-input.ts";
import { composeReaderList } from "./reader-list.ts";

/**
 * Fills a page of the user's own: what stands in elements with `data-feedwright="feeds"`, `"readers"`
 * and `"articles"` is replaced, and the head gets the tags that name the feeds. The rest stays, but
 * is written anew.
 *
 * @param path the template's, for the message
 * @throws UsageError where there is no such element.
 */
export function fillTemplate(template: string, path: string, input: PageInput): string {
  const tree = fromHtml(template);
  let isFilled = false;
  for (const element of elementsOf(tree)) {
    const compose = parts.get(String(element.properties["dataFeedwright"]));
    if (!compose) continue;
    element.children = [...compose(input)];
    isFilled = true;
  }
  if (!isFilled) {
    throw new UsageError(
      `Expected an element such as \`<div data-feedwright="feeds"></div>\` in the template \`${path}\`, not a page without one`,
    );
  }
  // The parser gives every document a head.
  const head = elementsOf(tree).find(({ tagName }) => tagName === "head");
  head?.children.push(...composeLinks(input.feeds.filter(({ group }) => group === null)));
  return writePage(tree, input);
}

type Compose = (input: PageInput) => readonly Element[];

const parts: ReadonlyMap<string, Compose> = new Map([
  ["feeds", composeFeedList],
  ["readers", composeReaderList],
  ["articles", composeArticleList],
]);

function elementsOf(node: Nodes): readonly Element[] {
  const below = "children" in node ? node.children.flatMap(elementsOf) : [];
  return node.type === "element" ? [node, ...below] : below;
}
