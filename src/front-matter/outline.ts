import { toLanguage } from "../config/checks.ts";
import type { PathFacts } from "../config/conventions/rules.ts";
import type { Config } from "../config/resolve.ts";
import type { Outline } from "../model.ts";
import { toOwnText } from "../own-text.ts";
import { readAuthors } from "./authors.ts";
import { readBound, readPublished, readUpdated, requireDate } from "./dates.ts";
import { readEnclosures } from "./enclosure.ts";
import { readEpisode } from "./episode/episode.ts";
import { warnOfNumber } from "./episode/warn-of-number.ts";
import { addError, type Fields, scalarOf, textOf } from "./fields.ts";
import { readOwnAddress } from "./own-address.ts";
import { toPlainText } from "./plain-text.ts";
import { type Bases, readComments, readExternalUrl, readImage } from "./references.ts";
import { readTags } from "./tags.ts";

/** What an outline is read with, besides the fields. */
export interface OutlineContext {
  readonly path: PathFacts;
  readonly config: Config;
  /** Whether a date must be there; a draft needs none. */
  readonly isDated: boolean;
}

/** Reads every field; what is wrong with one becomes a message on the file. */
export async function readOutline(
  fields: Fields,
  { path, config, isDated }: OutlineContext,
): Promise<Outline> {
  const { site } = config;
  const published = readPublished(fields, path, site.timezone);
  if (!published && isDated) requireDate(fields, path);
  const language =
    readLanguage(fields) ?? (path.language && toLanguage(path.language)) ?? site.language;
  const title = readPlainText(fields, "title") ?? fields.rules.titleOf?.(path);
  const authors = readAuthors(fields, site);
  const categories = readTags(fields, "categories", path);
  const facts = { path, title, author: authors[0]?.name, categories, language, config };
  const url = published && readOwnAddress(fields, { published, ...facts });
  const bases = { siteUrl: site.url, articleUrl: url };
  const isPodcast = config.podcast !== undefined;
  const enclosures = await readEnclosures(fields, {
    contentFolder: config.content.folder,
    outFolder: config.out,
    isPodcast,
    ...bases,
  });
  return {
    id: textOf(fields, "id") ?? url,
    url,
    title,
    published,
    updated: readUpdated(fields, published, site.timezone),
    summary: readPlainText(fields, "summary"),
    language,
    authors,
    tags: readTags(fields, "tags", path),
    image: readImage(fields, bases),
    enclosures,
    episode: enclosures.length > 0 ? readOwnEpisode(fields, bases, config) : undefined,
    comments: readComments(fields, bases),
    externalUrl: readExternalUrl(fields),
    from: readBound(fields, "from", site.timezone),
    until: readBound(fields, "until", site.timezone),
  };
}

function readOwnEpisode(fields: Fields, bases: Bases, { podcast }: Config): Outline["episode"] {
  if (!podcast) return undefined;
  const episode = readEpisode(fields, bases);
  if (podcast.type === "serial") warnOfNumber(fields, episode);
  return episode;
}

function readPlainText(fields: Fields, name: "title" | "summary"): string | undefined {
  const text = textOf(fields, name);
  return text === undefined ? undefined : toOwnText(toPlainText(text)) || undefined;
}

function readLanguage(fields: Fields): string | undefined {
  const value = scalarOf(fields, "language", "a language");
  if (!value) return undefined;
  // `ko_KR` is how operating systems write what BCP 47 writes `ko-KR`.
  const language = toLanguage(value.text.trim().replaceAll("_", "-"));
  if (language === undefined) {
    addError(fields, "language", value, "Expected a BCP 47 language such as `en` or `pt-BR`");
  }
  return language;
}
