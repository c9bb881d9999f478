import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import { makePng } from "../support/pictures.ts";
import { runIn, runWith } from "../support/run-feedwright.ts";
import { makeMp3 } from "../support/sounds.ts";
import { makeFolder } from "../support/temporary-folder.ts";

async function makeShow(podcast: object = {}): Promise<string> {
  const site = {
    url: "https://example.com/",
    title: "Show",
    description: "All of it",
    language: "en",
    author: { name: "Ada", email: "ada@example.com" },
  };
  const options = { category: "Arts", explicit: false, image: "/cover.png", ...podcast };
  const folder = await makeFolder({
    "feedwright.config.json": JSON.stringify({ site, podcast: options }),
    "content/one.md": "---\ntitle: One\ndate: 2024-01-01\naudio: /one.mp3\nseason: 1\n---\nText",
  });
  await writeSound(folder, "First");
  await writeFile(join(folder, "content/cover.png"), makePng(1400, 1400));
  return folder;
}

async function writeSound(folder: string, title: string, seconds = 5): Promise<void> {
  const chapters = [{ start: 0, title }];
  await writeFile(join(folder, "content/one.mp3"), makeMp3({ seconds, chapters }));
}

// Long after the files were written: what was written just now is never trusted.
const later = () => new Date("2099-01-01T00:00:00Z");

async function build(folder: string, ...flags: readonly string[]): Promise<Outcome> {
  const world = { cwd: folder, now: later };
  const { stdout } = await runWith(["--reporter", "json", ...flags], world);
  return JSON.parse(stdout);
}

const read = (folder: string, name: string) => readFile(join(folder, "dist", name), "utf8");

test("a build writes the feeds and the chapters, and says that nothing is lacking", async () => {
  const folder = await makeShow();
  const { ok, messages, feeds } = await build(folder);
  expect({ ok, messages }).toEqual({ ok: true, messages: [] });
  expect(feeds.map(({ path, status }) => `${path} ${status}`)).toEqual([
    "rss.xml written",
    "atom.xml written",
    "feed.json written",
    "one.mp3.chapters.json written",
    "subscribe.html written",
    "feed.css written",
  ]);
  expect(await read(folder, "rss.xml")).toContain(
    '<podcast:chapters url="https://example.com/one.mp3.chapters.json"',
  );
  expect(JSON.parse(await read(folder, "one.mp3.chapters.json")).chapters).toEqual([
    { startTime: 0, title: "First" },
  ]);
});

test.each([
  { at: "page", options: { page: "one.mp3.chapters.json" } },
  { at: "feed.style", options: { feed: { style: "One.mp3.chapters.json" } } },
  { at: "feed.paths", options: { feed: { paths: { json: "one.mp3.chapters.json" } } } },
])("chapters and $at have files of their own", async ({ options }) => {
  const folder = await makeShow();
  const path = join(folder, "feedwright.config.json");
  const config = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...config, ...options }));
  const { code, stderr } = await runIn(folder, []);
  expect(code).toBe(2);
  expect(stderr).toContain("Expected a file of its own for what stands beside the feeds");
  expect(stderr.toLowerCase()).toContain("`one.mp3.chapters.json` beside `one.mp3.chapters.json`");
});

test("another sound under the same name is measured again, with the cache too", async () => {
  const folder = await makeShow();
  await build(folder);
  expect((await build(folder)).feeds.map(({ status }) => status)).toEqual(
    Array.from({ length: 6 }, () => "unchanged"),
  );
  await writeSound(folder, "Another", 9);
  await build(folder);
  expect(await read(folder, "rss.xml")).toContain("<itunes:duration>9</itunes:duration>");
  expect(await read(folder, "feed.json")).toContain('"duration_in_seconds": 9');
  expect(await read(folder, "one.mp3.chapters.json")).toContain('"Another"');
});

test("chapters that no episode has any more go", async () => {
  const folder = await makeShow();
  await build(folder);
  await rm(join(folder, "content/one.mp3"));
  const { feeds } = await build(folder);
  expect(feeds.find(({ path }) => path === "one.mp3.chapters.json")?.status).toBe("removed");
});

test("another cover is seen by the next build, though no article has changed", async () => {
  const folder = await makeShow();
  await writeFile(join(folder, "content/one.md"), "---\ntitle: One\ndate: 2024-01-01\n---\nText");
  // As people run it: a report as JSON tells of every article, and so reads them.
  expect((await runWith([], { cwd: folder, now: later })).stderr).not.toContain("1399");
  await writeFile(join(folder, "content/cover.png"), makePng(1399, 1399));
  expect((await runWith([], { cwd: folder, now: later })).stderr).toContain("1399 × 1399 pixels");
});

test("what Apple asks for and the config lacks is told, and counts as warnings", async () => {
  const folder = await makeShow({ category: undefined, explicit: undefined });
  const { code, stdout, stderr } = await runIn(folder, ["--max-warnings", "1"]);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain("feedwright.config.json");
  expect(stdout + stderr).toContain("Expected a category of the podcast: Apple asks for it");
});

test("a config that is another makes other entries, with the cache too", async () => {
  const folder = await makeShow();
  await build(folder);
  const path = join(folder, "feedwright.config.json");
  const { site } = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ site }));
  const { feeds } = await build(folder);
  expect(await read(folder, "rss.xml")).not.toMatch(/itunes|podcast/);
  expect(feeds.map(({ path: name, status }) => `${name} ${status}`)).toContain(
    "one.mp3.chapters.json removed",
  );
});

test("check builds the chapters in memory, and writes none", async () => {
  const folder = await makeShow();
  await build(folder);
  await writeFile(join(folder, "dist/one.mp3.chapters.json"), "edited");
  const { code, stdout, stderr } = await runIn(folder, ["check"]);
  expect(code).toBe(1);
  expect(stdout + stderr).toContain("one.mp3.chapters.json");
  expect(await read(folder, "one.mp3.chapters.json")).toBe("edited");
});
