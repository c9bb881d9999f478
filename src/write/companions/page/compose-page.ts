import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { generator } from "../../generator.ts";
import { markOf } from "../companion.ts";
import { composeLinks } from "../link-tags.ts";
import { composeArticleList } from "./article-list.ts";
import { directionOf } from "./direction.ts";
import { composeFeedList } from "./feed-list.ts";
import type { PageInput } from "./page-input.ts";
import { pageStyle } from "./page-style.ts";
import { composeReaderList } from "./reader-list.ts";

/**
 * The page on which people subscribe: readable without its script, and in need of nothing but itself.
 * Under 30 KB, however many feeds and articles there are.
 */
export function composePage(input: PageInput): string {
  const { site, texts } = input;
  const html = h("html", { lang: texts.language, dir: directionOf(site.language) }, [
    composeHead(input),
    h("body", ...composeBody(input)),
  ]);
  return writePage({ type: "root", children: [{ type: "doctype" }, html] }, input);
}

/** Writes a page that is feedwright's own: its mark stands after the document type. */
export function writePage({ children }: Root, { feeds }: Pick<PageInput, "feeds">): string {
  const [first, ...rest] = children;
  const comment = { type: "comment", value: ` ${markOf(feeds)} ` } as const;
  const all = first?.type === "doctype" ? [first, comment, ...rest] : [comment, ...children];
  return `${toHtml({ type: "root", children: all })}\n`;
}

function composeHead({ site, texts, url, feeds }: PageInput): Element {
  return h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h(
      "title",
      texts.heading.replace("{site}", () => site.title),
    ),
    h("meta", { name: "description", content: texts.howTo }),
    h("meta", { name: "generator", content: `${generator.name} ${generator.version}` }),
    h("link", { rel: ["canonical"], href: url }),
    ...composeLinks(feeds.filter(({ group }) => group === null)),
    h("style", pageStyle),
  ]);
}

function composeBody(input: PageInput): readonly ElementContent[] {
  const { site, texts } = input;
  const language = site.language ?? texts.language;
  return [
    h("header", [
      h(
        "h1",
        { dir: "auto" },
        texts.heading.replace("{site}", () => site.title),
      ),
      ...(site.description === undefined
        ? []
        : [h("p", { lang: language, dir: "auto" }, site.description)]),
      h("p", { className: ["quiet"], dir: "auto" }, texts.whatIsThis),
    ]),
    h("main", [
      section("feeds", texts.feeds, composeFeedList(input)),
      section("readers", texts.readers, composeReaderList(input)),
      section("articles", texts.latest, composeArticleList(input)),
    ]),
    h("footer", [h("p", h("a", { href: site.url, lang: language, dir: "auto" }, site.title))]),
  ];
}

function section(id: string, title: string, content: readonly Element[]): Element {
  const heading = h("h2", { id, dir: "auto" }, title);
  return h("section", { ariaLabelledBy: id }, [heading, ...content]);
}
