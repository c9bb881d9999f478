import { spawnSync } from "node:child_process";
import { cp, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compiledBundle } from "../support/run-compiled.ts";
import { runIn } from "../support/run-feedwright.ts";
import { readFeeds, Subscriber } from "../support/subscriber.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";
import { textOf } from "./candidate-of.ts";

/** A build that is killed at each moment at which it changes something on the disk. */

/** Milliseconds; a slow machine takes a third of it. */
const timeout = 120_000;

const flags = ["--no-cache", "--jobs", "1", "--now", "2026-01-01"];
const written = ["feeds.lock.json", "dist/rss.xml", "dist/atom.xml", "dist/feed.json"];

const article = (key: number) =>
  `---\ntitle: Title ${key}\ndate: 2024-01-0${key}\n---\n\n${textOf(key)}`;

const toConfig = (permalink: string) =>
  JSON.stringify({
    site: { url: "https://example.com/", title: "T" },
    content: { permalink },
  });

async function makePublished(): Promise<string> {
  const folder = await makeFolder({
    "feedwright.config.json": toConfig("/:path/"),
    "content/1.md": article(1),
    "content/2.md": article(2),
  });
  expect((await runIn(folder, flags)).code).toBe(0);
  return folder;
}

/** Moves everything, and writes something new. */
async function change(folder: string): Promise<void> {
  await rename(join(folder, "content/1.md"), join(folder, "content/renamed.md"));
  await addFiles(folder, {
    "feedwright.config.json": toConfig("/posts/:slug/"),
    "content/3.md": article(3),
  });
}

type Texts = Readonly<Record<string, string>>;

async function readAll(folder: string): Promise<Texts> {
  const texts = written.map(async (path) => [path, await readFile(join(folder, path), "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}

/** Whether a build came to its end before the moment at which it was to be killed. */
function endsBefore(cwd: string, moment: number): boolean {
  const killer = new URL("../support/kill-at.mjs", import.meta.url).href;
  const argv = ["--import", killer, compiledBundle(), ...flags];
  const env = { PATH: process.env["PATH"], KILL_AT: String(moment) };
  const { status, signal, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    env,
    encoding: "utf8",
  });
  expect([0, "SIGKILL"], stderr).toContain(status ?? signal);
  return status === 0;
}

/** The ids of all feeds that the ledger does not know. */
async function findUnknown(folder: string): Promise<readonly string[]> {
  const { articles } = JSON.parse(await readFile(join(folder, "feeds.lock.json"), "utf8"));
  const known = new Set(articles.map((line: { readonly id: string } | null) => line?.id));
  const { rss, atom, json } = await readFeeds(join(folder, "dist"));
  return [...rss, ...atom, ...json].map(({ id }) => id).filter((id) => !known.has(id));
}

test("no build that is killed leaves a feed with ids that the ledger does not know", {
  timeout,
}, async () => {
  const published = await makePublished();
  const before = await readAll(published);
  const changed = await makeFolder();
  await cp(published, changed, { recursive: true });
  await change(changed);
  const done = await makeFolder();
  await cp(changed, done, { recursive: true });
  expect((await runIn(done, flags)).code).toBe(0);
  const after = await readAll(done);
  const states = new Set<string>();

  let moment = 1;
  for (; ; moment += 1) {
    const folder = await makeFolder();
    await cp(changed, folder, { recursive: true });
    const reader = new Subscriber(({ content }) => content);
    reader.read((await readFeeds(join(folder, "dist"))).rss, "before");
    const isWhole = endsBefore(folder, moment);
    const found = await readAll(folder);
    for (const path of written) expect([before[path], after[path]]).toContain(found[path]);
    states.add(written.map((path) => (found[path] === after[path] ? "new" : "old")).join(" "));
    expect(await findUnknown(folder), `killed at ${moment}`).toEqual([]);
    reader.read((await readFeeds(join(folder, "dist"))).rss, `killed at ${moment}`);

    expect((await runIn(folder, flags)).code).toBe(0);
    expect(await readAll(folder)).toEqual(after);
    reader.read((await readFeeds(join(folder, "dist"))).rss, `built after ${moment}`);
    expect((await readdir(folder)).toSorted()).toEqual((await readdir(done)).toSorted());
    expect((await readdir(join(folder, "dist"))).toSorted()).toEqual([
      "atom.xml",
      "feed.css",
      "feed.json",
      "rss.xml",
      "subscribe.html",
    ]);
    if (isWhole) break;
  }
  // Every state on the way has been there.
  expect([...states]).toEqual([
    "old old old old",
    "new old old old",
    "new new old old",
    "new new new old",
    "new new new new",
  ]);
});
