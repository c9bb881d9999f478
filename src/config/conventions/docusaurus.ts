import { isTable, type Table } from "../../table.ts";
import { toLanguage } from "../checks.ts";
import { readFirstScript } from "../foreign/script.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { textAt, textsAt } from "../foreign/table.ts";
import type { Options } from "../options.ts";
import { authorsIn } from "./authors.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import { findBlog } from "./docusaurus/blog.ts";
import { toPath } from "./path-parts.ts";
import type { PathFacts } from "./rules.ts";
import { siteAddress } from "./site-facts.ts";

const configNames = ["ts", "js", "mjs", "cjs", "mts", "cts"].map(
  (ending) => `docusaurus.config.${ending}`,
);

/** Docusaurus 3: https://docusaurus.io/docs/blog, https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog */
export const docusaurus: Convention = {
  title: "Docusaurus",
  signs: configNames.map((path) => ({ path })),
  folders: ["blog"],
  rules: {
    fields: {
      published: ["date"],
      updated: ["lastupdate"],
      summary: ["description"],
      authors: ["authors", "author"],
      tags: ["tags"],
      categories: [],
      permalink: [],
      // An old name of `slug`, and no address that readers of feeds could tell an article by.
      id: ["guid"],
      image: ["image"],
    },
    readPath,
    others: leftOut([
      "**/_*.{js,jsx,ts,tsx,md,mdx}",
      "**/_*/**",
      "**/*.test.{js,jsx,ts,tsx}",
      "**/__tests__/**",
    ]),
    bundlesImages: true,
    address: addressOf({}, {}),
    excerptMarkers: ["{/* truncate */}", "{/*truncate*/}"],
  },
  readSite,
};

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const config = await readFirstScript(site, configNames);
  const blog = findBlog(config, site.content);
  const folder = toPath(textAt(blog, "path") ?? "blog");
  const include = textsAt(blog, "include");
  const exclude = Array.isArray(blog["exclude"]) ? textsAt(blog, "exclude") : undefined;
  return {
    base: folder,
    options: {
      site: { ...siteOf(config), authors: await readAuthors(site, blog, folder) },
      content: { folder, include: include.length > 0 ? [...include] : ["**/*.{md,mdx}"] },
    },
    rules: {
      ...(exclude === undefined ? {} : { others: leftOut(exclude) }),
      address: addressOf(config, blog),
      lists: { labels: await readLabels(site, blog, folder) },
    },
  };
}

/** https://docusaurus.io/docs/api/docusaurus-config */
function siteOf(config: Table): Options["site"] {
  const locale = textAt(config, "i18n", "defaultLocale") ?? "en";
  const language = textAt(config, "i18n", "localeConfigs", locale, "htmlLang") ?? locale;
  return {
    url: siteAddress(textAt(config, "url"), textAt(config, "baseUrl")),
    title: textAt(config, "title"),
    description: textAt(config, "tagline"),
    language: toLanguage(language),
    // Whatever has no zone is UTC to Docusaurus, wherever it is built.
    timezone: "UTC",
  };
}

/** https://docusaurus.io/docs/blog#global-authors */
async function readAuthors(site: SiteFolder, blog: Table, folder: string) {
  const stated = textAt(blog, "authorsMapPath");
  const names = stated === undefined ? ["authors.yml", "authors.json"] : [toPath(stated)];
  const found = await site.readFirst(...names.map((name) => `${folder}/${name}`));
  return authorsIn(found?.table);
}

/** What keys of tags stand for: https://docusaurus.io/docs/blog#global-tags */
async function readLabels(site: SiteFolder, blog: Table, folder: string) {
  const found = await site.readFirst(`${folder}/${toPath(textAt(blog, "tags") ?? "tags.yml")}`);
  const labels = Object.entries(found?.table ?? {}).flatMap(([key, tag]) => {
    const label = isTable(tag) ? textAt(tag, "label") : undefined;
    return label === undefined ? [] : [[key, label] as const];
  });
  return new Map(labels);
}

/** A stated slug, with folders or without, takes the place of all that stands below the blog. */
function addressOf(config: Table, blog: Table) {
  const route = toPath(textAt(blog, "routeBasePath") ?? "blog");
  const end = config["trailingSlash"] === true ? "/" : "";
  const below = (token: string) => `/${route}/${token}${end}`.replace(/\/+/g, "/");
  return { patterns: [{ folder: "", pattern: below(":path") }], statedSlug: below(":slug") };
}

function leftOut(globs: readonly string[]) {
  return globs.map((glob) => ({ glob, what: "a file that the blog leaves out" }));
}

/**
 * The last date in a path counts, and leads its address: `team/2021-12-21-a/index.md` is
 * `2021/12/21/team/a`. https://docusaurus.io/docs/blog#blog-post-date
 */
function readPath(path: string): PathFacts {
  const dated =
    /^(?<before>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<after>.*?)(?:\/index)?\.mdx?$/.exec(
      path,
    )?.groups;
  const date = dated?.["date"]?.replaceAll("/", "-");
  const below = dated
    ? `${date?.replaceAll("-", "/")}/${dated["before"]}${dated["after"]}`
    : path.replace(/(?:\/index)?\.[^./]+$/, "");
  const segments = below.split("/").filter(Boolean);
  const filename = (path.split("/").at(-1) ?? "").replace(/\.[^.]+$/, "");
  return { date, slug: segments.at(-1) ?? filename, folders: segments.slice(0, -1), filename };
}
