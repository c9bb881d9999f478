import { resolveOnSite } from "../../address.ts";
import type { Context } from "../context.ts";
import { findArticle } from "../links.ts";
import { type Parameters, readParameters, type Tag } from "./tag.ts";

/** What stands in the place of a tag; undefined where nothing can. */
type TranslateTag = (parameters: Parameters, context: Context, tag: Tag) => string | undefined;

const first = ({ list, named }: Parameters, ...names: readonly string[]) =>
  names.map((name) => named.get(name)).find((value) => value !== undefined) ?? list[0];

// Embeds are written as the elements that the sites themselves would write; the step for embeds
// makes them links.
const frame = (address: string) => `<iframe src="${escapeAttribute(address)}"></iframe>`;

const linkTo = (text: string, address: string) => `[${text}](<${address}>)`;

/** The tags of site generators that are translated, by name: Liquid, Hugo and Zola alike. */
const knownTags = {
  // https://jekyllrb.com/docs/liquid/tags/#links
  link: ({ list }, context) => findArticle(list[0] ?? "", context) ?? "",
  post_url: ({ list }, context) => findArticle(list[0] ?? "", context) ?? "",
  // https://gohugo.io/shortcodes/ref/
  ref: (parameters, context) => findArticle(first(parameters, "path") ?? "", context) ?? "",
  relref: (parameters, context) => findArticle(first(parameters, "path") ?? "", context) ?? "",
  // https://jekyllrb.com/docs/liquid/filters/
  relative_url: ({ list }, { article, site }) => onSite(list[0] ?? "", article.url, site.url),
  absolute_url: ({ list }, { article, site }) => onSite(list[0] ?? "", article.url, site.url),
  "site.baseurl": (_, { site }) => new URL(site.url).pathname.replace(/\/$/, ""),
  "site.url": (_, { site }) => new URL(site.url).origin,
  "site.title": (_, { site }) => site.title,
  "page.title": (_, { article }) => article.title,
  "page.url": (_, { article }) => article.url,
  // https://gohugo.io/shortcodes/figure/
  figure: (parameters) => toFigure(parameters),
  youtube: (parameters) => embed("https://www.youtube.com/embed/", first(parameters, "id")),
  vimeo: (parameters) => embed("https://player.vimeo.com/video/", first(parameters, "id")),
  gist: ({ list, named }) => toGist([...list], named.get("url")),
  tweet: (parameters) => toTweet(parameters),
  x: (parameters) => toTweet(parameters),
} as const satisfies Record<string, TranslateTag>;

/** The translation of a tag; undefined where its name is not known. */
export function translateTag(tag: Tag, context: Context): string | undefined {
  const template = context.settings.shortcodes[tag.name];
  const parameters = readParameters(tag.rest);
  if (template !== undefined) return fillTemplate(template, parameters, "");
  const translations: Readonly<Record<string, TranslateTag>> = knownTags;
  return Object.hasOwn(translations, tag.name)
    ? translations[tag.name]?.(parameters, context, tag)
    : undefined;
}

/**
 * Fills a template of the user's: `{0}` and `{name}` are parameters, `{inner}` is a pair's text. A
 * parameter that is not given is empty.
 */
export function fillTemplate(template: string, { list, named }: Parameters, inner: string): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    if (key === "inner") return inner;
    return (/^\d+$/.test(key) ? list[Number(key)] : named.get(key.toLowerCase())) ?? "";
  });
}

function onSite(reference: string, page: string, site: string): string | undefined {
  const rooted =
    reference.startsWith("/") || /^[a-z]+:/i.test(reference) ? reference : `/${reference}`;
  return resolveOnSite(rooted, { page, site });
}

function embed(prefix: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : frame(`${prefix}${encodeURIComponent(id)}`);
}

function toFigure({ list, named }: Parameters): string | undefined {
  const src = named.get("src") ?? list[0];
  if (src === undefined) return undefined;
  const caption = [named.get("title"), named.get("caption")].filter(Boolean).join(": ");
  const alt = named.get("alt") ?? named.get("caption") ?? "";
  const image = `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}">`;
  const link = named.get("link");
  const linked = link ? `<a href="${escapeAttribute(link)}">${image}</a>` : image;
  return `<figure>${linked}${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`;
}

// Hugo: user and id; Jekyll's plugin: user/id or the id alone; Zola: url.
function toGist(list: readonly string[], url: string | undefined): string | undefined {
  const path = url?.replace(/^https:\/\/gist\.github\.com\//, "") ?? list.slice(0, 2).join("/");
  return path === ""
    ? undefined
    : `<script src="https://gist.github.com/${escapeAttribute(path)}.js"></script>`;
}

function toTweet({ list, named }: Parameters): string | undefined {
  const id = named.get("id") ?? list.at(-1);
  const user = named.get("user") ?? (list.length > 1 ? list[0] : "i/web");
  return id === undefined
    ? undefined
    : linkTo(`@${user}: post ${id}`, `https://x.com/${user}/status/${id}`);
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
