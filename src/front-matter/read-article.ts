import type { VFile } from "vfile";
import { isWeb, resolveAddress } from "../address.ts";
import { toLanguage } from "../config/checks.ts";
import type { Config } from "../config/resolve.ts";
import { addMessage, hasErrors, soften } from "../message.ts";
import type { Article, Outline, Reading } from "../model.ts";
import { toLine } from "../xml-text.ts";
import { readAuthors } from "./authors.ts";
import { readPublished, readUpdated, requireDate } from "./dates.ts";
import { readEnclosures } from "./enclosure.ts";
import {
  addError,
  type Fields,
  fieldOf,
  fieldValues,
  flagOf,
  gatherFields,
  memberOf,
  textOf,
} from "./fields.ts";
import { takeFrontMatter } from "./front-matter.ts";
import { type PathFacts, readPath } from "./path-facts.ts";
import { fillPermalink, resolveBelow } from "./permalink.ts";
import { toPlainText } from "./plain-text.ts";
import { readTags } from "./tags.ts";

/**
 * Reads what a file says of itself. Whatever is wrong becomes a message on the file, all of it in
 * one go; nothing is thrown.
 */
export async function readArticle(file: VFile, config: Config): Promise<Reading> {
  const path = readPath(file.path);
  if (file.value === undefined) return toReading(file, hasErrors(file) ? "invalid" : "ignored");
  const parts = takeFrontMatter(file);
  if (!parts) return toReading(file, "invalid");
  if (!parts.data && (path.date === undefined || String(file.value).trim() === "")) {
    explainIgnored(file);
    return toReading(file, "ignored");
  }
  const fields = gatherFields(file, parts.data ?? { kind: "mapping", members: [], offset: 0 });
  const status = readStatus(fields);
  const outline = await readOutline(fields, path, { config, isDated: status === "published" });
  // What will not stand in a feed cannot spoil one; a draft need not be finished.
  if (status !== "published") soften(file);
  if (hasErrors(file)) return toReading(file, "invalid", outline);
  return { ...toReading(file, status, outline), article: toArticle(file, outline, parts.body) };
}

function toArticle(file: VFile, outline: Outline, body: string): Article | undefined {
  const { id, url, published } = outline;
  if (id === undefined || url === undefined || published === undefined) return undefined;
  return { ...outline, id, url, published, source: file.path, file, body };
}

function toReading(file: VFile, status: Reading["status"], outline: Outline = nothing): Reading {
  return { source: file.path, file, status, outline, article: undefined };
}

const nothing: Outline = { authors: [], tags: [], enclosures: [] };

function explainIgnored(file: VFile): void {
  const isEmpty = String(file.value).trim() === "";
  addMessage(file, {
    severity: isEmpty ? "warning" : "info",
    rule: isEmpty ? "empty" : "ignored",
    reason: isEmpty
      ? "Expected an article, not an empty file"
      : "Expected front matter or a date in the file's name: not an article",
    hint: "Articles begin with front matter between two lines `---`",
  });
}

function readStatus(fields: Fields): "published" | "draft" | "unlisted" {
  const isDraft = readFlag(fields, "draft") === true;
  if (isDraft || fieldValues(fields, "publish").some((value) => flagOf(value) === false))
    return "draft";
  const isOut = readFlag(fields, "unlisted") === true || flagOf(fieldOf(fields, "feed")) === false;
  return isOut ? "unlisted" : "published";
}

function readFlag(fields: Fields, name: "draft" | "unlisted"): boolean | undefined {
  const value = fieldOf(fields, name);
  const flag = flagOf(value);
  if (value && flag === undefined) addError(fields, name, value, "Expected `true` or `false`");
  return flag;
}

interface Demand {
  readonly config: Config;
  /** Whether a date must be there; a draft needs none. */
  readonly isDated: boolean;
}

async function readOutline(fields: Fields, path: PathFacts, demand: Demand): Promise<Outline> {
  const { config, isDated } = demand;
  const { site } = config;
  const published = readPublished(fields, path, site.timezone);
  if (!published && isDated) requireDate(fields, path);
  const language = readLanguage(fields) ?? site.language;
  const url = published && readUrl(fields, { path, published, language, config });
  return {
    id: readId(fields) ?? url,
    url,
    title: readPlainText(fields, "title"),
    published,
    updated: readUpdated(fields, published, site.timezone),
    summary: readPlainText(fields, "summary"),
    language,
    authors: readAuthors(fields, site),
    tags: readTags(fields, "tags"),
    image: readImage(fields, site.url, url),
    enclosures:
      url === undefined
        ? []
        : await readEnclosures(fields, {
            contentFolder: config.content.folder,
            outFolder: config.out,
            siteUrl: site.url,
            articleUrl: url,
          }),
    comments: readAddress(fields, "comments", url),
  };
}

