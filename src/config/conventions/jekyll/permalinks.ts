import { isTable, type Table } from "../../../table.ts";
import { tableAt, textAt, textsAt } from "../../foreign/table.ts";
import type { Defaults } from "../rules.ts";

/**
 * The pattern of the posts' addresses. Only the `permalink` of the whole site may name a preset:
 * https://jekyllrb.com/docs/permalinks/#built-in-formats
 */
export function postPattern(table: Table): string {
  const own = textAt(table, "collections", "posts", "permalink");
  const permalink = textAt(table, "permalink") ?? "date";
  return own ?? presets.get(permalink) ?? permalink;
}

const presets: ReadonlyMap<string, string> = new Map([
  ["date", "/:categories/:year/:month/:day/:title:output_ext"],
  ["pretty", "/:categories/:year/:month/:day/:title/"],
  ["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
  ["weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"],
  ["none", "/:categories/:title:output_ext"],
]);

/**
 * The collections that stand in feeds beside the posts:
 * https://github.com/jekyll/jekyll-feed#collections
 */
export function feedCollections(table: Table): readonly string[] {
  const { collections } = tableAt(table, "feed");
  const names = isTable(collections)
    ? Object.keys(collections)
    : textsAt({ collections }, "collections");
  return names.filter((name) => name !== "posts");
}

/** What the documents of collections say by default: the pattern of their addresses. */
export function collectionDefaults(
  table: Table,
  collections: readonly string[],
): readonly Defaults[] {
  return collections.map((name) => {
    const pattern =
      textAt(table, "collections", name, "permalink") ?? `/:collection/:path${endingOf(table)}`;
    return {
      covers: (path: string) => path.startsWith(`_${name}/`),
      values: { permalink: pattern },
    };
  });
}

// Addresses end as those of the posts do; `weekdate` was forgotten there.
function endingOf(table: Table): string {
  const permalink = textAt(table, "permalink") ?? "date";
  if (permalink === "pretty" || permalink.endsWith("/")) return "/";
  return /^(?:date|ordinal|none)$|:output_ext$/.test(permalink) ? ":output_ext" : "";
}
