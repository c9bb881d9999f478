import type { Convention } from "./convention.ts";
import { isOneOf, prefixOf, takeApart, takeDate } from "./path-parts.ts";
import type { LanguageRules, PathFacts, Rules } from "./rules.ts";

/**
 * feedwright's own conventions, and what the others are measured against: they say only where they
 * differ.
 */
export const plainRules: Rules = {
  fields: {
    title: ["title"],
    published: ["date", "published", "pubdate", "publishdate", "publishedat"],
    updated: ["updated", "lastmod", "lastmodifiedat", "modified"],
    summary: ["description", "summary", "excerpt"],
    authors: ["author", "authors"],
    authorUrl: ["authorurl"],
    authorAvatar: ["authorimageurl"],
    tags: ["tags", "categories", "category", "keywords"],
    categories: ["categories", "category"],
    draft: ["draft"],
    publish: ["publish"],
    unlisted: ["unlisted"],
    feed: ["feed"],
    slug: ["slug"],
    permalink: ["permalink", "url"],
    id: ["id", "guid"],
    language: ["lang", "language"],
    image: ["image", "cover"],
    enclosure: ["enclosure"],
    audio: ["audio"],
    video: ["video"],
    duration: ["duration", "itunesduration"],
    season: ["season", "itunesseason"],
    episode: ["episode", "itunesepisode"],
    episodeType: ["episodetype", "itunesepisodetype"],
    explicit: ["explicit", "itunesexplicit"],
    persons: ["persons", "person", "people"],
    transcript: ["transcript", "transcripts"],
    chapters: ["chapters"],
    comments: ["comments"],
    externalUrl: ["externalurl", "linkurl", "link"],
    from: [],
    until: [],
  },
  tables: [],
  defaults: [],
  headers: false,
  doubledKeys: "warning",
  titleOf: undefined,
  needsTitle: false,
  readPath,
  survey: undefined,
  others: [],
  statuses: [],
  bundlesImages: false,
  dates: {
    path: "after",
    timestamps: "site",
    impossible: "error",
    missing: "error",
    addressDay: "site",
    fileTimes: false,
    tidy: (date) => date,
  },
  address: {
    patterns: [{ folder: "", pattern: "/:path/" }],
    statedSlug: undefined,
    stated: "path",
    completeStated: (address) => address,
    translate: (pattern) => pattern,
    tokens: {},
    fieldTokens: false,
    slugify: { slug: "none", title: "none", folder: "none", category: "none" },
    dateNames: "capitalised",
    translated: undefined,
    slugFrom: "path",
    hidesIndex: false,
    hidesHtml: false,
    categoryNames: new Map(),
    noCategory: "",
  },
  lists: {
    tags: "comma",
    whole: [],
    authors: "keys",
    nested: false,
    labels: new Map(),
    hiddenTags: [],
  },
  languages: { names: [], main: undefined, prefix: "others" },
  excerptMarkers: [],
};

/**
 * Reads date, slug and language from a path: `2024-07-31-slug.md`, `2016-1-9-slug/index.md`,
 * `2021/12/21/slug.md`, `slug.ko.md`, `ko/slug.md` (the last only for languages that the config
 * names).
 */
function readPath(path: string, languages: LanguageRules): PathFacts {
  const isNamed = isOneOf(languages);
  const { folders, name, filename, language } = takeApart(path, (part) => {
    return isNamed(part) || isCommonLanguage(part);
  });
  const { date, slug } = takeDate(name);
  return {
    date: date ?? findFolderDate([...folders, name]),
    slug,
    folders,
    filename,
    language: language ?? folders.slice(0, 1).find(isNamed),
    prefix: language === undefined ? undefined : prefixOf(language, languages),
  };
}

// ISO 639-1: two letters. Three are as likely the ending of another kind: `notes.old.md`.
function isCommonLanguage(name: string): boolean {
  if (!/^[a-z]{2}(?:-[a-z]{2})?$/i.test(name)) return false;
  languageNames ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return languageNames.of(name) !== undefined;
}

// It takes twenty milliseconds to make, and few sites need it.
let languageNames: Intl.DisplayNames | undefined;

// 2021/12/21/slug, 2021/12/21-slug or 2021/12-21-slug: the parts of the date in one run.
function findFolderDate(segments: readonly string[]): string | undefined {
  const match = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_ -]|$)/.exec(segments.join("/"));
  return match ? match.slice(1).join("-") : undefined;
}

/** A folder of Markdown that no generator has a part in. */
export const plain: Convention = {
  title: "feedwright",
  signs: [],
  folders: [],
  rules: {},
  readSite: async () => ({ options: {} }),
};
