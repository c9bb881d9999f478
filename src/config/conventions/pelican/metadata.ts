import { isTable, type Table } from "../../../table.ts";
import { ConfigError } from "../../errors.ts";
import { tableAt, textAt, valueAt } from "../../foreign/table.ts";
import { toPath } from "../path-parts.ts";
import type { Defaults, PathFacts } from "../rules.ts";

/**
 * What articles are taken to say, from the weakest to the strongest:
 * https://docs.getpelican.com/en/4.8.0/settings.html#metadata
 */
export function pelicanDefaults(table: Table): readonly Defaults[] {
  const date = dateOf(table["DEFAULT_DATE"]);
  const language = textAt(table, "DEFAULT_LANG")?.toLowerCase() ?? "en";
  const isNamed = /\{lang\}/.test(textAt(table, "ARTICLE_URL") ?? "");
  return [
    { covers: () => true, values: toTable(table["DEFAULT_METADATA"]) },
    { covers: () => true, values: { category: textAt(table, "DEFAULT_CATEGORY") ?? "misc" } },
    { covers: () => true, values: date === undefined ? {} : { date } },
    { covers: () => true, values: isNamed ? { lang: language } : {} },
    ...pathDefaults(tableAt(table, "EXTRA_PATH_METADATA")),
  ];
}

// Old configs have a list of pairs.
function toTable(value: unknown): Table {
  if (isTable(value)) return value;
  const pairs = Array.isArray(value) ? value.filter((pair) => Array.isArray(pair)) : [];
  return Object.fromEntries(pairs.map(([key, one]) => [String(key), one]));
}

function dateOf(value: unknown): string | undefined {
  if (typeof value === "string") return value === "fs" ? "Last Modified" : value || undefined;
  if (!Array.isArray(value)) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = value.map(Number);
  return `${year}-${month}-${day} ${hour}:${two(minute)}:${two(second)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function pathDefaults(table: Table): readonly Defaults[] {
  return Object.keys(table)
    .toSorted()
    .map((key) => {
      const path = toPath(key);
      return {
        covers: (file) => file === path || file.startsWith(`${path}/`),
        values: tableAt(table, key),
      };
    });
}

/**
 * Makes the reader of paths, by `FILENAME_METADATA`, `PATH_METADATA` and `USE_FOLDER_AS_CATEGORY`;
 * what the first of them says counts.
 *
 * @throws ConfigError for a pattern that cannot be read.
 */
export function readPelicanPath(table: Table): (path: string) => PathFacts {
  const given = valueAt(table, "FILENAME_METADATA");
  const ofName = toPattern("FILENAME_METADATA", typeof given === "string" ? given : dated);
  const ofPath = toPattern("PATH_METADATA", textAt(table, "PATH_METADATA") ?? "");
  return (path) => {
    const segments = path.replace(/\.[^./]+$/, "").split("/");
    const filename = segments.pop() ?? "";
    const category = table["USE_FOLDER_AS_CATEGORY"] === false ? undefined : segments.at(-1);
    return {
      slug: filename,
      filename,
      folders: segments,
      fields: {
        ...(category === undefined ? {} : { category }),
        ...match(ofPath, path),
        ...match(ofName, filename),
      },
    };
  };
}

const dated = String.raw`(?P<date>\d{4}-\d{2}-\d{2}).*`;

function match(pattern: RegExp | undefined, text: string): Table {
  const groups = Object.entries(pattern?.exec(text)?.groups ?? {});
  return Object.fromEntries(
    groups.flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  );
}

// https://docs.python.org/3/library/re.html#regular-expression-syntax
function toPattern(name: string, written: string): RegExp | undefined {
  if (written === "") return undefined;
  const flags = /^\(\?([a-z]+)\)/.exec(written);
  const source = written
    .slice(flags?.[0].length ?? 0)
    .replaceAll("(?P<", "(?<")
    .replace(/\(\?P=(\w+)\)/g, String.raw`\k<$1>`)
    .replaceAll(String.raw`\A`, "^")
    .replaceAll(String.raw`\Z`, "$");
  try {
    return new RegExp(`^(?:${source})`, flags?.[1]?.includes("i") ? "i" : "");
  } catch (cause) {
    const reason = `Expected \`${name}\` to be a regular expression, not \`${written}\``;
    throw new ConfigError("pelicanconf.py", [{ reason }], { cause });
  }
}
