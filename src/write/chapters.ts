import type { Article, OutputFile } from "../model.ts";
import type { Chapter } from "../podcast.ts";
import { fileOfBytes } from "./file-of-bytes.ts";

/** A document that no reader subscribes to, but a feed leads to. */
export type SideFile = Pick<OutputFile, "path" | "group" | "digest" | "bytes" | "read">;

/** The media type of chapters as JSON. */
export const chaptersType = "application/json+chapters";

/**
 * The documents of the chapters that media files name
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md),
 * one for an episode that has no document of its author's own.
 */
export function composeChapters(
  articles: readonly Article[],
  siteUrl: string,
): readonly SideFile[] {
  const files = articles.flatMap((article): readonly [string, SideFile][] => {
    const place = placeOfChapters(article, siteUrl);
    const [media] = article.enclosures;
    if (!place || !media?.chapters) return [];
    return [[place.path, toFile(place.path, media.chapters)]];
  });
  return [...new Map(files).values()];
}

/** Where the chapters of an article stand: beside its media file, below the site. */
interface Place {
  readonly url: string;
  /** Below the output folder, with `/`. */
  readonly path: string;
}

/**
 * Where the chapters of an article's media file stand.
 *
 * @returns undefined where the file names none, the author names others, or it lies elsewhere.
 */
export function placeOfChapters(
  { enclosures: [media], episode }: Pick<Article, "enclosures" | "episode">,
  siteUrl: string,
): Place | undefined {
  if (!media?.chapters || !episode || episode.chapters !== undefined) return undefined;
  const url = media.url.replace(/[?#].*$/, "");
  if (!url.startsWith(siteUrl)) return undefined;
  const path = toPath(url.slice(siteUrl.length));
  return path === undefined ? undefined : { url: url + ending, path: path + ending };
}

const ending = ".chapters.json";

// Below the site's address, but not as a file: `a%2Fb`, `..`.
function toPath(address: string): string | undefined {
  const segments = address.split("/").map(decode);
  const isPlain = segments.every((one) => one !== undefined && isFileName(one));
  return isPlain ? segments.join("/") : undefined;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isFileName(segment: string): boolean {
  return segment !== "" && !/^\.{1,2}$/.test(segment) && !/[/\\:\p{Cc}]/u.test(segment);
}

function toFile(path: string, chapters: readonly Chapter[]): SideFile {
  const document = {
    version: "1.2.0",
    chapters: chapters.map(({ start, title }) => ({ startTime: start, title })),
  };
  return fileOfBytes(path, `${JSON.stringify(document, null, 2)}\n`);
}
