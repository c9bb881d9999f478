import { boxesIn, findBox, readMovieBox } from "./boxes.ts";
import { type MovieChapter, readChapters } from "./chapters.ts";
import { readTimes } from "./times.ts";

/** What an MP4, M4A or MOV file says of itself. */
interface MovieFacts {
  /** Seconds. */
  readonly duration: number | undefined;
  readonly chapters: readonly MovieChapter[];
}

/**
 * Reads how long a film or sound in boxes lasts, and its chapters (ISO/IEC 14496-12; Apple's
 * QuickTime File Format). `music-metadata` 11 reads chapters only where each is a chunk of its own
 * and the movie's box stands before them, and of a MOV file not even how long it lasts.
 *
 * @returns undefined where the file is none, or cannot be read
 */
export async function readMovie(file: Blob): Promise<MovieFacts | undefined> {
  try {
    const movie = await readMovieBox(file);
    const times = movie && readTimes(findBox(movie, "mvhd"));
    if (!times) return undefined;
    const tracks = boxesIn(movie).flatMap(({ type, bytes }) => (type === "trak" ? [bytes] : []));
    const chapters = await readChapters(file, { movie, tracks, timeScale: times.timeScale });
    return { duration: times.duration, chapters };
  } catch (error) {
    // A box says more than it holds.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
