import { posix } from "node:path";
import type { Table } from "../../../table.ts";
import { isWebAddress, toLanguage } from "../../checks.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import { textAt } from "../../foreign/table.ts";
import type { Options } from "../../options.ts";
import { personIn } from "../authors.ts";
import { readDataFile } from "./data.ts";

/**
 * What a site's global data says of it. Eleventy itself has no names for that; these are those of its
 * starter projects. https://www.11ty.dev/docs/data-global/
 *
 * @param data the folder of global data, below the root
 */
export async function siteOptions(
  site: SiteFolder,
  { data, pathPrefix }: { readonly data: string; readonly pathPrefix: string },
): Promise<Options["site"]> {
  const tables = await readGlobalData(site, data);
  const first = (...names: readonly string[]) => {
    return tables.flatMap((table) => names.map((name) => textAt(table, name))).find(Boolean);
  };
  const author = tables.map((table) => personIn(table["author"])).find(Boolean);
  return {
    url: siteUrl(first("url", "baseUrl", "baseurl", "base"), pathPrefix),
    title: first("title", "name"),
    description: first("description"),
    language: toLanguage(first("language", "lang", "locale")?.replaceAll("_", "-") ?? ""),
    author: author ?? first("authorName"),
  };
}

async function readGlobalData(site: SiteFolder, data: string): Promise<readonly Table[]> {
  const paths = ["metadata", "site", "meta"].flatMap((name) => {
    return ["js", "cjs", "mjs", "json", "yaml", "yml"].map((kind) =>
      posix.join(data, `${name}.${kind}`),
    );
  });
  const files = await Promise.all(paths.map((path) => readDataFile(site, path)));
  return files.map(({ table }) => table);
}

// `pathPrefix` is where the pages lie on the server: https://www.11ty.dev/docs/config/#deploy-to-a-subdirectory-with-a-path-prefix
function siteUrl(written: string | undefined, pathPrefix: string): string | undefined {
  if (written === undefined || !isWebAddress(written)) return undefined;
  const url = new URL(written);
  return url.pathname === "/" && pathPrefix !== ""
    ? new URL(`/${pathPrefix}/`, url).href
    : url.href;
}
