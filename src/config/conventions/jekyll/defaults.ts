import picomatch from "picomatch";
import { isTable, type Table } from "../../../table.ts";
import { listAt, tableAt, textAt } from "../../foreign/table.ts";
import { toPath } from "../path-parts.ts";
import type { Defaults } from "../rules.ts";

/**
 * The defaults of front matter: https://jekyllrb.com/docs/configuration/front-matter-defaults/
 * Of several that set a value, the longer path wins, then the one that names a type, then the later.
 */
export function defaultsOf(table: Table, collections: readonly string[]): readonly Defaults[] {
  const folder = toPath(textAt(table, "collections_dir") ?? "");
  const typeOf = (path: string) =>
    collections.find((name) => path.startsWith(`_${name}/`)) ?? "posts";
  return listAt(table, "defaults")
    .filter(isTable)
    .map((entry) => ({
      path: textAt(entry, "scope", "path") ?? "",
      type: textAt(entry, "scope", "type")?.replace(/^post$/, "posts"),
      values: addingCategories(tableAt(entry, "values")),
    }))
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .map(({ path, type, values }) => {
      const isBelow = scopeOf(path, folder);
      const isOfType = (file: string) => type === undefined || typeOf(file) === type;
      return { covers: (file) => isBelow(file) && isOfType(file), values };
    });
}

function rankOf({ path, type }: { readonly path: string; readonly type?: string | undefined }) {
  return path.replace(/^\//, "").length * 2 + (type === undefined ? 0 : 1);
}

// Every other default gives way to front matter; categories add up.
function addingCategories({ categories, ...values }: Table): Table {
  return categories === undefined ? values : { ...values, default_categories: categories };
}

// Without an asterisk a path is the beginning of others, even in the middle of a name.
function scopeOf(path: string, folder: string): (file: string) => boolean {
  const below =
    folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  if (!path.includes("*")) return (file) => file.startsWith(below);
  const fits = picomatch(below.replace(/\/+$/, ""));
  return (file) => withFolders(file).some((one) => fits(one));
}

function withFolders(file: string): readonly string[] {
  const segments = file.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
