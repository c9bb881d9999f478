import type { Table } from "../../../table.ts";
import { tableAt, textAt, valueAt } from "../../foreign/table.ts";
import type { AddressRules, SlugifierName } from "../rules.ts";

/** What Hexo's config says of addresses: https://hexo.io/docs/configuration#URL */
export function addressesOf(table: Table): Partial<AddressRules> {
  const complete = valueAt(table, "post_asset_folder") === true ? closeFolder : asItIs;
  return {
    patterns: [
      { folder: "", pattern: complete(textAt(table, "permalink") ?? ":year/:month/:day/:title/") },
    ],
    completeStated: complete,
    categoryNames: new Map(
      Object.entries(tableAt(table, "category_map")).map(([name, slug]) => [name, String(slug)]),
    ),
    noCategory: textAt(table, "default_category") ?? "uncategorized",
    slugify: {
      slug: "none",
      title: "hexo-lower",
      folder: "none",
      category: cases.get(textAt(table, "filename_case") ?? "") ?? "hexo",
    },
    hidesIndex: valueAt(table, "pretty_urls", "trailing_index") === false,
    hidesHtml: valueAt(table, "pretty_urls", "trailing_html") === false,
  };
}

// A post with a folder of pictures is a folder itself: https://hexo.io/docs/asset-folders
function closeFolder(address: string): string {
  return /(?:\/|\.html)$/.test(address) ? address : `${address}/`;
}

function asItIs(address: string): string {
  return address;
}

const cases: ReadonlyMap<string, SlugifierName> = new Map([
  ["1", "hexo-lower"],
  ["2", "hexo-upper"],
]);
