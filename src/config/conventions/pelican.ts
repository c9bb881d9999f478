import type { Table } from "../../table.ts";
import { isWebAddress, toLanguage } from "../checks.ts";
import { readPython } from "../foreign/python.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { textAt, textsAt } from "../foreign/table.ts";
import type { Options } from "../options.ts";
import { dateTokens } from "../permalink-pattern.ts";
import { personIn } from "./authors.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import { tidyPelicanDate } from "./pelican/dates.ts";
import { contentOf, folderOf, othersOf } from "./pelican/files.ts";
import { pelicanDefaults, readPelicanPath } from "./pelican/metadata.ts";
import { patternOf, slugifierOf } from "./pelican/permalinks.ts";
import { knownZone } from "./site-facts.ts";

/** Pelican 4: https://docs.getpelican.com/en/4.8.0/content.html */
export const pelican: Convention = {
  title: "Pelican",
  signs: [{ path: "pelicanconf.py" }, { path: "publishconf.py" }],
  folders: ["content"],
  rules: {
    fields: {
      published: ["date"],
      updated: ["modified"],
      summary: ["summary"],
      authors: ["authors", "author"],
      tags: ["category", "tags"],
      categories: ["category"],
      draft: [],
      publish: [],
      unlisted: [],
      feed: [],
      permalink: ["url"],
      language: ["lang"],
    },
    headers: true,
    doubledKeys: "first",
    needsTitle: true,
    readPath: readPelicanPath({}),
    others: othersOf({}),
    statuses: [
      { path: ["status"], values: ["draft"], status: "draft" },
      { path: ["status"], values: ["hidden"], status: "unlisted" },
      { path: ["status"], values: ["published"], status: "published" },
      { path: ["status"], status: "ignored", what: "one whose status Pelican does not publish" },
    ],
    dates: { path: "never", missing: "page", addressDay: "written", tidy: tidyPelicanDate },
    address: {
      patterns: [{ folder: "", pattern: patternOf("{slug}.html") }],
      translated: patternOf("{slug}-{lang}.html"),
      // https://docs.getpelican.com/en/4.8.0/settings.html#url-settings
      tokens: {
        ...dateTokens,
        category: "category",
        author: "author",
      },
      fieldTokens: true,
      slugify: { slug: "none", title: "pelican", folder: "none", category: "pelican" },
      slugFrom: "title",
    },
    lists: { tags: "semicolon", whole: ["author", "category"] },
    languages: { main: "en" },
  },
  readSite,
};

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const own = readPython((await site.readText("pelicanconf.py")) ?? "");
  // What is published is built with this one, which begins with all of the other.
  const table = readPython((await site.readText("publishconf.py")) ?? "", own);
  const base = await folderOf(table, site);
  const url = textAt(table, "SITEURL") ?? textAt(own, "SITEURL");
  const slugifier = slugifierOf(table);
  const translated = textAt(table, "ARTICLE_LANG_URL");
  return {
    base,
    options: { site: siteOf(table, url), content: contentOf(table, base, site.content) },
    rules: {
      ...(readsYaml(table) ? { headers: false } : {}),
      readPath: readPelicanPath(table),
      defaults: pelicanDefaults(table),
      others: othersOf(table),
      dates: { fileTimes: table["DEFAULT_DATE"] === "fs" },
      address: {
        patterns: [
          { folder: "", pattern: patternOf(textAt(table, "ARTICLE_URL") ?? "{slug}.html") },
        ],
        ...(translated === undefined ? {} : { translated: patternOf(translated) }),
        slugify: { slug: "none", title: slugifier, folder: "none", category: slugifier },
        slugFrom: textAt(table, "SLUGIFY_SOURCE") === "basename" ? "name" : "title",
      },
      languages: { main: textAt(table, "DEFAULT_LANG")?.toLowerCase() ?? "en" },
    },
  };
}

// https://github.com/pelican-plugins/yaml-metadata
function readsYaml(table: Table): boolean {
  return textsAt(table, "PLUGINS").some((name) => /yaml[_-]metadata$/.test(name));
}

function siteOf(table: Table, url: string | undefined): Options["site"] {
  const whole = url?.replace(/^\/\//, "https://") ?? "";
  return {
    url: isWebAddress(whole) ? whole : undefined,
    title: textAt(table, "SITENAME"),
    description: textAt(table, "SITESUBTITLE") ?? textAt(table, "SITEDESCRIPTION"),
    language: toLanguage((textAt(table, "DEFAULT_LANG") ?? "").replaceAll("_", "-")),
    timezone: knownZone(textAt(table, "TIMEZONE")),
    author: personIn(table["AUTHOR"]),
  };
}
