import type { Table } from "../../../table.ts";
import { tableAt, textsAt } from "../../foreign/table.ts";
import type { DateRules, FieldNames } from "../rules.ts";

type DateName = "published" | "updated" | "from" | "until";

/** What Hugo's config says of dates. */
export interface HugoDates {
  readonly fields: Pick<FieldNames, DateName>;
  readonly path: DateRules["path"];
}

/**
 * Which fields hold the dates: https://gohugo.io/configuration/front-matter/#dates. The times of
 * files and commits (`:fileModTime`, `:git`) are other ones on every machine; they are passed over.
 *
 * @param table the config, its keys in lower case
 */
export function hugoDatesIn(table: Table): HugoDates {
  const listOf = (name: keyof typeof standard): readonly string[] => {
    const stated = textsAt(tableAt(table, "frontmatter"), name).map((one) => one.toLowerCase());
    return stated.length === 0
      ? standard[name]
      : stated.flatMap((one) => (one === ":default" ? standard[name] : one));
  };
  const dates = listOf("date");
  return {
    fields: {
      published: toFields(dates),
      updated: toFields(listOf("lastmod")),
      // `published: true` is a flag.
      from: toFields(listOf("publishdate")).filter((name) => name !== "published"),
      until: toFields(listOf("expirydate")),
    },
    path: pathRule(dates.indexOf(":filename")),
  };
}

// What Hugo falls back to in the end, the date itself, is left out: it is none of an update.
const standard = {
  date: ["date", "publishdate", "lastmod"],
  lastmod: ["lastmod"],
  publishdate: ["publishdate"],
  expirydate: ["expirydate"],
} as const satisfies Record<string, readonly string[]>;

// https://gohugo.io/configuration/front-matter/#aliases
const aliases: ReadonlyMap<string, readonly string[]> = new Map([
  ["lastmod", ["modified"]],
  ["publishdate", ["pubdate", "published"]],
  ["expirydate", ["unpublishdate"]],
]);

function toFields(names: readonly string[]): readonly string[] {
  const fields = names.filter((name) => !name.startsWith(":"));
  return [...new Set(fields.flatMap((name) => [name, ...(aliases.get(name) ?? [])]))].map((name) =>
    name.replace(/[_-]/g, ""),
  );
}

function pathRule(index: number): DateRules["path"] {
  if (index === -1) return "never";
  return index === 0 ? "before" : "after";
}
