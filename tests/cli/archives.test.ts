import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import type { Options } from "../../src/index.ts";
import type { FormatName } from "../../src/model.ts";
import { atomProblems } from "../support/atom-problems.ts";
import { jsonFeedProblems } from "../support/json-feed-problems.ts";
import { rssProblems } from "../support/rss-problems.ts";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

type FeedOptions = NonNullable<Options["feed"]>;

const site = { url: "https://example.com/sub/", title: "Example", author: "Jo" };

const files = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

const formats = ["rss", "atom", "json"] as const;

function post(number: number, more = ""): string {
  const date = new Date(Date.UTC(2024, 0, number)).toISOString();
  return `---\ntitle: Number ${number}\ndate: ${date}\n${more}---\n\nText of ${number}.\n`;
}

/** A site of so many articles, one a day; it can be built again and again. */
async function makeSite(count: number, feed: FeedOptions) {
  const root = await makeFolder({ "feedwright.config.json": JSON.stringify({ site, feed }) });
  await mkdir(join(root, "content"));
  const add = async (from: number, to: number) => {
    for (let number = from; number <= to; number += 1) {
      await addFiles(root, { [`content/${number}.md`]: post(number) });
    }
  };
  await add(1, count);
  const build = async () => {
    const { stdout, stderr } = await runIn(root, ["--cache", "cache", "--reporter", "json"]);
    if (stdout === "") throw new Error(stderr);
    const outcome: Outcome = JSON.parse(stdout);
    return { outcome, texts: await textsOf(join(root, "dist")) };
  };
  return { root, add, build };
}

/** The texts of the files below a folder, by path. */
async function textsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    return entry.isFile() ? [join(entry.parentPath, entry.name)] : [];
  });
  const texts = await Promise.all(
    paths.map(async (path) => {
      const place = path.slice(folder.length + 1).replaceAll("\\", "/");
      return [place, await readFile(path, "utf8")] as const;
    }),
  );
  return new Map(texts);
}

interface Page {
  readonly ids: readonly (string | undefined)[];
  /** Addresses by relation. */
  readonly links: Readonly<Record<string, string | undefined>>;
}

/** What a reader finds in a document. */
function readPage(format: FormatName, text: string): Page {
  if (format === "json") {
    const { items = [], next_url, feed_url } = parseJsonFeed(text);
    return { ids: items.map(({ id }) => id), links: { self: feed_url, "prev-archive": next_url } };
  }
  const atom = format === "atom" ? parseAtomFeed(text) : undefined;
  const rss = format === "rss" ? parseRssFeed(text) : undefined;
  const links = atom?.links ?? rss?.atom?.links ?? [];
  return {
    ids: atom
      ? (atom.entries ?? []).map(({ id }) => id)
      : (rss?.items ?? []).map(({ guid }) => guid?.value),
    links: Object.fromEntries(links.map(({ rel, href }) => [rel ?? "alternate", href])),
  };
}

function fetchText(texts: ReadonlyMap<string, string>, url: string): string {
  const text = texts.get(decodeURI(url.replace(site.url, "")));
  if (text === undefined) throw new RangeError(`Expected a document at ${url}`);
  return text;
}

/** The documents from the main feed to the oldest archive, as a reader follows the links. */
function walk(texts: ReadonlyMap<string, string>, format: FormatName): readonly Page[] {
  const pages: Page[] = [];
  let url: string | undefined = site.url + files[format];
  while (url !== undefined) {
    const page = readPage(format, fetchText(texts, url));
    expect(page.links["self"]).toBe(url);
    pages.push(page);
    if (pages.length > 100) throw new RangeError("Expected an end");
    url = page.links["prev-archive"];
  }
  return pages;
}

const idOf = (number: number) => `${site.url}${number}/`;

/** The ids of articles from the newest on. */
function idsFrom(from: number, to: number): readonly string[] {
  return Array.from({ length: from - to + 1 }, (_, index) => idOf(from - index));
}

