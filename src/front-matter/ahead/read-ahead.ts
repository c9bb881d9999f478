import { Worker } from "node:worker_threads";
import type { VFile } from "vfile";
import type { SourceText } from "../../source-file.ts";
import type { ReadingData } from "./reading-thread.ts";
import { createTaker, shareTexts } from "./shared-texts.ts";

/** Texts that are read before they are wanted. */
export interface Ahead {
  /** A file's text, if it is there by now; files are asked for in their order. */
  readonly textOf: (file: VFile) => SourceText | undefined;
  /** Lets the thread end. */
  readonly close: () => void;
}

/**
 * Reads files in a thread, while the one that asked works on those before them. Where it does not
 * come in time, or at all, nothing is lost: who wants a file reads it.
 *
 * @returns undefined where there are too few to be worth it
 */
export function readAhead(files: readonly VFile[]): Ahead | undefined {
  // Modules that are not compiled cannot be loaded in a thread.
  if (files.length < fewest || !import.meta.url.endsWith(".js")) return undefined;
  const texts = shareTexts(files.length);
  const paths = files.map(({ cwd, path }) => `${cwd}/${path}`).join("\0");
  if (!start({ paths, texts })) return undefined;
  const { take, close } = createTaker(texts);
  let next = 0;
  return {
    textOf: (file) => (file === files[next] ? take(next++) : undefined),
    close,
  };
}

// A thread takes as long to start as hundreds of files to read.
const fewest = 1000;

function start(workerData: ReadingData): boolean {
  try {
    const thread = new Worker(new URL("./reading-thread.js", import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    // Nobody waits for it, nor has to know how it fared.
    thread.on("error", () => undefined).unref();
    return true;
  } catch {
    return false;
  }
}
