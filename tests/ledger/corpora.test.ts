import { cp, readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import { mergeOptions } from "../../src/config/merge.ts";
import type { Options } from "../../src/config/options.ts";
import { burntsushi, corpora, hasCorpora, jekyll, vimJp } from "../support/corpora.ts";
import { runIn } from "../support/run-feedwright.ts";
import { readFeeds, type SeenItem, Subscriber } from "../support/subscriber.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

/** Milliseconds; the longest articles take the parser seconds on a busy machine. */
const timeout = 180_000;

const written = ["feeds.lock.json", "dist/rss.xml", "dist/atom.xml", "dist/feed.json"];

/** A copy of a blog, whose files have other times than any other copy. */
async function copyBlog(folder: string, day: number): Promise<string> {
  const root = await makeFolder();
  const [name = ""] = folder.split("/");
  await cp(join(corpora, name), join(root, name), { recursive: true });
  for (const path of await readdir(join(root, folder), { recursive: true })) {
    await utimes(join(root, folder, path), 86_400 * day, 86_400 * day);
  }
  return root;
}

/** Builds a blog as its options say; gives the feeds, and whose address is which. */
async function build(root: string, options: Options, now: string) {
  await addFiles(root, { "feedwright.config.json": JSON.stringify(options) });
  const { code, stdout, stderr } = await runIn(root, ["--reporter", "json", "--now", now]);
  expect(code, stderr).toBe(0);
  const { articles }: Outcome = JSON.parse(stdout);
  const sources = new Map(articles.map(({ url, source }) => [url ?? "", source]));
  return { feeds: await readFeeds(join(root, "dist")), sources };
}

async function readAll(root: string): Promise<Readonly<Record<string, string>>> {
  const texts = written.map(async (path) => [path, await readFile(join(root, path), "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}

if (!hasCorpora) test.skip(`the corpora are not at ${corpora}: nothing to build`, () => {});

describe.runIf(hasCorpora).each([
  { name: "jekyll", options: jekyll, count: 102 },
  { name: "burntsushi", options: burntsushi, count: 17 },
  { name: "vim-jp", options: vimJp, count: 272 },
])("the readers of $name", ({ options: own, count }) => {
  const options = mergeOptions(own, { feed: { limit: "all" } });
  const folder = own.content?.folder ?? "";
  const moved = mergeOptions(options, {
    site: { url: "https://elsewhere.example/blog/" },
    content: { permalink: "/archive/:year-:month-:day/:slug/" },
  });

  test("see nothing again when it moves, and a fresh copy changes no byte", {
    timeout,
  }, async () => {
    const root = await copyBlog(folder, 10_000);
    let sources: ReadonlyMap<string, string> = new Map();
    const keyOf = ({ link }: SeenItem) => sources.get(link) ?? `no article at ${link}`;
    const readers = {
      rss: new Subscriber(keyOf),
      atom: new Subscriber(keyOf),
      json: new Subscriber(keyOf),
    };
    for (const { settings, now, fresh } of [
      { settings: options, now: "2026-11-01", fresh: count },
      { settings: moved, now: "2026-12-02", fresh: 0 },
    ]) {
      const built = await build(root, settings, now);
      sources = built.sources;
      for (const format of ["rss", "atom", "json"] as const) {
        expect(readers[format].read(built.feeds[format], format)).toHaveLength(fresh);
        expect(built.feeds[format]).toHaveLength(count);
      }
      const copy = await copyBlog(folder, 20_000);
      await cp(join(root, "feeds.lock.json"), join(copy, "feeds.lock.json"));
      await build(copy, settings, "2027-01-03");
      expect(await readAll(copy)).toEqual(await readAll(root));
    }
    const { rss } = await readFeeds(join(root, "dist"));
    for (const { link, isPermaLink } of rss) {
      expect({ link, isPermaLink }).toEqual({
        link: expect.stringMatching(/^https:\/\/elsewhere\.example\/blog\//),
        isPermaLink: false,
      });
    }
  });
});
