import { cp, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildKept, storeOptions } from "../support/kept-build.ts";
import { keptArticle, makeKeptSite, names } from "../support/kept-site.ts";
import { configOf } from "../support/reading.ts";
import { makeFolder } from "../support/temporary-folder.ts";

describe("a store", () => {
  test("knows everything again where nothing changed", async () => {
    const { build } = await makeKeptSite();
    const first = await build();
    expect([first.anew, first.rendered, first.hits]).toEqual([names, names, 0]);
    const second = await build();
    expect([second.byState, second.rendered, second.hits]).toEqual([names, [], 3]);
    expect(second.feeds).toEqual(first.feeds);
    expect(Object.keys(first.feeds)).toEqual(["rss.xml", "atom.xml", "feed.json"]);
  });

  test("keeps nothing anew where nothing changed", async () => {
    const { root, build } = await makeKeptSite();
    await build();
    const state = join(root, "cache", "state");
    const { mtimeMs, ino } = await stat(state);
    const before = await readdir(join(root, "cache"));
    await build();
    expect(await stat(state)).toMatchObject({ mtimeMs, ino });
    expect(await readdir(join(root, "cache"))).toEqual(before);
  });

  test("knows files by their text where they have new times, and trusts these from then on", async () => {
    const { root, build } = await makeKeptSite();
    const first = await build();
    const then = new Date("2020-01-01T00:00:00Z");
    for (const name of names) await utimes(join(root, "content", name), then, then);
    const second = await build();
    expect([second.byState, second.byText, second.rendered]).toEqual([[], names, []]);
    expect(second.feeds).toEqual(first.feeds);
    expect((await build()).byState).toEqual(names);
  });

  test("knows a fresh copy of the folder by its text", async () => {
    const { root, build } = await makeKeptSite();
    const first = await build();
    const copy = await makeFolder();
    await cp(root, copy, { recursive: true });
    const second = await buildKept(configOf({}, copy), storeOptions(copy));
    expect([second.byText, second.rendered, second.feeds]).toEqual([names, [], first.feeds]);
  });

  test.each([
    { when: "longer", text: keptArticle(2, "Another text") },
    { when: "as long", text: keptArticle(2, "Tixt") },
    { when: "of another title", text: keptArticle(2).replace("T2", "T9") },
    { when: "of another date", text: keptArticle(9) },
  ])("reads and renders one that changed, and only that: $when", async ({ text }) => {
    const { put, build, buildFresh } = await makeKeptSite();
    await build();
    await put({ "b.md": text });
    const second = await build();
    expect([second.byState, second.anew]).toEqual([["a.md", "c.md"], ["b.md"]]);
    expect([second.rendered, second.hits]).toEqual([["b.md"], 2]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
  });

  test("knows a renamed file by nothing: its address is another", async () => {
    const { root, build, buildFresh } = await makeKeptSite();
    await build();
    await rename(join(root, "content", "b.md"), join(root, "content", "d.md"));
    const second = await build();
    expect([second.anew, second.rendered]).toEqual([["d.md"], ["d.md"]]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
  });

  test("forgets a file that is gone, and the feeds too", async () => {
    const { root, build, buildFresh } = await makeKeptSite();
    await build();
    await rm(join(root, "content", "b.md"));
    const second = await build();
    expect([second.rendered, second.hits]).toEqual([[], 2]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
    expect(await readFile(join(root, "cache", "state"), "utf8")).not.toContain("b.md");
  });

  test("keeps entries beyond a lower limit for when it rises again", async () => {
    const { build } = await makeKeptSite();
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
    const { build } = await makeKeptSite();
    const first = await build();
    const second = await build(stated);
    expect([second.anew, second.rendered, second.feeds]).toEqual([anew, rendered, first.feeds]);
    expect(await build(stated)).toMatchObject({ anew: [], rendered: [], byState: names });
  });

  test("where nobody can know what entries depend on, none is kept, and readings are", async () => {
    const { build } = await makeKeptSite();
    const unknown = { entryPrint: undefined };
    const first = await build(unknown);
    const second = await build(unknown);
    expect([second.byState, second.rendered, second.hits]).toEqual([names, names, 0]);
    expect(second.feeds).toEqual(first.feeds);
    expect((await build()).rendered).toEqual(names);
    expect(await build(unknown)).toMatchObject({ rendered: names, hits: 0 });
  });

  test("is read anew where it lies outside the article: the length of a media file", async () => {
    const podcast = { "a.md": keptArticle(1, "Text", "enclosure: /a.mp3\n"), "a.mp3": "12345" };
    const { put, build, buildFresh } = await makeKeptSite(podcast);
    expect((await build()).feeds["rss.xml"]).toContain('length="5"');
    expect(await build()).toMatchObject({ anew: ["a.md"], rendered: [], hits: 1 });
    await put({ "a.mp3": "1234567" });
    const third = await build();
    expect([third.anew, third.rendered]).toEqual([["a.md"], ["a.md"]]);
    expect(third.feeds["rss.xml"]).toContain('length="7"');
    expect(third.feeds).toEqual((await buildFresh()).feeds);
  });
});
