import { posix } from "node:path";
import type { Table } from "../../table.ts";
import { toLanguage } from "../checks.ts";
import { ConfigError } from "../errors.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { textAt, textsAt } from "../foreign/table.ts";
import { dateTokens } from "../permalink-pattern.ts";
import { authorsIn, personIn } from "./authors.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import { defaultsOf } from "./jekyll/defaults.ts";
import { contentOf, otherMarkup } from "./jekyll/files.ts";
import { readJekyllPath } from "./jekyll/path.ts";
import { collectionDefaults, feedCollections, postPattern } from "./jekyll/permalinks.ts";
import { toPath } from "./path-parts.ts";
import type { PathFacts } from "./rules.ts";
import { knownZone, siteAddress } from "./site-facts.ts";

/** Jekyll 4: https://jekyllrb.com/docs/posts/, https://jekyllrb.com/docs/permalinks/ */
export const jekyll: Convention = {
  title: "Jekyll",
  signs: [
    { path: "_config.yml", beside: "_posts" },
    { path: "_config.yaml", beside: "_posts" },
    { path: "_config.toml", beside: "_posts" },
    { path: "_config.yml", beside: "_layouts" },
    { path: "_config.yml", beside: "Gemfile" },
    {
      path: "_config.yml",
      holds: /^(?:permalink|plugins|gems|markdown|kramdown|baseurl|collections):/m,
    },
  ],
  folders: ["_posts"],
  rules: {
    fields: {
      published: ["date"],
      updated: ["lastmodifiedat", "updated", "modified"],
      summary: ["description", "excerpt", "summary"],
      tags: ["tag", "tags", "defaultcategories", "categories", "category"],
      categories: ["defaultcategories", "categories", "category"],
      permalink: ["permalink"],
      externalUrl: ["externalurl", "linkurl", "link"],
    },
    doubledKeys: "silent",
    readPath: readJekyllPath({ collections: [], include: [] }),
    titleOf: titleize,
    others: [{ glob: `**/*.${otherMarkup}`, what: "a post that is not in Markdown" }],
    // https://github.com/jekyll/jekyll-redirect-from#redirect-to
    statuses: [
      { path: ["redirect_to"], status: "ignored", what: "a redirect" },
      { path: ["layout"], values: ["redirect"], status: "ignored", what: "a redirect" },
    ],
    // A YAML timestamp is a moment in UTC to Ruby; text is read in the site's zone.
    dates: { timestamps: "UTC", impossible: "path" },
    address: {
      patterns: [{ folder: "", pattern: postPattern({}) }],
      stated: "pattern",
      // https://jekyllrb.com/docs/permalinks/#placeholders
      tokens: {
        ...dateTokens,
        slugified_categories: "slugified_categories",
        slug: "plain_slug",
        name: "plain_name",
        path: "stem",
        collection: "collection",
        output_ext: "html",
      },
      slugify: { slug: "jekyll-pretty", title: "jekyll", folder: "none", category: "lower" },
    },
    // `category: Big Data` is one; `categories: big data` are two.
    lists: { tags: "space", whole: ["category", "tag"] },
  },
  readSite,
};

// `my-first-post` is `My First Post`, as in Jekyll's `Utils.titleize_slug`.
function titleize({ slug }: PathFacts): string {
  const words = slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  return words.join(" ");
}

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const found = await site.readFirst("_config.yml", "_config.yaml", "_config.toml");
  const table = found?.table ?? {};
  const source = toPath(textAt(table, "source") ?? "");
  const collections = feedCollections(table);
  const separator = textAt(table, "excerpt_separator");
  return {
    base: posix.join(source, toPath(textAt(table, "collections_dir") ?? "")).replace(/^\.$/, ""),
    options: {
      site: await siteOf(site, table, source),
      content: contentOf(table, collections, site.content),
    },
    rules: {
      readPath: readJekyllPath({ collections, include: textsAt(table, "include") }),
      defaults: [...collectionDefaults(table, collections), ...defaultsOf(table, collections)],
      // A post always has a date; of a collection, what has none is a page.
      dates: { missing: collections.length > 0 ? "page" : "error" },
      address: { patterns: [{ folder: "", pattern: postPattern(table) }] },
      excerptMarkers: separator === undefined ? [] : [separator],
    },
  };
}

async function siteOf(site: SiteFolder, table: Table, source: string) {
  const data = posix.join(source, toPath(textAt(table, "data_dir") ?? "_data"), "authors");
  const authors = await readAuthors(site, data);
  const language = textAt(table, "lang") ?? textAt(table, "locale")?.replaceAll("_", "-");
  return {
    url: siteAddress(textAt(table, "url"), textAt(table, "baseurl")),
    title: textAt(table, "title") ?? textAt(table, "name"),
    description: textAt(table, "description") ?? textAt(table, "tagline"),
    language: toLanguage(language ?? ""),
    timezone: knownZone(textAt(table, "timezone")),
    author: personIn(table["author"]),
    authors: authorsIn(authors),
  };
}

// A file of data may hold anything, such as a list, in which nobody has a key.
async function readAuthors(site: SiteFolder, path: string): Promise<Table | undefined> {
  try {
    return (await site.readFirst(`${path}.yml`, `${path}.yaml`, `${path}.json`))?.table;
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}
