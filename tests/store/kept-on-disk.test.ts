import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../src/generate.ts";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { openFreshStore, openStore } from "../../src/store/store.ts";
import { article as articleOf } from "../support/article.ts";
import { storeOptions } from "../support/kept-build.ts";
import { keptArticle, makeKeptSite, names } from "../support/kept-site.ts";
import { textOf } from "../support/output-file.ts";
import { configOf } from "../support/reading.ts";

describe("what is kept on the disk", () => {
  test("is few packs, after many small edits", async () => {
    const { root, put, build, buildFresh } = await makeKeptSite();
    for (let edit = 0; edit < 50; edit += 1) {
      const draft = edit % 2 === 0 ? "draft: true\n" : "";
      await put({ [`${edit % 7}.md`]: keptArticle(4 + (edit % 20), `Edit ${edit}`, draft) });
      await build();
      const kept = await readdir(join(root, "cache"));
      expect(kept.length).toBeLessThanOrEqual(10);
      expect(kept.filter((name) => !/^state$|\.pack$/.test(name))).toEqual([]);
    }
    const last = await build();
    expect([last.rendered, last.feeds]).toEqual([[], (await buildFresh()).feeds]);
  }, 60_000);

  test("of entries is no more than there is room for: the newest", async () => {
    const { root, build } = await makeKeptSite();
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
      const { root, put, build } = await makeKeptSite();
      await build();
      const maxSize = Math.floor(((await packBytes(join(root, "cache"))) / 3) * share);
      for (const edit of [1, 2, 3, 4, 5, 6]) {
        await put({
          "a.md": keptArticle(3, `Edit ${edit}`),
          [`${edit}.md`]: keptArticle(3 + edit),
        });
        await build({ maxSize });
        expect(await packBytes(join(root, "cache"))).toBeLessThanOrEqual(maxSize);
      }
    },
  );

  test("is checked when it is read: a pack that is damaged is said to be", async () => {
    const { root, build } = await makeKeptSite();
    await build();
    await damagePacks(join(root, "cache"));
    await expect(build()).rejects.toThrow(DamagedError);
    const store = openFreshStore(storeOptions(root));
    expect(store.recallEntry(articleOf({ source: "a.md" }), new Map())).toBeUndefined();
    store.close();
  });

  test("may be gone in part: what was in a pack is made again", async () => {
    const { root, build } = await makeKeptSite();
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
    const { root, put, build, buildFresh } = await makeKeptSite();
    await build();
    await put({ "a.md": keptArticle(3, "Other"), "d.md": keptArticle(4) });
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
    const { root, buildFresh } = await makeKeptSite();
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
