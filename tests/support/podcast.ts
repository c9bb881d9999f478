import type { Episode, Podcast } from "../../src/podcast.ts";

/** A podcast that states only what a test is about. */
export function podcast(stated: Partial<Podcast> = {}): Podcast {
  return { file: "../feedwright.config.json", categories: [], funding: [], persons: [], ...stated };
}

/** An episode that states only what a test is about. */
export function episode(stated: Partial<Episode> = {}): Episode {
  return { persons: [], transcripts: [], ...stated };
}
