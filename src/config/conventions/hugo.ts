import type { Table } from "../../table.ts";
import { isLanguage, isTimeZone, isWebAddress } from "../checks.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { listAt, tableAt, textAt, valueAt } from "../foreign/table.ts";
import type { Options } from "../options.ts";
import { authorsIn, personIn } from "./authors.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import { hugoEndings, readHugoConfig } from "./hugo/config.ts";
import { hugoDatesIn } from "./hugo/dates.ts";
import { type HugoLanguages, hugoLanguagesIn } from "./hugo/languages.ts";
import { completeHugo, readHugoPath } from "./hugo/paths.ts";
import { hugoPatterns, hugoTokens, translateHugo } from "./hugo/permalinks.ts";
import { cascadesIn, surveyHugo } from "./hugo/survey.ts";
import type { HugoSlugifierName, SomeRules } from "./rules.ts";

/** Hugo: https://gohugo.io/content-management/front-matter/, https://gohugo.io/content-management/urls/ */
export const hugo: Convention = {
  title: "Hugo",
  signs: [
    ...hugoEndings.flatMap((ending) => [
      { path: `hugo.${ending}` },
      { path: `config/_default/hugo.${ending}` },
      { path: `config/_default/config.${ending}` },
    ]),
    ...hugoEndings.map((ending) => ({
      path: `config.${ending}`,
      holds: /^\s*["']?(?:baseurl|contentdir|defaultcontentlanguage|languagecode)["']?\s*[:=]/im,
    })),
  ],
  folders: ["content"],
  rules: {
    fields: {
      permalink: ["url"],
      image: ["image", "cover", "featuredimage"],
      tags: ["tags", "categories"],
    },
    // https://gohugo.io/content-management/front-matter/#parameters
    tables: ["params"],
    doubledKeys: "silent",
    // https://gohugo.io/content-management/build-options/
    statuses: [
      {
        path: ["build", "render"],
        values: ["never", "false"],
        ...ignored("a page that is not rendered"),
      },
      { path: ["headless"], values: ["true"], ...ignored("a headless bundle") },
      { path: ["build", "list"], values: ["never", "local", "false"], status: "unlisted" },
    ],
    dates: { missing: "page", addressDay: "written" },
    address: {
      stated: "pattern",
      completeStated: completeHugo,
      translate: translateHugo,
      tokens: hugoTokens,
    },
  },
  readSite,
};

function ignored(what: string) {
  return { status: "ignored", what } as const;
}

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const table = await readHugoConfig(site);
  const languages = hugoLanguagesIn(table);
  return {
    base: languages.base,
    options: {
      site: await readFacts(site, table, languages),
      content: contentOf(languages, site.content),
    },
    rules: rulesOf(table, languages),
  };
}

async function readFacts(
  site: SiteFolder,
  table: Table,
  languages: HugoLanguages,
): Promise<Options["site"]> {
  const main = languages.tables.get(languages.main) ?? {};
  const read = (...path: readonly string[]) => textAt(main, ...path) ?? textAt(table, ...path);
  const fallback = languages.tables.size > 0 ? languages.main : read("defaultcontentlanguage");
  const language = read("locale") ?? read("languagecode") ?? fallback;
  return {
    url: onlyIf(isWebAddress, read("baseurl")),
    title: read("title"),
    description: read("params", "description") ?? read("description"),
    language: onlyIf(isLanguage, language),
    timezone: onlyIf(isTimeZone, read("timezone")),
    author: authorOf(main) ?? authorOf(table),
    authors: await readAuthors(site, textAt(table, "datadir") ?? "data"),
  };
}

function onlyIf(isMet: (text: string) => boolean, text: string | undefined): string | undefined {
  return text !== undefined && isMet(text) ? text : undefined;
}

function authorOf(table: Table) {
  const people = [valueAt(table, "params", "author"), valueAt(table, "author")].map((value) => {
    return listAt({ value }, "value").flatMap((one) => personIn(one) ?? []);
  });
  return people.find((some) => some.length > 0);
}

// What a key stands for: a file of data for each, or a table of all.
async function readAuthors(site: SiteFolder, data: string) {
  const all = await site.readFirst(...hugoEndings.map((ending) => `${data}/authors.${ending}`));
  const each: Record<string, unknown> = {};
  for (const name of await site.list(`${data}/authors`)) {
    const [, key, ending = ""] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
    if (key === undefined || !hugoEndings.includes(ending)) continue;
    each[key] = await site.readTable(`${data}/authors/${name}`);
  }
  return authorsIn({ ...all?.table, ...each });
}

function contentOf(
  { base, folders }: HugoLanguages,
  content: string | undefined,
): Options["content"] {
  const files = "**/*.{md,mdown,markdown}";
  if (content !== undefined) return { folder: content, include: [files] };
  return {
    folder: base,
    include: folders.map(({ path }) => (path === "" ? files : `${path}/${files}`)),
  };
}

function rulesOf(table: Table, languages: HugoLanguages): SomeRules {
  const { fields, path } = hugoDatesIn(table);
  const slugify = slugifyBy(table);
  const readPath = readHugoPath(languages);
  return {
    fields: { ...fields, ...taxonomiesIn(table) },
    dates: { path },
    defaults: cascadesIn(table["cascade"], languages).map(({ covers, values }) => ({
      covers: (file) => covers(readPath(file, noLanguages)),
      values,
    })),
    readPath,
    survey: surveyHugo(readPath, languages),
    address: {
      patterns: hugoPatterns(table, languages),
      slugify,
      dateNames: valueAt(table, "disablepathtolower") === true ? "capitalised" : "lower",
    },
    languages: {
      names: [...languages.tables.keys()],
      main: languages.main,
      prefix: languages.prefix,
    },
  };
}

const noLanguages = { names: [], main: undefined, prefix: "others" } as const;

// https://gohugo.io/configuration/taxonomies/: what articles are classed by, but for their authors.
function taxonomiesIn(table: Table) {
  const names = Object.values(tableAt(table, "taxonomies")).filter(
    (name) => typeof name === "string",
  );
  const tags = names.map((name) => name.toLowerCase().replace(/[_-]/g, ""));
  return tags.length === 0 ? {} : { tags: tags.filter((name) => !/^authors?$/.test(name)) };
}

function slugifyBy(table: Table) {
  const cased = valueAt(table, "disablepathtolower") === true ? "-cased" : "";
  const unaccented = valueAt(table, "removepathaccents") === true ? "-unaccented" : "";
  const slug: HugoSlugifierName = `hugo${cased}${unaccented}`;
  const title: HugoSlugifierName = `hugo-pattern${cased}${unaccented}`;
  return { slug, title, folder: slug, category: slug } as const;
}
