import { type FileHandle, open } from "node:fs/promises";
import type { IAudioMetadata } from "music-metadata";
import type { MediaFile } from "../media-file.ts";
import type { Chapter } from "../podcast.ts";
import { toLine } from "../xml-text.ts";
import { FilePart, LimitedFile } from "./file-part.ts";
import { readMovie } from "./movie/movie.ts";

/** What a media file says of itself; what it does not say is not there. */
export interface MediaFacts {
  readonly type?: string | undefined;
  /** Whole seconds, at least one. */
  readonly duration?: number | undefined;
  readonly chapters?: readonly Chapter[] | undefined;
}

/**
 * Measures a sound or a film. One is measured after the other, so that a thousand episodes do not
 * take a thousand open files.
 *
 * @returns nothing where the file is no medium that can be read, or not within the limits.
 */
export async function measureMedia(file: MediaFile): Promise<MediaFacts> {
  const mine = turn.then(() => measure(file));
  turn = mine.catch(() => undefined);
  return await mine;
}

let turn: Promise<unknown> = Promise.resolve();

async function measure({ path, bytes }: MediaFile): Promise<MediaFacts> {
  if (bytes === 0 || bytes > mostBytes) return {};
  try {
    const handle = await open(path);
    return await readFacts(handle, bytes).finally(() => handle.close());
  } catch {
    // The parser has many kinds of error for what it does not understand, `TypeError` among them.
    return {};
  }
}

/** Films are large, and their ends are read without what lies before. */
const mostBytes = 8_000_000_000;

async function readFacts(handle: FileHandle, bytes: number): Promise<MediaFacts> {
  // Loaded here: it takes its time, and few sites have sounds.
  const { parseBlob } = await import("music-metadata");
  const part = () => new FilePart(new LimitedFile(handle), { start: 0, end: bytes });
  const movie = await readMovie(part());
  const includeChapters = movie === undefined;
  const metadata = await parseBlob(part(), { duration: true, skipCovers: true, includeChapters });
  return toFacts(metadata, movie);
}

function toFacts({ format }: IAudioMetadata, movie: Movie): MediaFacts {
  const { duration = movie?.duration, chapters = [] } = format;
  const hasDuration = duration !== undefined && Number.isFinite(duration) && duration > 0;
  const own = chapters.map(({ start, timeScale = 1, title = "" }) => {
    return { start: start / timeScale, title };
  });
  return {
    type: typeOf(format),
    duration: hasDuration ? Math.max(1, Math.round(duration)) : undefined,
    chapters: toChapters(movie?.chapters ?? own),
  };
}

type Movie = Awaited<ReturnType<typeof readMovie>>;

function typeOf({ container = "", hasVideo }: IAudioMetadata["format"]): string | undefined {
  const [, kind] = containers.find(([name]) => name.test(container)) ?? [];
  // QuickTime's type is one of films, whatever it holds.
  return kind && `${hasVideo || kind === "quicktime" ? "video" : "audio"}/${kind}`;
}

const containers = [
  [/^MPEG/, "mpeg"],
  [/^qt/, "quicktime"],
  [/^(?:M4[ABV]|isom|iso\d|mp4|avc1|dash)/i, "mp4"],
  [/^WAVE/, "wav"],
  [/^FLAC/, "flac"],
  [/^Ogg/, "ogg"],
  [/webm/, "webm"],
] as const;

function toChapters(chapters: readonly Chapter[]): readonly Chapter[] | undefined {
  const named = chapters.slice(0, mostChapters).flatMap(({ start, title }) => {
    const seconds = Math.round(start * 1000) / 1000;
    const name = toLine(title).slice(0, longestTitle);
    return Number.isFinite(seconds) && seconds >= 0 && name !== ""
      ? [{ start: seconds, title: name }]
      : [];
  });
  return named.length === 0 ? undefined : named.toSorted((a, b) => a.start - b.start);
}

const mostChapters = 1000;
const longestTitle = 500;
