import { extname } from "node:path";
import type { Table } from "../../../table.ts";
import { readScript } from "../../foreign/script.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import { textsAt, valueAt } from "../../foreign/table.ts";
import type { Defaults } from "../rules.ts";
import { findDataFiles } from "./data-files.ts";

/** What data files say of the articles beside them. */
export interface EleventyData {
  readonly defaults: readonly Defaults[];
  /** Programs that make addresses, which only running them would tell. */
  readonly programs: readonly Program[];
}

/** A data file that is a program. */
interface Program {
  /** Below the root. */
  readonly path: string;
  readonly covers: Defaults["covers"];
}

/**
 * Reads the data files of folders and of single articles: what is nearer covers what is further
 * away, but for tags, which add up. https://www.11ty.dev/docs/data-template-dir/
 *
 * @param input the input folder, below the root
 */
export async function readData(site: SiteFolder, input: string): Promise<EleventyData> {
  const files = await findDataFiles(site, input);
  const read = await Promise.all(
    files.map(async (file) => ({ ...file, ...(await readDataFile(site, file.path)) })),
  );
  return {
    defaults: read.map(({ covers, example, table }, index) => {
      const around = read.slice(0, index + 1).filter((one) => one.covers(example));
      return { covers, values: { ...valuesOf(table), inheritedTags: around.flatMap(tagsOf) } };
    }),
    programs: read.filter(({ makesAddresses }) => makesAddresses),
  };
}

/** A data file, and whether it is a program that may make addresses. */
export interface DataFile {
  readonly table: Table;
  readonly makesAddresses: boolean;
}

/** Reads a data file; of one that is a program, what is written out in it. It is not run. */
export async function readDataFile(site: SiteFolder, path: string): Promise<DataFile> {
  if (!/^\.[cm]?js$/.test(extname(path))) {
    return { table: (await site.readTable(path)) ?? {}, makesAddresses: false };
  }
  const text = (await site.readText(path)) ?? "";
  // One that is written out counts as if the article stated it.
  const makesAddresses = /\bpermalink["']?\s*[:(]/.test(text);
  return { table: await readScript(text, path), makesAddresses };
}

// https://www.11ty.dev/docs/permalinks/: a computed one counts where there is no other.
function valuesOf({ tags: _, ...table }: Table): Table {
  const computed = valueAt(table, "eleventyComputed", "permalink");
  return computed === undefined ? table : { permalink: computed, ...table };
}

function tagsOf({ table }: DataFile): readonly string[] {
  const { tags } = table;
  return typeof tags === "string" ? tags.split(",") : textsAt(table, "tags");
}
