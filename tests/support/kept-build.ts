import { join } from "node:path";
import type { VFile } from "vfile";
import type { Config } from "../../src/config/resolve.ts";
import { generate } from "../../src/generate.ts";
import { openStore, type Store, type StoreOptions } from "../../src/store/store.ts";
import { textOf } from "./output-file.ts";
import { describeMessages } from "./reading.ts";

/** What a build with a store gave, and how it came by it. */
export interface KeptBuild {
  /** The feeds' texts by path. */
  readonly feeds: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, readonly string[]>>;
  /** The sources whose reading was recalled by what the system says of the file. */
  readonly byState: readonly string[];
  /** Those whose reading was recalled by their text. */
  readonly byText: readonly string[];
  /** Those that were read anew. */
  readonly anew: readonly string[];
  /** Those whose entry was made anew. */
  readonly rendered: readonly string[];
  readonly hits: number;
}

const gate = { drafts: false, future: false, now: new Date("2026-01-01T00:00:00Z") };

/** A time long after every file was written: all are trusted. */
export const later = Date.now() + 60 * 60 * 1000;

/** Options of a store in `cache` that state only what a test is about. */
export function storeOptions(root: string, stated: Partial<StoreOptions> = {}): StoreOptions {
  return {
    folder: join(root, "cache"),
    formats: ["rss", "atom", "json"],
    readPrint: "r",
    entryPrint: "e",
    start: later,
    maxSize: 1_000_000_000,
    ...stated,
  };
}

/** Builds the feeds of a config with a store, and keeps what was worked out. */
export async function buildKept(config: Config, options: StoreOptions): Promise<KeptBuild> {
  const { formats } = config.feed;
  const observed = observe(openStore({ ...options, formats }));
  try {
    const { store } = observed;
    const { outputs, decisions, files } = await generate(
      config,
      { ...gate, skipInvalid: true },
      { store },
    );
    const feeds = Object.fromEntries(outputs.map((output) => [output.path, textOf(output)]));
    await store.commit();
    return {
      feeds,
      statuses: Object.fromEntries(
        decisions.map(({ reading, status }) => [reading.source, status]),
      ),
      messages: Object.fromEntries(files.map((file) => [file.path, describeMessages(file)])),
      ...observed.seen,
      hits: store.counts().hits,
    };
  } finally {
    observed.store.close();
  }
}

// Asks the real store, and notes what it answered.
function observe(store: Store) {
  const seen = {
    byState: [] as string[],
    byText: [] as string[],
    anew: [] as string[],
    rendered: [] as string[],
  };
  const note = <Found>(list: string[], { path }: VFile, found: Found): Found => {
    if (found !== undefined) list.push(path);
    return found;
  };
  const observed: Store = {
    ...store,
    recall: (file, facts) => note(seen.byState, file, store.recall(file, facts)),
    recallText: (file, facts) => {
      const reading = store.recallText(file, facts);
      note(reading ? seen.byText : seen.anew, file, file.path);
      return reading;
    },
    keepEntry: (article, entry, product) => {
      return note(seen.rendered, article.file, store.keepEntry(article, entry, product));
    },
  };
  return { store: observed, seen };
}
