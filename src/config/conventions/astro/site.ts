import { isTable, type Table } from "../../../table.ts";
import { isWebAddress, toLanguage } from "../../checks.ts";
import { readExports } from "../../foreign/script.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import { textAt } from "../../foreign/table.ts";
import type { Options } from "../../options.ts";
import { authorsIn, personIn } from "../authors.ts";

/** Where sites keep their title and the like: Astro's own config has no place for them. */
const factFiles = [
  ...["src/consts", "src/constants", "src/config", "src/site.config", "src/site-config"],
  ...["src/siteConfig", "src/config/site", "src/config/index", "src/data/site", "src/lib/consts"],
  ...["site.config", "astro-paper.config"],
].flatMap((name) => [`${name}.ts`, `${name}.js`, `${name}.mjs`]);

/**
 * What the site says of itself: the address in its config, the rest in constants such as
 * `SITE_TITLE` or a table such as `SITE`, as Astro's examples and common themes have them.
 */
export async function readSiteFacts(site: SiteFolder, config: Table): Promise<Options["site"]> {
  const facts = await readFacts(site);
  const language = textAt(facts, "lang") ?? textAt(facts, "language") ?? textAt(facts, "locale");
  const own = textAt(config, "i18n", "defaultLocale");
  const author = textAt(facts, "author");
  return {
    url: addressOf(config, facts),
    title: textAt(facts, "title") ?? textAt(facts, "name"),
    description: textAt(facts, "description") ?? textAt(facts, "desc") ?? textAt(facts, "tagline"),
    language: toLanguage((language ?? own ?? "").replaceAll("_", "-")),
    // Astro's dates have no zone but UTC; that of a theme is for showing them.
    timezone: "UTC",
    author: personIn(author ? { name: author, url: textAt(facts, "profile") } : facts["author"]),
    authors: await readAuthors(site),
  };
}

function addressOf(config: Table, facts: Table): string | undefined {
  const names = ["url", "website", "href", "origin", ""];
  const stated = [textAt(config, "site"), ...names.map((name) => textAt(facts, name))];
  const site = stated.find((url) => url !== undefined && isWebAddress(url));
  if (site === undefined) return undefined;
  const base = textAt(config, "base") ?? "/";
  return new URL(`/${base}/`.replace(/\/+/g, "/"), site).href;
}

/** All that the files say, by names without `SITE_`: the first that says something counts. */
async function readFacts(site: SiteFolder): Promise<Table> {
  const found: Table[] = [];
  for (const path of factFiles) {
    const text = await site.readText(path);
    if (text !== undefined) found.push(...layersOf(await readExports(text, path)));
  }
  return Object.fromEntries(found.toReversed().flatMap((table) => Object.entries(table)));
}

// The constants, and the tables that hold such: `SITE`, `siteConfig`, what is exported by default.
function layersOf(exported: Table): readonly Table[] {
  const layer = withoutPrefix(exported);
  const inner = ["", "config", "info", "metadata", "meta", "default"].map((name) => layer[name]);
  const deeper = isTable(layer["default"]) ? [withoutPrefix(layer["default"])[""]] : [];
  return [layer, ...[...inner, ...deeper].filter(isTable).map(withoutPrefix)];
}

/** `SITE_TITLE`, `siteTitle`, `BLOG_TITLE` and `title` are one. */
function withoutPrefix(table: Table): Table {
  const members = Object.entries(table).map(([name, value]) => {
    const plain = name.toLowerCase().replace(/[_-]/g, "");
    return [plain.replace(/^(?:site|blog(?=.))/, ""), value] as const;
  });
  return Object.fromEntries(members);
}

/** https://docs.astro.build/en/guides/content-collections/#defining-collection-references */
async function readAuthors(site: SiteFolder) {
  const people: Record<string, Table> = {};
  for (const folder of ["src/content/authors", "src/data/authors"]) {
    for (const file of await site.list(folder)) {
      const key = /^(.+)\.(?:json|ya?ml)$/.exec(file)?.[1];
      const person = key === undefined ? undefined : await site.readTable(`${folder}/${file}`);
      if (key !== undefined && person) people[key] = person;
    }
  }
  return authorsIn(people);
}
