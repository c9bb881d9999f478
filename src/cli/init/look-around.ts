import { relative, resolve } from "node:path";
import { UsageError } from "../../config/errors.ts";
import type { Options } from "../../config/options.ts";
import { readSite, type SiteReading } from "../../config/read-site.ts";
import { defaults } from "../../config/resolve.ts";
import { findContent, findLanguages } from "../../discover/find-content.ts";

/** What a folder says of itself, and what it does not. */
export interface Findings {
  readonly site: SiteReading;
  /** The content folder as a config in the folder names it; undefined where none need to. */
  readonly content: string | undefined;
  /** Languages that folders stand for, where no generator says so; none is undefined. */
  readonly languages: string[] | undefined;
}

/**
 * Looks at the folder that a config will stand in.
 *
 * @param asked the content folder that a flag names, absolute
 * @throws UsageError where there are no articles; ConfigError where the generator's config is damaged.
 */
export async function lookAround(cwd: string, asked: string | undefined): Promise<Findings> {
  const around = await readSite({}, cwd);
  const content =
    asked === undefined ? await findOwn(cwd, around) : nameFolder(cwd, asked, around.options);
  const site =
    content === undefined ? around : await readSite({ content: { folder: content } }, cwd);
  const folder = resolve(cwd, content ?? defaults.folder);
  const languages = site.convention === "plain" ? await findLanguages(folder) : [];
  return { site, content, languages: languages.length === 0 ? undefined : [...languages] };
}

async function findOwn(cwd: string, { convention }: SiteReading): Promise<string | undefined> {
  if (convention !== "plain") return undefined;
  const folder = await findContent(cwd);
  if (folder !== undefined) return folder === defaults.folder ? undefined : folder;
  throw new UsageError(
    `Expected articles (Markdown with front matter) in this folder, not none; \`--content FOLDER\` names another: ${cwd}`,
  );
}

function nameFolder(cwd: string, asked: string, { content }: Options): string | undefined {
  if (asked === resolve(cwd, content?.folder ?? defaults.folder)) return undefined;
  return toRelative(cwd, asked);
}

/** A path as a config in the folder names it: relative, with `/`; `.` for the folder itself. */
export function toRelative(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/") || ".";
}
