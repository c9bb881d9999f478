import { isTable, type Table } from "../../../table.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";

/** The endings of Hugo's config and data files, in the order in which they are looked for. */
export const hugoEndings = ["toml", "yaml", "yml", "json"];

/**
 * Hugo's config: the file in the root, covered by those in `config/_default`, covered by those in
 * `config/production`. Keys are in lower case, for their case makes no difference.
 * https://gohugo.io/configuration/introduction/
 *
 * @throws ConfigError where a file is damaged.
 */
export async function readHugoConfig(site: SiteFolder): Promise<Table> {
  const names = ["hugo", "config"].flatMap((name) => hugoEndings.map((one) => `${name}.${one}`));
  const root = await site.readFirst(...names);
  const tables = [
    root?.table ?? {},
    ...(await readFolder(site, "config/_default")),
    ...(await readFolder(site, "config/production")),
  ];
  return tables.map((table) => lowerKeys(table, deepest)).reduce(mergeTables, {});
}

// The name of a file is the key of what it holds: `params.toml`, and for a language `params.de.toml`.
async function readFolder(site: SiteFolder, folder: string): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const name of await site.list(folder)) {
    const [, key = "", language, ending = ""] = /^([^.]+)(?:\.([^.]+))?\.([^.]+)$/.exec(name) ?? [];
    if (!hugoEndings.includes(ending)) continue;
    const table = (await site.readTable(`${folder}/${name}`)) ?? {};
    const keyed = key === "hugo" || key === "config" ? table : { [key]: table };
    tables.push(language === undefined ? keyed : { languages: { [language]: keyed } });
  }
  return tables;
}

/** The levels of tables that hold anything of interest: `languages.fr.permalinks.page.posts`. */
const deepest = 6;

function lowerKeys(table: Table, levels: number): Table {
  const entries = Object.entries(table).map(([key, value]) => {
    return [key.toLowerCase(), lowerKeysIn(value, levels - 1)] as const;
  });
  return Object.fromEntries(entries);
}

function lowerKeysIn(value: unknown, levels: number): unknown {
  if (levels < 0) return value;
  if (Array.isArray(value)) return value.map((item) => lowerKeysIn(item, levels));
  return isTable(value) ? lowerKeys(value, levels) : value;
}

function mergeTables(below: Table, above: Table): Table {
  const merged = Object.entries(above).map(([key, value]) => {
    const covered = below[key];
    return [key, isTable(value) && isTable(covered) ? mergeTables(covered, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(merged) };
}
