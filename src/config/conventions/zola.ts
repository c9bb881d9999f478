import { isTable, type Table } from "../../table.ts";
import { isLanguage, isWebAddress } from "../checks.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { listAt, tableAt, textAt, textsAt, valueAt } from "../foreign/table.ts";
import { personIn } from "./authors.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import type { Others, SlugifierName } from "./rules.ts";
import { readZolaPath, surveyZola } from "./zola/paths.ts";

/** Zola: https://www.getzola.org/documentation/content/page/ */
export const zola: Convention = {
  title: "Zola",
  signs: ["config.toml", "zola.toml"].map((path) => ({
    path,
    holds: /^\s*["']?base_url["']?\s*=/m,
  })),
  folders: ["content"],
  rules: {
    fields: {
      published: ["date"],
      updated: ["updated"],
      authors: ["authors", "author"],
      permalink: ["path"],
      tags: ["tags", "categories"],
    },
    tables: ["taxonomies", "extra"],
    statuses: [
      {
        path: ["render"],
        values: ["false"],
        status: "ignored",
        what: "a page that is not rendered",
      },
    ],
    dates: { missing: "page" },
    address: {
      patterns: [{ folder: "", pattern: "/:sections/:plain_slug/" }],
      // "plain_slug" is one segment whatever the slug holds; folders stay as they are.
      tokens: { plain_slug: "plain_slug" },
      completeStated: (address) => (address.endsWith("/") ? address : `${address}/`),
    },
  },
  readSite,
};

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const found = await site.readFirst("zola.toml", "config.toml");
  const table = found?.table ?? {};
  const main = textAt(table, "default_language") ?? "en";
  const own = tableAt(table, "languages", main);
  const url = textAt(table, "base_url");
  const language = textAt(table, "default_language");
  const author = personIn(valueAt(table, "author"));
  const slugifier = slugifierOf(textAt(table, "slugify", "paths") ?? "on");
  const others = Object.keys(tableAt(table, "languages")).filter((name) => name !== main);
  const languages = { names: others, main, prefix: "others" } as const;
  const readPath = readZolaPath(valueAt(table, "slugify", "paths_keep_dates") === true);
  return {
    base: "content",
    options: {
      site: {
        url: url !== undefined && isWebAddress(url) ? url : undefined,
        title: textAt(table, "title") ?? textAt(own, "title"),
        description: textAt(table, "description") ?? textAt(own, "description"),
        language: language !== undefined && isLanguage(language) ? language : undefined,
        // Zola knows no zones: a time without one is UTC.
        timezone: "UTC",
        author,
      },
      content: { folder: site.content ?? "content", include: ["**/*.md"] },
    },
    rules: {
      fields: taxonomiesIn(table),
      others: textsAt(table, "ignored_content").map(toOthers),
      readPath,
      survey: surveyZola(readPath),
      address: {
        slugify: { slug: slugifier, title: slugifier, folder: "none", category: slugifier },
      },
      languages,
    },
  };
}

// https://www.getzola.org/documentation/content/page/#output-paths
function slugifierOf(strategy: string): SlugifierName {
  if (strategy === "off") return "none";
  return strategy === "safe" ? "zola-safe" : "zola";
}

// What articles are classed by, but for their authors: https://www.getzola.org/documentation/content/taxonomies/
function taxonomiesIn(table: Table) {
  const languages = Object.values(tableAt(table, "languages")).filter(isTable);
  const names = [table, ...languages]
    .flatMap((one) => listAt(one, "taxonomies").filter(isTable))
    .map((one) => (textAt(one, "name") ?? "").toLowerCase().replace(/[_-]/g, ""));
  const tags = [...new Set(names)].filter((name) => name !== "" && !/^authors?$/.test(name));
  return tags.length === 0 ? {} : { tags };
}

// Zola holds its globs against whole paths, and to it a `*` stands for slashes too.
function toOthers(pattern: string): Others {
  const glob = pattern.replace(/^\*+\/?/, (star) => (star.endsWith("/") ? "**/" : "**/*"));
  return { glob: glob.replace(/\/\*+$/, "/**"), what: "a file that `ignored_content` names" };
}
