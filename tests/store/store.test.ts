import { cp, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import type { Options } from "../../src/config/options.ts";
import { generate } from "../../src/generate.ts";
import { DamagedError } from "../../src/store/pack.ts";
import { openFreshStore, openStore, type StoreOptions } from "../../src/store/store.ts";
import { article as articleOf } from "../support/article.ts";
import { buildKept, later, storeOptions } from "../support/kept-build.ts";
import { textOf } from "../support/output-file.ts";
import { configOf } from "../support/reading.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

function article(day: number, body = "Text", more = ""): string {
  return `---\ntitle: T${day}\ndate: 2024-07-${String(day).padStart(2, "0")}\n${more}---\n\n${body}\n`;
}

const three: Files = { "a.md": article(3), "b.md": article(2), "c.md": article(1) };
const names = ["a.md", "b.md", "c.md"];

/** A folder with articles, and the ways to build them. */
async function makeSite(articles: Files = three, options: Options = {}) {
  const root = await makeFolder();
  const put = async (files: Files) => await addFiles(join(root, "content"), files);
  const build = async (stated: Partial<StoreOptions> = {}, more: Options = {}) =>
    await buildKept(configOf({ ...options, ...more }, root), storeOptions(root, stated));
  /** What comes out without anything kept. */
  const buildFresh = async (more: Options = {}) => await build({ folder: undefined }, more);
  await put(articles);
  return { root, put, build, buildFresh };
}

describe("a store", () => {
  test("knows everything again where nothing changed", async () => {
    const { build } = await makeSite();
    const first = await build();
    expect([first.anew, first.rendered, first.hits]).toEqual([names, names, 0]);
    const second = await build();
    expect([second.byState, second.rendered, second.hits]).toEqual([names, [], 3]);
    expect(second.feeds).toEqual(first.feeds);
    expect(Object.keys(first.feeds)).toEqual(["rss.xml", "atom.xml", "feed.json"]);
  });

  test("keeps nothing anew where nothing changed", async () => {
    const { root, build } = await makeSite();
    await build();
    const state = join(root, "cache", "state");
    const { mtimeMs, ino } = await stat(state);
    const before = await readdir(join(root, "cache"));
    await build();
    expect(await stat(state)).toMatchObject({ mtimeMs, ino });
    expect(await readdir(join(root, "cache"))).toEqual(before);
  });

  test("knows files by their text where they have new times, and trusts these from then on", async () => {
    const { root, build } = await makeSite();
    const first = await build();
    const then = new Date("2020-01-01T00:00:00Z");
    for (const name of names) await utimes(join(root, "content", name), then, then);
    const second = await build();
    expect([second.byState, second.byText, second.rendered]).toEqual([[], names, []]);
    expect(second.feeds).toEqual(first.feeds);
    expect((await build()).byState).toEqual(names);
  });

  test("knows a fresh copy of the folder by its text", async () => {
    const { root, build } = await makeSite();
    const first = await build();
    const copy = await makeFolder();
    await cp(root, copy, { recursive: true });
    const second = await buildKept(configOf({}, copy), storeOptions(copy));
    expect([second.byText, second.rendered, second.feeds]).toEqual([names, [], first.feeds]);
  });

  test.each([
    { when: "longer", text: article(2, "Another text") },
    { when: "as long", text: article(2, "Tixt") },
    { when: "of another title", text: article(2).replace("T2", "T9") },
    { when: "of another date", text: article(9) },
  ])("reads and renders one that changed, and only that: $when", async ({ text }) => {
    const { put, build, buildFresh } = await makeSite();
    await build();
    await put({ "b.md": text });
    const second = await build();
    expect([second.byState, second.anew]).toEqual([["a.md", "c.md"], ["b.md"]]);
    expect([second.rendered, second.hits]).toEqual([["b.md"], 2]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
  });

  test("knows a renamed file by nothing: its address is another", async () => {
    const { root, build, buildFresh } = await makeSite();
    await build();
    await rename(join(root, "content", "b.md"), join(root, "content", "d.md"));
    const second = await build();
    expect([second.anew, second.rendered]).toEqual([["d.md"], ["d.md"]]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
  });

  test("forgets a file that is gone, and the feeds too", async () => {
    const { root, build, buildFresh } = await makeSite();
    await build();
    await rm(join(root, "content", "b.md"));
    const second = await build();
    expect([second.rendered, second.hits]).toEqual([[], 2]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
    expect(await readFile(join(root, "cache", "state"), "utf8")).not.toContain("b.md");
  });

  test("keeps entries beyond a lower limit for when it rises again", async () => {
    const { build } = await makeSite();
    await build();
    expect(await build({}, { feed: { limit: 1 } })).toMatchObject({ rendered: [], hits: 1 });
    expect(await build()).toMatchObject({ rendered: [], hits: 3 });
  });
});

describe("what else the work depends on", () => {
  test.each([
    { when: "readings", stated: { readPrint: "other" }, anew: names, rendered: [] },
    { when: "entries", stated: { entryPrint: "other" }, anew: [], rendered: names },
    { when: "both", stated: { readPrint: "o", entryPrint: "o" }, anew: names, rendered: names },
  ])("is compared by fingerprints: that of $when", async ({ stated, anew, rendered }) => {
    const { build } = await makeSite();
    const first = await build();
    const second = await build(stated);
    expect([second.anew, second.rendered, second.feeds]).toEqual([anew, rendered, first.feeds]);
    expect(await build(stated)).toMatchObject({ anew: [], rendered: [], byState: names });
  });

  test("where nobody can know what entries depend on, none is kept, and readings are", async () => {
    const { build } = await makeSite();
    const unknown = { entryPrint: undefined };
    const first = await build(unknown);
    const second = await build(unknown);
    expect([second.byState, second.rendered, second.hits]).toEqual([names, names, 0]);
    expect(second.feeds).toEqual(first.feeds);
    expect((await build()).rendered).toEqual(names);
    expect(await build(unknown)).toMatchObject({ rendered: names, hits: 0 });
  });

  test("of a file's place is compared with its reading", async () => {
    const root = await makeFolder({ "a.md": article(1) });
    const file = () => {
      const text = article(1);
      return new VFile({ cwd: root, path: "a.md", value: text, data: { stat: "1 2 3 4" } });
    };
    const first = openStore(storeOptions(root));
    const reading = { source: "a.md", status: "draft", outline, article: undefined } as const;
    first.keep({ ...reading, file: file() }, "facts");
    await first.commit();
    first.close();
    const second = openStore(storeOptions(root));
    expect(second.recall(file(), "facts")).toMatchObject({ status: "draft", outline });
    expect(second.recall(file(), "other")).toBeUndefined();
    expect(second.recallText(file(), "facts")).toMatchObject({ status: "draft", outline });
    expect(second.recallText(file(), "other")).toBeUndefined();
    second.close();
  });

  test("is read anew where it lies outside the article: the length of a media file", async () => {
    const podcast = { "a.md": article(1, "Text", "enclosure: /a.mp3\n"), "a.mp3": "12345" };
    const { put, build, buildFresh } = await makeSite(podcast);
    expect((await build()).feeds["rss.xml"]).toContain('length="5"');
    expect(await build()).toMatchObject({ anew: ["a.md"], rendered: [], hits: 1 });
    await put({ "a.mp3": "1234567" });
    const third = await build();
    expect([third.anew, third.rendered]).toEqual([["a.md"], ["a.md"]]);
    expect(third.feeds["rss.xml"]).toContain('length="7"');
    expect(third.feeds).toEqual((await buildFresh()).feeds);
  });
});

const outline = { title: "T", authors: [], tags: ["a"], enclosures: [] };

describe("links to other articles", () => {
  const links = "[one](b.md) [two](/sub/c.md) [three](missing.md)";
  const linked: Files = {
    "a.md": article(9, links),
    "b.md": article(2),
    "sub/c.md": article(1),
    "d.md": article(3),
  };

  test.each([
    { when: "moved", change: { "b.md": article(2, "Text", "slug: elsewhere\n") } },
    { when: "came", change: { "missing.md": article(5) } },
    { when: "is a draft now", change: { "sub/c.md": article(1, "Text", "draft: true\n") } },
    { when: "is of a later day than this", change: { "b.md": article(2, "Text", "lang: ko\n") } },
  ])("are made again where the other one $when", async ({ change }) => {
    const { put, build, buildFresh } = await makeSite(linked);
    await build();
    await put(change);
    const second = await build();
    expect(second.feeds).toEqual((await buildFresh()).feeds);
    expect(second.messages).toEqual((await buildFresh()).messages);
  });

  test("are made again where the other one is gone, and back where it is back", async () => {
    const { root, put, build, buildFresh } = await makeSite(linked);
    const first = await build();
    await rm(join(root, "content", "b.md"));
    const second = await build();
    expect(second.rendered).toEqual(["a.md"]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
    expect(second.feeds).not.toEqual(first.feeds);
    await put({ "b.md": linked["b.md"] ?? "" });
    expect((await build()).feeds).toEqual(first.feeds);
  });

  test("are not made again where the other one changed but stands where it stood", async () => {
    const { put, build } = await makeSite(linked);
    await build();
    await put({ "b.md": article(2, "Other text"), "d.md": article(4, "Other", "slug: other\n") });
    expect((await build()).rendered).toEqual(["d.md", "b.md"]);
  });
});

describe("messages", () => {
  const told: Files = {
    "a.md": article(3, "Text\n\n{% unknown %}"),
    "b.md": article(2, "Text", "tags: [a, 7]\nauthor: 12\nupdated: 2023-01-01\n"),
    "c.md": "---\ndate: 2024-07-01\n---\nNo title",
    "draft.md": "---\ntitle: D\ndraft: true\ndate: never\n---\n",
    "invalid.md": "---\ntitle: I\ndate: never\n---\n",
    "same1.md": article(5, "Text", "id: same\n"),
    "same2.md": article(6, "Text", "id: same\n"),
    "page.md": "Just a text",
    "empty.md": "",
  };

  test("of what is recalled are told again, as they were told first", async () => {
    const { build } = await makeSite(told);
    const first = await build();
    const all = Object.values(first.messages).flat();
    expect(new Set(all.map((one) => one.split(" ")[2]))).toEqual(
      new Set(["template", "updated", "title", "date", "duplicate-id", "ignored", "empty"]),
    );
    const second = await build();
    expect(second.byState).toEqual(Object.keys(told).toSorted());
    expect([second.messages, second.statuses]).toEqual([first.messages, first.statuses]);
  });

  test("are told once a run, however often they were recalled", async () => {
    const { root, build } = await makeSite(told);
    const first = await build();
    for (const seconds of [1, 2, 3]) {
      await utimes(join(root, "content", "a.md"), seconds, seconds);
      expect((await build()).messages).toEqual(first.messages);
    }
  });
});

describe("times that are not to be trusted", () => {
  const text = article(1, "Text");
  const other = article(1, "Tixt");
  const at = (milliseconds: number) =>
    `${text.length} ${milliseconds}000000 ${milliseconds}000000 4`;

  function fileOf(value: string, data: { stat: string }): VFile {
    return new VFile({ path: "a.md", value, data });
  }

  /** Keeps a file, then asks by its state alone whether it is known. */
  async function isTrusted(stat: string, start: number): Promise<boolean> {
    const root = await makeFolder();
    const first = openStore(storeOptions(root, { start }));
    const file = fileOf(text, { stat });
    first.keep({ source: "a.md", status: "draft", outline, article: undefined, file }, "");
    await first.commit();
    first.close();
    const second = openStore(storeOptions(root));
    const isKnown = second.recall(fileOf(text, { stat }), "") !== undefined;
    expect(second.recallText(fileOf(text, { stat }), "")).toBeDefined();
    expect(second.recallText(fileOf(other, { stat }), "")).toBeUndefined();
    second.close();
    return isKnown;
  }

  const start = 1_700_000_000_123;

  test.each([
    { when: "long before", stat: at(start - 5_000), known: true },
    { when: "a little before", stat: at(start - 51), known: true },
    { when: "just before", stat: at(start - 50), known: false },
    { when: "as the run began", stat: at(start), known: false },
    { when: "after the run began", stat: at(start + 5_000), known: false },
  ])("are those of a file written $when: $known", async ({ stat, known }) => {
    expect(await isTrusted(stat, start)).toBe(known);
  });

  test("are those of a change, whatever time of writing a program has set", async () => {
    const stat = `${text.length} 1000000000 ${start}000000 4`;
    expect(await isTrusted(stat, start)).toBe(false);
  });

  test("are those of a disk that counts in seconds, until these are over", async () => {
    const second = Math.floor(start / 1000) * 1000;
    expect(await isTrusted(at(second), second + 900)).toBe(false);
    expect(await isTrusted(at(second), second + 5_000)).toBe(true);
  });

  test("an edit of the same length just after the run began is seen", async () => {
    const { root, put, build, buildFresh } = await makeSite();
    const path = join(root, "content", "b.md");
    await build({ start: (await stat(path)).mtimeMs + 1 });
    await put({ "b.md": article(2, "Tixt") });
    const second = await build();
    expect(second.anew).toEqual(["b.md"]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
  });

  test("a file that was written just now is known by its text the next time", async () => {
    const { build } = await makeSite();
    await build({ start: 0 });
    expect(await build()).toMatchObject({ byState: [], byText: names, rendered: [] });
    expect(await build()).toMatchObject({ byState: names });
  });

  test.each([
    { when: "all are known by their times", start: later, files: 3, covers: true },
    { when: "there is another", start: later, files: 4, covers: false },
    { when: "none is trusted", start: 0, files: 3, covers: false },
  ])("a store covers a folder only where $when", async ({ start: begun, files, covers }) => {
    const { root, build } = await makeSite();
    await build({ start: begun });
    const store = openStore(storeOptions(root, { start: begun }));
    for (const [path, value] of Object.entries(three)) {
      store.recallText(new VFile({ path, value: String(value), data: { stat: "1 2 3 4" } }), "");
    }
    expect(store.covers(files)).toBe(covers);
    store.close();
  });
});

describe("what is kept on the disk", () => {
  test("is few packs, after many small edits", async () => {
    const { root, put, build, buildFresh } = await makeSite();
    for (let edit = 0; edit < 50; edit += 1) {
      const draft = edit % 2 === 0 ? "draft: true\n" : "";
      await put({ [`${edit % 7}.md`]: article(4 + (edit % 20), `Edit ${edit}`, draft) });
      await build();
      const kept = await readdir(join(root, "cache"));
      expect(kept.length).toBeLessThanOrEqual(10);
      expect(kept.filter((name) => !/^state$|\.pack$/.test(name))).toEqual([]);
    }
    const last = await build();
    expect([last.rendered, last.feeds]).toEqual([[], (await buildFresh()).feeds]);
  }, 60_000);

  test("of entries is no more than there is room for: the newest", async () => {
    const { root, build } = await makeSite();
    const first = await build();
    const all = await packBytes(join(root, "cache"));
    expect(await build({ maxSize: all, entryPrint: "1" })).toMatchObject({ rendered: names });
    expect(await build({ maxSize: all, entryPrint: "1" })).toMatchObject({ rendered: [] });
    await build({ maxSize: all - 1, entryPrint: "2" });
    const second = await build({ maxSize: all - 1, entryPrint: "2" });
    expect([second.byState, second.rendered, second.feeds]).toEqual([names, ["c.md"], first.feeds]);
    await build({ maxSize: 0, entryPrint: "3" });
    const third = await build({ maxSize: 0, entryPrint: "3" });
    expect([third.byState, third.rendered, third.feeds]).toEqual([names, names, first.feeds]);
  });

  test.each([0.5, 1, 1.5, 3])(
    "takes no more room than it may: %d times an entry",
    async (share) => {
      const { root, put, build } = await makeSite();
      await build();
      const maxSize = Math.floor(((await packBytes(join(root, "cache"))) / 3) * share);
      for (const edit of [1, 2, 3, 4, 5, 6]) {
        await put({ "a.md": article(3, `Edit ${edit}`), [`${edit}.md`]: article(3 + edit) });
        await build({ maxSize });
        expect(await packBytes(join(root, "cache"))).toBeLessThanOrEqual(maxSize);
      }
    },
  );

  test("is checked when it is read: a pack that is damaged is said to be", async () => {
    const { root, build } = await makeSite();
    await build();
    await damagePacks(join(root, "cache"));
    await expect(build()).rejects.toThrow(DamagedError);
    const store = openFreshStore(storeOptions(root));
    expect(store.recallEntry(articleOf({ source: "a.md" }), new Map())).toBeUndefined();
    store.close();
  });

  test("may be gone in part: what was in a pack is made again", async () => {
    const { root, build } = await makeSite();
    const first = await build();
    for (const name of await readdir(join(root, "cache"))) {
      if (name.endsWith(".pack")) await rm(join(root, "cache", name));
    }
    const second = await build();
    expect([second.byState, second.rendered, second.feeds]).toEqual([names, names, first.feeds]);
    expect((await build()).rendered).toEqual([]);
  });

  test.each([
    { when: "the one that knows more", last: "all" },
    { when: "the one that knows less", last: "two" },
  ])("serves two runs at once, and the next, whichever ends last: $when", async ({ last }) => {
    const { root, put, build, buildFresh } = await makeSite();
    await build();
    await put({ "a.md": article(3, "Other"), "d.md": article(4) });
    const [all, two] = [await buildFresh(), await buildFresh({ feed: { limit: 2 } })];
    // Both begin with what the first run left, and the one ends while the other is at work.
    const late = openStore(storeOptions(root));
    const [early, limits] =
      last === "all" ? [{ feed: { limit: 2 } }, {}] : [{}, { feed: { limit: 2 } }];
    expect((await build({}, early)).feeds).toEqual(last === "all" ? two.feeds : all.feeds);
    const gate = { drafts: false, future: false, skipInvalid: false, now: new Date("2026-01-01") };
    const { outputs } = await generate(configOf(limits, root), gate, { store: late });
    const feeds = Object.fromEntries(outputs.map((output) => [output.path, textOf(output)]));
    expect(feeds).toEqual(last === "all" ? all.feeds : two.feeds);
    await late.commit();
    late.close();
    expect((await build()).feeds).toEqual(all.feeds);
    expect((await build()).rendered).toEqual([]);
  });

  test("is nothing where there is no folder", async () => {
    const { root, buildFresh } = await makeSite();
    await buildFresh();
    expect(await readdir(root)).toEqual(["content"]);
  });
});

/** How much the packs of a cache take. */
async function packBytes(cache: string): Promise<number> {
  const names = (await readdir(cache)).filter((name) => name.endsWith(".pack"));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(cache, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function damagePacks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".pack")) continue;
    const bytes = await readFile(join(folder, name));
    await writeFile(
      join(folder, name),
      bytes.map((byte) => byte ^ 1),
    );
  }
}
