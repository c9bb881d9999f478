import type { Table } from "../../table.ts";
import { isWebAddress, toLanguage } from "../checks.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { tableAt, textAt, textsAt } from "../foreign/table.ts";
import { personIn } from "./authors.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import { readHexoPath } from "./hexo/file-names.ts";
import { addressesOf } from "./hexo/permalinks.ts";
import { toPath } from "./path-parts.ts";
import { knownZone } from "./site-facts.ts";

/** Hexo 8: https://hexo.io/docs/configuration, https://hexo.io/docs/permalinks */
export const hexo: Convention = {
  title: "Hexo",
  signs: [
    { path: "_config.yml", beside: "source/_posts" },
    { path: "_config.json", beside: "source/_posts" },
    {
      path: "_config.yml",
      holds: /^(?:new_post_name|source_dir|permalink_defaults|filename_case):/m,
    },
  ],
  folders: ["source/_posts"],
  rules: {
    fields: {
      published: ["date"],
      updated: ["updated"],
      tags: ["tags", "tag", "categories", "category"],
      categories: ["categories", "category"],
      // `slug` is always that of the file's name.
      slug: [],
      permalink: ["permalink"],
    },
    headers: "unopened",
    readPath: readHexoPath(":title.md"),
    dates: { tidy: toHexoClock },
    address: {
      patterns: [{ folder: "", pattern: ":year/:month/:day/:title/" }],
      // https://hexo.io/docs/permalinks#Variables
      tokens: {
        name: "slug_name",
        post_title: "headline",
        category: "category_path",
        hash: "hash",
        timestamp: "timestamp",
        lang: "written_lang",
      },
      fieldTokens: true,
      slugify: { slug: "none", title: "hexo-lower", folder: "none", category: "hexo" },
      noCategory: "uncategorized",
    },
    lists: { whole: ["tags", "tag", "categories", "category"], nested: true },
  },
  readSite,
};

// The offset that a YAML timestamp is written with is lost: its time in UTC is taken for one in the
// site's zone (https://github.com/hexojs/hexo-front-matter, `Convert timezone`).
function toHexoClock(date: string): string {
  const isMoment = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  const moment = isMoment.test(date) ? new Date(date.replace(/[t ]/, "T")) : undefined;
  return moment && !Number.isNaN(moment.getTime()) ? moment.toISOString().slice(0, -1) : date;
}

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const found = await site.readFirst("_config.yml", "_config.yaml", "_config.json");
  const table = found?.table ?? {};
  const source = toPath(textAt(table, "source_dir") ?? "source");
  const languages = textsAt(table, "language").flatMap(
    (name) => toLanguage(name.replaceAll("_", "-")) ?? [],
  );
  return {
    base: source,
    options: {
      site: { ...siteOf(table), language: languages[0] },
      content: { folder: source, ...filesOf(table, site.content) },
    },
    rules: {
      readPath: readHexoPath(textAt(table, "new_post_name") ?? ":title.md"),
      defaults: [{ covers: () => true, values: tableAt(table, "permalink_defaults") }],
      address: addressesOf(table),
      languages: { names: languages },
    },
  };
}

function siteOf(table: Table) {
  return {
    url: siteUrl(table),
    title: textAt(table, "title"),
    description: textAt(table, "description") ?? textAt(table, "subtitle"),
    timezone: knownZone(textAt(table, "timezone")),
    author: textAt(table, "author") === placeholder ? undefined : personIn(table["author"]),
  };
}

/** Who writes a site that nobody has filled in: https://hexo.io/docs/configuration#Site */
const placeholder = "John Doe";

// `url` holds the path too; where it does not, the pages lie below `root` all the same.
function siteUrl(table: Table): string | undefined {
  const url = textAt(table, "url")?.replace(/\/+$/, "");
  if (url === undefined || !isWebAddress(url)) return undefined;
  const root = new URL(url).pathname === "/" ? toPath(textAt(table, "root") ?? "") : "";
  return root === "" ? `${url}/` : `${url}/${root}/`;
}

function filesOf(table: Table, content: string | undefined) {
  const isInside = content?.split("/").some((name) => name === "_posts" || name === "_drafts");
  const files = "**/*.{md,markdown,mkd,mkdn,mdwn,mdtxt,mdtext}";
  return {
    include: isInside === true ? [files] : [`_posts/${files}`, `_drafts/${files}`],
    exclude: [...textsAt(table, "skip_render"), ...textsAt(table, "ignore")],
  };
}
