import { readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { mergeOptions } from "../../src/config/merge.ts";
import type { Options } from "../../src/config/options.ts";
import { ledgerName } from "../../src/ledger/ledger-name.ts";
import { type Ran, runWith } from "../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";
import { cacheWarning, expectedReport, type Feeds, normalise, reportOf } from "./model-report.ts";

/** How a run goes, apart from the config. */
export interface Run {
  readonly now: string;
  readonly reporter: "json" | "text";
  readonly flags: readonly string[];
  /** Whether it comes so long after what befell the site that the times of all files are trusted. */
  readonly isLate: boolean;
}

/** What befalls a kept file: bits that turn, an end that is lost, rubbish in its place. */
export type Damage = "flip" | "cut" | "rubbish" | "folder";

/** A real site in a folder of its own, which things befall, and which is built now and then. */
export class ModelSite {
  readonly root: string;
  // What a file said before, so that it can be given back.
  readonly #before = new Map<string, string>();
  #isDamaged = false;
  #isForgetful = false;

  constructor(root: string) {
    this.root = root;
  }

  async put(files: Files): Promise<void> {
    for (const path of Object.keys(files)) {
      const text = await readFile(join(this.root, path), "utf8").catch(() => undefined);
      if (text !== undefined) this.#before.set(path, text);
    }
    await addFiles(this.root, files);
  }

  /** Changes the config, key by key. */
  async configure(options: Options): Promise<void> {
    const path = "feedwright.config.json";
    const before: Options = JSON.parse(await readFile(join(this.root, path), "utf8"));
    await this.put({ [path]: JSON.stringify(mergeOptions(before, options)) });
  }

  async restore(path: string): Promise<void> {
    const text = this.#before.get(path);
    if (text !== undefined) await this.put({ [path]: text });
  }

  async remove(path: string): Promise<void> {
    const text = await readFile(join(this.root, path), "utf8").catch(() => undefined);
    if (text !== undefined) this.#before.set(path, text);
    await rm(join(this.root, path), { force: true, recursive: true });
  }

  async rename(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(this.root, to)), { recursive: true });
    await rename(join(this.root, from), join(this.root, to)).catch(ignoreMissing);
  }

  async touch(path: string, seconds: number): Promise<void> {
    await utimes(join(this.root, path), seconds, seconds).catch(ignoreMissing);
  }

  /** Does harm to one of the kept files. */
  async damage(at: number, how: Damage, place: number): Promise<void> {
    const kept = filesIn(join(this.root, "cache"));
    const path = kept[at % Math.max(1, kept.length)];
    if (path === undefined) return;
    this.#isDamaged = true;
    this.#isForgetful = true;
    const bytes = await readFile(path);
    const offset = place % Math.max(1, bytes.length);
    if (how === "cut") return await truncate(path, offset);
    if (how === "flip") bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (place % 8));
    await rm(path);
    if (how === "folder") await mkdir(path);
    else await writeFile(path, how === "rubbish" ? "# Notes\n" : bytes);
  }

  async loseCache(): Promise<void> {
    await rm(join(this.root, "cache"), { recursive: true, force: true });
    this.#isDamaged = false;
    this.#isForgetful = true;
  }

  /** Edits a feed, or takes it away. */
  async meddle(path: string, text?: string): Promise<void> {
    this.#isForgetful = true;
    await (text === undefined ? this.remove(path) : this.put({ [path]: text }));
  }

  /** Builds with the cache, and a copy of the site without one, and expects the same. */
  async build(run: Run): Promise<void> {
    const copy = await this.#copy();
    const before = readFiles(join(this.root, "dist"));
    const ran = await runFor(run, this.root, "--cache", "cache");
    const expected = await runFor(run, copy, "--no-cache");
    const made = readFiles(join(copy, "dist"));
    expect(ran.code).toBe(expected.code);
    expect(await ledgerIn(this.root)).toBe(await ledgerIn(copy));
    this.#expectFeeds(expected.code === 0 ? made : before, expected.code === 0);
    this.#expectNoWarnings(ran.stderr);
    if (run.reporter === "text") {
      expect(normalise(ran.stderr)).toEqual(normalise(expected.stderr));
    } else {
      const states = expected.code === 0 ? { before, made } : undefined;
      expect(reportOf(ran.stdout)).toEqual(expectedReport(expected.stdout, states));
    }
  }

  async #copy(): Promise<string> {
    const copy = await makeFolder();
    for (const name of ["content", "feedwright.config.json", ledgerName]) {
      await cp(join(this.root, name), join(copy, name), { recursive: true }).catch(ignoreMissing);
    }
    return copy;
  }

  // Who lost the cache, or edited a feed, keeps what is no longer made.
  #expectFeeds(feeds: Feeds, isDone: boolean): void {
    const there = readFiles(join(this.root, "dist"));
    const isStrict = isDone && !this.#isForgetful;
    const names = isStrict ? [...there.keys()] : [...feeds.keys()];
    expect(new Map(names.map((name) => [name, there.get(name)]))).toEqual(feeds);
  }

  // Only who harmed the cache hears of it.
  #expectNoWarnings(stderr: string): void {
    if (!this.#isDamaged) expect(stderr).not.toContain(cacheWarning);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

function filesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const paths = names.map((name) => join(folder, name));
    return paths.filter((path) => statSync(path).isFile()).toSorted();
  } catch {
    return [];
  }
}

/** The texts of all files below a folder, by path. */
function readFiles(folder: string): Feeds {
  const paths = filesIn(folder);
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

async function ledgerIn(folder: string): Promise<string> {
  return await readFile(join(folder, ledgerName), "utf8").catch(() => "");
}

async function runFor(
  { now, reporter, flags, isLate }: Run,
  cwd: string,
  ...more: readonly string[]
): Promise<Ran> {
  return await runWith(["--now", now, "--reporter", reporter, "--jobs", "1", ...flags, ...more], {
    cwd,
    now: () => new Date(Date.now() + (isLate ? 100 : 0)),
  });
}