function readPlainText(fields: Fields, name: "title" | "summary"): string | undefined {
  const text = textOf(fields, name);
  return text === undefined ? undefined : toPlainText(text) || undefined;
}

function readId(fields: Fields): string | undefined {
  return textOf(fields, "id");
}

interface UrlFacts {
  readonly path: PathFacts;
  readonly published: Date;
  readonly language: string | undefined;
  readonly config: Config;
}

/** The article's address: its own, whole or below the site; else by the pattern. */
function readUrl(
  fields: Fields,
  { path, published, language, config }: UrlFacts,
): string | undefined {
  const { site, content } = config;
  const own = textOf(fields, "permalink");
  if (own !== undefined) return readOwnUrl(fields, own, site.url);
  const slug = readSlug(fields, path);
  const categories = readTags(fields, "categories");
  const facts = { path, slug, published, timezone: site.timezone, categories, language };
  const url = fillPermalink(content.permalink, facts, site.url);
  return url?.startsWith(site.url) ? url : undefined;
}

function readOwnUrl(fields: Fields, own: string, siteUrl: string): string | undefined {
  const url = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(own)
    ? resolveAddress(own, siteUrl)
    : resolveBelow(siteUrl, own);
  const value = fieldOf(fields, "permalink");
  if (url !== undefined && isWeb(url)) return url;
  if (value)
    addError(fields, "permalink", value, "Expected a path below the site or an http(s) address");
  return undefined;
}

function readSlug(fields: Fields, path: PathFacts): string {
  const slug = textOf(fields, "slug")?.replace(/^\/+|\/+$/g, "");
  const value = fieldOf(fields, "slug");
  if (!slug || !value) return path.slug;
  if (!slug.split(/[\\/]/).some((segment) => /^\.{0,2}$/.test(segment))) return slug;
  addError(fields, "slug", value, "Expected a slug without `.` and `..`");
  return path.slug;
}

function readLanguage(fields: Fields): string | undefined {
  const text = textOf(fields, "language");
  const value = fieldOf(fields, "language");
  if (text === undefined || !value) return undefined;
  // `ko_KR` is how operating systems write what BCP 47 writes `ko-KR`.
  const language = toLanguage(text.replaceAll("_", "-"));
  if (language === undefined) {
    addError(fields, "language", value, "Expected a BCP 47 language such as `en` or `pt-BR`");
  }
  return language;
}

/** The lead image: an address, or a table with one. */
function readImage(fields: Fields, siteUrl: string, articleUrl = siteUrl): string | undefined {
  const value = fieldOf(fields, "image");
  const stated =
    value?.kind === "mapping" ? memberOf(value, "url", "src", "path", "feature") : value;
  if (!value) return undefined;
  const url =
    stated?.kind === "scalar" ? toAddress(toLine(stated.text), siteUrl, articleUrl) : undefined;
  if (url === undefined) addError(fields, "image", value, "Expected the address of an image");
  return url;
}

function readAddress(
  fields: Fields,
  name: "comments",
  articleUrl: string | undefined,
): string | undefined {
  const value = fieldOf(fields, name);
  // `comments: true` switches a site's own comments on; it is no address.
  if (!value || flagOf(value) !== undefined) return undefined;
  const text = textOf(fields, name);
  const url = text === undefined ? undefined : resolveAddress(text, articleUrl);
  if (url !== undefined && isWeb(url)) return url;
  if (value.kind === "scalar")
    addError(fields, name, value, "Expected the address of a discussion");
  return undefined;
}

function toAddress(reference: string, siteUrl: string, articleUrl: string): string | undefined {
  const isBelowSite = /^\/(?!\/)/.test(reference);
  const url = isBelowSite
    ? resolveBelow(siteUrl, reference)
    : resolveAddress(reference, articleUrl);
  return url !== undefined && isWeb(url) ? url : undefined;
}
