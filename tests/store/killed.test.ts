import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compiledMain } from "../support/run-compiled.ts";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

// The command as it is installed: a store is known again by the program that wrote it.
const program = join(compiledMain(), "../../bundle/feedwright.js");
const feeds = ["rss.xml", "atom.xml", "feed.json"];
const site = ["--site", "https://example.com/", "--title", "Example", "--limit", "all"];
const count = 24;

/** Milliseconds; a slow machine takes a third of it. */
const timeout = 120_000;

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
  const argv = [program, ...site, "--cache", "cache", "--reporter", "json"];
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

/** What a build without a cache gives. */
async function buildFresh(cwd: string) {
  const out = await makeFolder();
  const flags = ["--no-cache", "--out", out, "--reporter", "json"];
  const { articles: told, messages } = JSON.parse((await runIn(cwd, [...site, ...flags])).stdout);
  return { feeds: await readFeeds(out), report: { told, messages } };
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
    for (const events of [1, 4, 8, 10, 13, 16, 18, 20, 22, 24]) {
      await addFiles(cwd, articles(events));
      const fresh = await buildFresh(cwd);
      await killAfter(cwd, events);
      for (const [name, text] of Object.entries(await readFeeds(join(cwd, "dist")))) {
        expect([before[name], fresh.feeds[name]]).toContain(text);
      }
      const { cache: _, ...report } = await endOf(start(cwd));
      expect(report).toEqual(fresh.report);
      expect(await readFeeds(join(cwd, "dist"))).toEqual(fresh.feeds);
      before = fresh.feeds;
    }
    expect((await readdir(join(cwd, "dist"))).toSorted()).toEqual(feeds.toSorted());
    expect((await endOf(start(cwd))).cache).toEqual({ hits: count, misses: 0 });
  });

  test("that run at once give the same feeds, and so does the next", { timeout }, async () => {
    const cwd = await makeFolder(articles(0));
    for (const version of [0, 1, 2]) {
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
    expect((await readdir(join(cwd, "dist"))).toSorted()).toEqual(feeds.toSorted());
  });
});
