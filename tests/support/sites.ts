import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadOptions } from "../../src/config/load.ts";
import { mergeOptions } from "../../src/config/merge.ts";
import type { Options } from "../../src/config/options.ts";
import { readSite, type SiteReading } from "../../src/config/read-site.ts";
import { resolveConfig } from "../../src/config/resolve.ts";
import { generate } from "../../src/generate.ts";
import type { Status } from "../../src/model.ts";
import { describeMessages } from "./reading.ts";

/** An article as a site's own generator would list it. */
export interface Listed {
  readonly source: string;
  readonly status: Status;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
  readonly externalUrl?: string | undefined;
}

/** A site as it was read: whose conventions, every file, and what was said. */
export interface ReadSite {
  readonly site: SiteReading;
  readonly listed: readonly Listed[];
  readonly messages: readonly string[];
}

/** Where the sites of the generators are: `<generator>/site` and `<generator>/expected.json`. */
export const sites = join(import.meta.dirname, "../sites");

/** The names of the sites. */
export const siteNames: readonly string[] = (await readdir(sites)).toSorted();

/** What a site's `expected.json` says. */
export async function readExpected(name: string): Promise<readonly Listed[]> {
  return JSON.parse(await readFile(join(sites, name, "expected.json"), "utf8"));
}

/** Reads a folder as `feedwright list` does; titles and summaries from the text are left out. */
export async function readWholeSite(folder: string, options: Options = {}): Promise<ReadSite> {
  const own = mergeOptions((await loadOptions(folder)).options, options);
  const site = await readSite(own, folder);
  const gate = { drafts: false, future: false, skipInvalid: true, now: new Date("2026-01-01Z") };
  const { decisions, files } = await generate(resolveConfig(own, folder, { site }), gate);
  const listed = decisions.map(({ reading: { source, outline }, status }) => ({
    source,
    status,
    url: outline.url,
    published: outline.published?.toISOString(),
    updated: outline.updated?.toISOString(),
    title: outline.title,
    language: outline.language,
    authors: outline.authors.map(({ name }) => name),
    tags: outline.tags,
    externalUrl: outline.externalUrl,
  }));
  const messages = files.flatMap((file) =>
    describeMessages(file).map((message) => `${file.path} ${message}`),
  );
  return { site, listed, messages };
}
