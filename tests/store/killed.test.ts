import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ledgerName } from "../../src/ledger/ledger-name.ts";
import { compiledMain } from "../support/run-compiled.ts";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

// The command as it is installed: a store is known again by the program that wrote it.
const program = join(compiledMain(), "../../bundle/feedwright.js");
const feeds = ["rss.xml", "atom.xml", "feed.json"];
const written = ["atom.xml", "feed.css", "feed.json", "rss.xml", "subscribe.html"];
const site = ["--site", "https://example.com/", "--title", "Example"];
const flags = [...site, "--limit", "all", "--now", "2026-01-01", "--reporter", "json"];
const count = 24;

/** Milliseconds; a slow machine takes some of it. */
const timeout = 300_000;

/** Articles that link to each other; every third is another in each version. */
function articles(version: number): Files {
  const all = Array.from({ length: count }, (_, index) => {
    const edition = index % 3 === version % 3 ? version : 0;
    const link = `[next](${(index + 1) % count}.md)`;
    const date = `2024-07-${String((index % 28) + 1).padStart(2, "0")}`;
    const code = "    Some code\n".repeat(200);
    const slug = edition > 0 && index === 0 ? `slug: moved-${edition}\n` : "";
    return [
      `content/${index}.md`,
      `---\ntitle: T${index}\ndate: ${date}\n${slug}---\n\nEdition ${edition}, ${link}\n\n${code}`,
    ];
  });
  return Object.fromEntries(all);
}

function start(cwd: string): ChildProcess {
  const { PATH = "", SystemRoot = "" } = process.env;
  const argv = [program, ...flags, "--cache", "cache"];
  return spawn(process.execPath, argv, { cwd, env: { PATH, SystemRoot } });
}

async function textOf(stream: ChildProcess["stdout"]): Promise<string> {
  let text = "";
  for await (const chunk of stream ?? []) text += chunk;
  return text;
}

/** Waits for a build's end: its report, without what it took. */
async function endOf(child: ChildProcess) {
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, "close"),
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { articles: told, messages, cache } = JSON.parse(stdout);
  return { told, messages, cache };
}

async function readFeeds(folder: string): Promise<Files> {
  const texts = feeds.map(async (name) => [name, await readFile(join(folder, name), "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}

/** What a build of a copy gives without a cache. */
async function buildFresh(cwd: string) {
  const copy = await makeFolder();
  for (const name of ["content", ledgerName]) {
    await cp(join(cwd, name), join(copy, name), { recursive: true });
  }
  const { stdout } = await runIn(copy, [...flags, "--no-cache"]);
  const { articles: told, messages } = JSON.parse(stdout);
  return { feeds: await readFeeds(join(copy, "dist")), report: { told, messages } };
}

/** Kills a build as soon as so many things have happened in the folders that it writes. */
async function killAfter(cwd: string, events: number): Promise<void> {
  const child = start(cwd);
  let seen = 0;
  const [store = ""] = (await readdir(join(cwd, "cache"))).filter((name) => !name.includes("."));
  const watchers = ["dist", "cache", join("cache", store)].map((folder) =>
    watch(join(cwd, folder), () => {
      seen += 1;
      if (seen >= events) child.kill("SIGKILL");
    }),
  );
  child.stdout?.resume();
  child.stderr?.resume();
  await once(child, "close");
  for (const watcher of watchers) watcher.close();
}

describe("builds with one cache", () => {
  test("that are killed while they write harm neither the feeds nor the next build", {
    timeout,
  }, async () => {
    const cwd = await makeFolder(articles(0));
    await endOf(start(cwd));
    let before = await readFeeds(join(cwd, "dist"));
    for (const events of [1, 6, 10, 13, 17, 20, 23]) {
      await addFiles(cwd, articles(events));
      await killAfter(cwd, events);
      const fresh = await buildFresh(cwd);
      for (const [name, text] of Object.entries(await readFeeds(join(cwd, "dist")))) {
        expect([before[name], fresh.feeds[name]]).toContain(text);
      }
      const { cache: _, ...report } = await endOf(start(cwd));
      expect(report).toEqual(fresh.report);
      expect(await readFeeds(join(cwd, "dist"))).toEqual(fresh.feeds);
      before = fresh.feeds;
    }
    expect((await readdir(join(cwd, "dist"))).toSorted()).toEqual(written);
    expect((await endOf(start(cwd))).cache).toEqual({ hits: count, misses: 0 });
  });

  test("that run at once give the same feeds, and so does the next", { timeout }, async () => {
    const cwd = await makeFolder(articles(0));
    await endOf(start(cwd));
    for (const version of [1, 2]) {
      await addFiles(cwd, articles(version));
      const fresh = await buildFresh(cwd);
      const ends = await Promise.all([1, 2, 3].map(() => endOf(start(cwd))));
      for (const { cache: _, ...report } of ends) expect(report).toEqual(fresh.report);
      expect(await readFeeds(join(cwd, "dist"))).toEqual(fresh.feeds);
      const { cache, ...report } = await endOf(start(cwd));
      expect(report).toEqual(fresh.report);
      expect(cache).toEqual({ hits: count, misses: 0 });
      expect(await readFeeds(join(cwd, "dist"))).toEqual(fresh.feeds);
    }
    expect((await readdir(join(cwd, "dist"))).toSorted()).toEqual(written);
  });
});