describe.each([
  { count: 3, limit: 5, size: 4, pages: [3] },
  { count: 8, limit: 5, size: 4, pages: [8] },
  { count: 9, limit: 5, size: 4, pages: [5, 4] },
  { count: 23, limit: 5, size: 4, pages: [7, 4, 4, 4, 4] },
  { count: 60, limit: 5, size: undefined, pages: [10, 50] },
  { count: 6, limit: 1, size: 1, pages: [1, 1, 1, 1, 1, 1] },
])(
  "of $count articles, $limit at least and $size in an archive",
  ({ count, limit, size, pages }) => {
    test.each(formats)("a walk from the main %s feed meets each once", async (format) => {
      const archives = size === undefined ? true : { size, path: "old posts/:page" };
      const { build } = await makeSite(count, { limit, archives, formats: [format] });
      const walked = walk((await build()).texts, format);
      expect(walked.map(({ ids }) => ids.length)).toEqual(pages);
      expect(walked.flatMap(({ ids }) => ids)).toEqual(idsFrom(count, 1));
    });
  },
);

describe("archives", () => {
  const feed: FeedOptions = { limit: 2, archives: { size: 3 }, groups: ["author"] };

  test.each(["rss", "atom"] as const)("of %s know their neighbours both ways", async (format) => {
    const { build } = await makeSite(11, feed);
    const { texts } = await build();
    const place = (page: number) => `${site.url}archive/${page}/${files[format]}`;
    const current = site.url + files[format];
    const linksOf = (url: string) => {
      const { links } = readPage(format, fetchText(texts, url));
      return [links["current"], links["prev-archive"], links["next-archive"]];
    };
    expect(linksOf(current)).toEqual([undefined, place(3), undefined]);
    expect(linksOf(place(3))).toEqual([current, place(2), undefined]);
    expect(linksOf(place(2))).toEqual([current, place(1), place(3)]);
    expect(linksOf(place(1))).toEqual([current, undefined, place(2)]);
    const marks = [...texts].flatMap(([path, text]) =>
      text.includes("<fh:archive />") ? path : [],
    );
    expect(marks.toSorted()).toEqual(
      [1, 2, 3].flatMap((page) => [`archive/${page}/atom.xml`, `archive/${page}/rss.xml`]),
    );
    expect([...texts.values()].filter((text) => text.includes("fh:complete"))).toEqual([]);
  });

  test("keep to the rules of their formats", async () => {
    const { build } = await makeSite(11, feed);
    const { texts } = await build();
    const check = {
      "rss.xml": rssProblems,
      "atom.xml": atomProblems,
      "feed.json": jsonFeedProblems,
    };
    for (const [file, problems] of Object.entries(check)) {
      const documents = [...texts].filter(([path]) => path.endsWith(`/${file}`) || path === file);
      expect(documents.length).toBe(5);
      for (const [path, text] of documents) expect(problems(text), path).toEqual([]);
    }
  });

  test("change by what they must: of new articles none, but the newest that gets a follower", async ({
    annotate,
  }) => {
    const { add, build } = await makeSite(8, feed);
    let { texts } = await build();
    for (let count = 9; count <= 15; count += 1) {
      await add(count, count);
      const next = (await build()).texts;
      const changed = [...next].flatMap(([path, text]) => (texts.get(path) === text ? [] : [path]));
      const last = Math.floor((count - 2) / 3);
      const isClosed = (count - 2) % 3 === 0;
      const page = (number: number) =>
        Object.values(files).map((file) => `archive/${number}/${file}`);
      const own = ["", "author/jo/"].flatMap((folder) =>
        Object.values(files).map((file) => folder + file),
      );
      // In JSON Feed only the way back has a link: that page stays as it is.
      const former = page(last - 1).filter((path) => !path.endsWith("json"));
      expect(changed.toSorted()).toEqual(
        ["subscribe.html", ...own, ...(isClosed ? [...page(last), ...former] : [])].toSorted(),
      );
      for (const path of isClosed ? former : []) {
        const closed = next.get(path) ?? "";
        expect(closed.replace(/\n.*rel="next-archive".*/, "")).toBe(texts.get(path));
      }
      await annotate(`${count} articles: ${changed.length} of ${next.size} files changed`);
      texts = next;
    }
  });

  test("of an edited article change with it alone", async () => {
    const { root, build } = await makeSite(11, feed);
    const { texts } = await build();
    await addFiles(root, { "content/5.md": post(5).replace("Text", "Another text") });
    const { outcome, texts: next } = await build();
    const changed = [...next].flatMap(([path, text]) => (texts.get(path) === text ? [] : [path]));
    expect(changed.toSorted()).toEqual(
      Object.values(files)
        .map((file) => `archive/2/${file}`)
        .toSorted(),
    );
    const written = outcome.feeds.filter(({ status }) => status === "written");
    expect(written.map(({ group }) => group)).toEqual(
      formats.map(() => ({ by: "archive", name: "2" })),
    );
    expect(outcome.cache).toEqual({ hits: 10, misses: 1 });
  });

  test("move on from the place of an article that is older than others, and only from there", async () => {
    const { root, build } = await makeSite(11, feed);
    const { texts } = await build();
    await addFiles(root, { "content/0.md": post(5).replaceAll("Number 5", "Late") });
    const { texts: next } = await build();
    const changed = [...next].flatMap(([path, text]) => (texts.get(path) === text ? [] : [path]));
    expect(changed.filter((path) => path.startsWith("archive/1/"))).toEqual([]);
    for (const format of formats) {
      const ids = walk(next, format).flatMap(({ ids }) => ids);
      // Of one moment by their ids.
      expect(ids).toEqual([...idsFrom(11, 6), idOf(0), ...idsFrom(5, 1)]);
    }
  });

  test("go when they are wanted no more", async () => {
    const { root, build } = await makeSite(11, feed);
    await build();
    await addFiles(root, {
      "feedwright.config.json": JSON.stringify({ site, feed: { ...feed, archives: false } }),
    });
    const { texts } = await build();
    expect([...texts.keys()].filter((path) => path.startsWith("archive/"))).toEqual([]);
    expect(readPage("rss", texts.get("rss.xml") ?? "").ids).toEqual(idsFrom(11, 10));
  });

  test("shrink from the newest when articles go", async () => {
    const { root, build } = await makeSite(11, feed);
    await build();
    for (const number of [11, 10]) await rm(join(root, "content", `${number}.md`));
    const { texts } = await build();
    for (const format of formats) {
      expect(walk(texts, format).flatMap(({ ids }) => ids)).toEqual(idsFrom(9, 1));
    }
    expect([...texts.keys()].filter((path) => path.startsWith("archive/3/"))).toEqual([]);
  });

  test.each([
    { option: { limit: "all", archives: true }, says: 'not `"all"`' },
    { option: { archives: { path: "/archive/" } }, says: "a folder with `:page` in it" },
    { option: { archives: { size: 0 } }, says: "Expected a whole number from 1, not `0`" },
  ])("are refused by a sentence: $option", async ({ option, says }) => {
    const root = await makeFolder({
      "content/1.md": post(1),
      "feedwright.config.json": JSON.stringify({ site, feed: option }),
    });
    const { code, stderr } = await runIn(root, []);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

test.each([
  { limit: "all", isComplete: true },
  { limit: 3, isComplete: false },
  { limit: 1, isComplete: false },
])(
  "a feed with the limit $limit says that it is complete: $isComplete",
  async ({ limit, isComplete }) => {
    const root = await makeFolder({
      "content/1.md": post(1),
      "content/2.md": post(2),
      "feedwright.config.json": JSON.stringify({ site, feed: { limit } }),
    });
    await runIn(root, []);
    const texts = await textsOf(join(root, "dist"));
    for (const path of ["rss.xml", "atom.xml"]) {
      expect(texts.get(path)?.includes("<fh:complete />")).toBe(isComplete);
      expect(texts.get(path)?.includes("xmlns:fh=")).toBe(isComplete);
    }
    expect(parseJsonFeed(texts.get("feed.json") ?? "").next_url).toBe(undefined);
  },
);
