import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import type { Options } from "../../src/index.ts";
import type { FormatName } from "../../src/model.ts";
import { runIn, runWith } from "../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

type FeedOptions = NonNullable<Options["feed"]>;

const site = { url: "https://example.com/", title: "Example", language: "en" };

/** A site of articles by path, with groups and no page; it can be built again and again. */
async function makeSite(articles: Files, feed: FeedOptions) {
  const root = await makeFolder();
  const configure = async (options: Options) => {
    const all = { site, page: false, ...options, feed: { style: false, ...options.feed } };
    await addFiles(root, { "feedwright.config.json": JSON.stringify(all) });
  };
  const write = async (files: Files) =>
    await addFiles(
      root,
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text])),
    );
  await configure({ feed });
  await write(articles);
  const build = async (): Promise<Outcome> => {
    const { stdout, stderr } = await runIn(root, ["--cache", "cache", "--reporter", "json"]);
    return stdout === "" ? Promise.reject(new Error(stderr)) : JSON.parse(stdout);
  };
  return { root, configure, write, build };
}

/** The files below a folder, by path, with digests of their bytes. */
async function digestsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const digests = await Promise.all(
    files.map(async ({ name, parentPath }) => {
      const path = join(parentPath, name);
      const digest = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), digest] as const;
    }),
  );
  return new Map(digests);
}

/** The ids of a document's entries, as feedsmith reads them. */
function idsOf(format: FormatName | null, text: string): readonly (string | undefined)[] {
  if (format === "rss") return (parseRssFeed(text).items ?? []).map(({ guid }) => guid?.value);
  if (format === "atom") return (parseAtomFeed(text).entries ?? []).map(({ id }) => id);
  return (parseJsonFeed(text).items ?? []).map(({ id }) => id);
}

function post(title: string, date: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\n${title}: text.\n`;
}

describe("a blog of 2,000 articles with 300 tags, 12 authors, 5 languages", () => {
  interface Post {
    readonly path: string;
    readonly minute: number;
    readonly tags: readonly string[];
    readonly author: string | undefined;
    readonly language: string | undefined;
    readonly text: string;
  }

  const languages = ["ko", "fr", undefined, "de", "ja", undefined, "ko"];
  const sections = ["news/", "notes/2024/", "", "essays/", "links/"];
  const limits = { main: 20, tag: 10, author: Infinity, language: Infinity, section: 15, both: 5 };
  const feed: FeedOptions = {
    limit: limits.main,
    groups: [
      { by: "tag", limit: limits.tag },
      { by: "author", limit: "all" },
      { by: "language", limit: "all" },
      { by: "section", limit: limits.section },
      { by: "language+author", limit: limits.both, path: "/l/:name/" },
    ],
    tagAliases: { "number seven": "Tag 7" },
  };

  function tagOf(index: number, turn: number): string {
    const number = (index * (turn * 2 + 7) + turn * 31) % 300;
    if (number === 7 && index % 2 === 0) return "Number Seven";
    return index % 10 === 0 ? `tag ${number}` : `Tag ${number}`;
  }

  function postOf(index: number): Post {
    const path = `${sections[index % 5]}post-${index}.md`;
    const tags = Array.from({ length: index % 5 }, (_, turn) => tagOf(index, turn));
    return {
      path,
      // Some have the same time.
      minute: (index * 7919) % 1900,
      tags: index === 1004 ? [...tags, "Lonely"] : tags,
      author: index % 97 === 0 ? undefined : `Person ${(index * 5) % 12}`,
      language: languages[index % 7],
      text: `Text of ${index}.`,
    };
  }

  function toFile({ path, minute, tags, author, language, text }: Post): readonly [string, string] {
    const lines = [
      `title: ${path}`,
      `date: ${new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString()}`,
      `tags: ${JSON.stringify(tags)}`,
      ...(author === undefined ? [] : [`author: ${author}`]),
      ...(language === undefined ? [] : [`lang: ${language}`]),
    ];
    return [path, `---\n${lines.join("\n")}\n---\n\n${text}\n`];
  }

  const idOf = ({ path }: Post) => `https://example.com/${path.replace(/\.md$/, "")}/`;

  /** What each feed has to have: worked out for each by itself, from all articles. */
  function naive(posts: readonly Post[]): ReadonlyMap<string, readonly string[]> {
    const sorted = posts.toSorted((a, b) => b.minute - a.minute || (idOf(a) < idOf(b) ? -1 : 1));
    const feeds = new Map<string, readonly string[]>();
    const add = (folder: string, limit: number, has: (post: Post) => boolean) => {
      const ids = sorted.filter(has).slice(0, limit).map(idOf);
      if (ids.length > 0) feeds.set(folder, ids);
    };
    add("", limits.main, () => true);
    for (let number = 0; number < 300; number += 1) {
      add(`tag/tag-${number}/`, limits.tag, ({ tags }) =>
        tags.some((tag) => {
          const name = tag.toLowerCase();
          return name === `tag ${number}` || (number === 7 && name === "number seven");
        }),
      );
    }
    add("tag/lonely/", limits.tag, ({ tags }) => tags.includes("Lonely"));
    const tongues = ["en", "ko", "fr", "de", "ja"];
    const speaks = (tongue: string) => (one: Post) => (one.language ?? "en") === tongue;
    for (const tongue of tongues) add(`language/${tongue}/`, limits.language, speaks(tongue));
    for (const name of ["news", "notes", "essays", "links"]) {
      add(`section/${name}/`, limits.section, ({ path }) => path.startsWith(`${name}/`));
    }
    for (let number = 0; number < 12; number += 1) {
      const isBy = ({ author }: Post) => author === `Person ${number}`;
      add(`author/person-${number}/`, limits.author, isBy);
      for (const tongue of tongues) {
        const isBoth = (one: Post) => isBy(one) && speaks(tongue)(one);
        add(`l/${tongue}/person-${number}/`, limits.both, isBoth);
      }
    }
    return feeds;
  }

  const files = ["rss.xml", "atom.xml", "feed.json"];

  interface Known {
    readonly posts: readonly Post[];
    readonly digests: ReadonlyMap<string, string>;
  }

  /** Every feed has what the naive computation says, in every format, and there is no other. */
  async function expectFeeds({ feeds }: Outcome, root: string, posts: readonly Post[]) {
    const expected = naive(posts);
    const paths = [...expected.keys()].flatMap((folder) => files.map((file) => folder + file));
    const there = feeds.filter(({ status }) => status !== "removed");
    expect(there.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect([...(await digestsOf(join(root, "dist"))).keys()].toSorted()).toEqual(paths.toSorted());
    for (const { path, format, items } of there) {
      const text = await readFile(join(root, "dist", path), "utf8");
      const ids = expected.get(path.replace(/[^/]+$/, ""));
      expect(idsOf(format, text), path).toEqual(ids);
      expect(items).toBe(ids?.length);
    }
  }

  /** The files that have to change: other entries, or one that was edited. */
  function changedFiles(
    before: readonly Post[],
    after: readonly Post[],
    edited: readonly string[] = [],
  ): readonly string[] {
    const [old, now] = [naive(before), naive(after)];
    const folders = [...new Set([...old.keys(), ...now.keys()])].filter((folder) => {
      const ids = now.get(folder) ?? [];
      return `${old.get(folder)}` !== `${ids}` || edited.some((id) => ids.includes(id));
    });
    return folders.flatMap((folder) => files.map((file) => folder + file)).toSorted();
  }

  test("has the right articles in every feed, made once; a change touches what it must", async ({
    annotate,
  }) => {
    const posts = Array.from({ length: 2000 }, (_, index) => postOf(index));
    const { root, write, build } = await makeSite(Object.fromEntries(posts.map(toFile)), feed);
    const first = await build();
    expect(first.messages.filter(({ rule }) => rule !== "feed-size")).toEqual([]);
    expect(first.cache).toEqual({ hits: 0, misses: 2000 });
    await expectFeeds(first, root, posts);
    // The main feed, 301 tags, authors, languages, sections, and languages with authors.
    expect(first.feeds.length).toBe((1 + 301 + 12 + 5 + 4 + 5 * 12) * 3);
    const dist = join(root, "dist");
    let known: Known = { posts, digests: await digestsOf(dist) };

    const expectChange = async (
      what: string,
      next: readonly Post[],
      edited?: readonly string[],
    ) => {
      const outcome = await build();
      const digests = await digestsOf(dist);
      const changed = [...new Set([...known.digests.keys(), ...digests.keys()])]
        .filter((path) => known.digests.get(path) !== digests.get(path))
        .toSorted();
      expect(changed).toEqual(changedFiles(known.posts, next, edited));
      const told = outcome.feeds.filter(({ status }) => status !== "unchanged");
      expect(told.map(({ path }) => path).toSorted()).toEqual(changed);
      await expectFeeds(outcome, root, next);
      await annotate(`${what}: ${changed.length} of ${digests.size} files changed`);
      known = { posts: next, digests };
      return { outcome, changed };
    };

    const added: Post = { ...postOf(3), path: "news/new.md", minute: 5000 };
    await write(Object.fromEntries([toFile(added)]));
    const adding = await expectChange("one article added", [...posts, added]);
    expect(adding.outcome.cache).toEqual({ hits: 2000, misses: 1 });
    // The main feed, three tags, an author, a language, a section, and both of them.
    expect(adding.changed.length).toBe(8 * 3);

    const [old] = posts.toSorted((a, b) => a.minute - b.minute);
    const editing = old && { ...old, text: "Another text." };
    if (!editing) throw new TypeError("Expected an article");
    await write(Object.fromEntries([toFile(editing)]));
    const edited = known.posts.map((one) => (one.path === editing.path ? editing : one));
    const edit = await expectChange("the oldest article edited", edited, [idOf(editing)]);
    expect(edit.outcome.cache).toEqual({ hits: 2000, misses: 1 });

    const lonely = posts[1004];
    if (!lonely) throw new TypeError("Expected an article");
    await rm(join(root, "content", lonely.path));
    const left = known.posts.filter((one) => one.path !== lonely.path);
    const deletion = await expectChange("one article deleted", left);
    expect(deletion.changed).toContain("tag/lonely/rss.xml");
    expect(deletion.outcome.cache).toEqual({ hits: 2000, misses: 0 });

    const { feeds } = await build();
    expect(new Set(feeds.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
  }, 180_000);
});

describe("the feeds of groups", () => {
  const names = ["C++", "C#", ".NET", "food & drink", "写真", "..", "CON", "👍", "a/b", "한국어"];

  test("stand where their addresses lead to, and are told in the report", async () => {
    const tags = `tags: ${JSON.stringify([...names, "x".repeat(200), "글".repeat(200)])}\n`;
    const { root, build } = await makeSite(
      { "a.md": post("A", "2024-01-01", tags) },
      {
        groups: ["tag"],
      },
    );
    const { feeds, articles } = await build();
    const paths = [...(await digestsOf(join(root, "dist"))).keys()];
    expect(paths.length).toBe(13 * 3);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(13 * 3);
    expect(feeds.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(articles[0]?.feeds.toSorted()).toEqual(paths.toSorted());
    for (const { path, url, format, group } of feeds) {
      const text = await readFile(join(root, "dist", path), "utf8");
      expect(decodeURIComponent(new URL(url ?? "").pathname)).toBe(`/${path}`);
      expect(text).toContain(url);
      expect(idsOf(format, text)).toEqual(["https://example.com/a/"]);
      if (format !== "json") continue;
      expect(parseJsonFeed(text)).toMatchObject({
        title: group ? `${group.name} – Example` : "Example",
        feed_url: url,
      });
    }
  });

  test("whose names come to one folder have marks but for the first, with a warning", async () => {
    const { build } = await makeSite(
      { "a.md": post("A", "2024-01-01", "tags: [a b, a_b]\n") },
      { groups: ["tag"], formats: ["rss"] },
    );
    const { ok, feeds, messages } = await build();
    expect(ok).toBe(true);
    const [main, first, second] = feeds.map(({ path }) => path);
    expect([main, first]).toEqual(["rss.xml", "tag/a-b/rss.xml"]);
    expect(second).toMatch(/^tag\/a-b-[0-9a-f]{8}\/rss\.xml$/);
    expect(messages).toMatchObject([
      {
        severity: "warning",
        rule: "group",
        reason: `Expected groups whose folders differ, not \`a b\` in \`tag/a-b/\` and \`a_b\` in \`${second?.slice(0, -"rss.xml".length)}\`; a mark tells them apart`,
        hint: "Write them as one (`feed.tagAliases`), or give one of them another name",
      },
    ]);
  });

  test("stay where they are when another name comes to their folder", async () => {
    const feed: FeedOptions = { groups: ["tag"], formats: ["rss"] };
    const old = { "a.md": post("A", "2024-01-02", "tags: [C++]\n") };
    const next = { "b.md": post("B", "2024-01-03", "tags: [c-plus-plus]\n") };
    const { root, write, build } = await makeSite(old, feed);
    await build();
    await write(next);
    const { feeds, messages } = await build();
    const statuses = Object.fromEntries(feeds.map(({ path, status }) => [path, status]));
    expect(statuses).toMatchObject({ "tag/c-plus-plus/rss.xml": "unchanged" });
    expect(messages.map(({ rule }) => rule)).toEqual(["group"]);
    const clone = await makeSite({ ...old, ...next }, feed);
    await clone.build();
    expect(await digestsOf(join(clone.root, "dist"))).toEqual(await digestsOf(join(root, "dist")));
  });

  test("that move after a change in the past are told of in that run, and in no other", async () => {
    const { root, write, build } = await makeSite(
      { "a.md": post("A", "2024-01-02", "tags: [C++]\n") },
      { groups: ["tag"], formats: ["rss"] },
    );
    await build();
    await write({ "b.md": post("B", "2024-01-01", "tags: [c-plus-plus]\n") });
    // An hour later, when a run in which nothing has changed repeats what the last one said.
    const now = () => new Date(Date.now() + 60 * 60 * 1000);
    const told =
      /Expected the feeds of the tag `C\+\+` to stay in `tag\/c-plus-plus\/`, not to move to `tag\/c-plus-plus-[0-9a-f]{8}\/`/;
    const { stderr } = await runWith(["--cache", "cache"], { cwd: root, now });
    expect(stderr).toMatch(told);
    for (const _ of [1, 2]) {
      const again = await runWith(["--cache", "cache"], { cwd: root, now });
      expect(again.stderr).toContain("a mark tells them apart");
      expect(again.stderr).not.toMatch(told);
    }
  });

  test("that would be one file are a mistake in the config", async () => {
    const { root } = await makeSite(
      { "a/a.md": post("A", "2024-01-01", "tags: [a]\n") },
      { groups: ["tag", "section"], groupPaths: "/:name/" },
    );
    const { code, stderr } = await runIn(root, []);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "feedwright: Expected a file of its own for each feed, not `a/rss.xml` for the section `a` beside `a/rss.xml` for the tag `a`; give them other folders with `feed.groupPaths` or `path`\n",
    });
    expect(await readdir(root)).not.toContain("dist");
  });

  test("have the ids of the ledger, whatever becomes of addresses", async () => {
    const feed = { groups: ["tag"], archives: { size: 1 }, limit: 1 };
    const articles = {
      "a.md": post("A", "2024-01-01", "tags: [x]\n"),
      "b.md": post("B", "2024-01-02", "tags: [x]\n"),
    };
    const { root, configure, build } = await makeSite(articles, feed);
    const show = async () => {
      const { feeds } = await build();
      return await Promise.all(
        feeds.map(async ({ path, format }) => {
          return [path, idsOf(format, await readFile(join(root, "dist", path), "utf8"))] as const;
        }),
      );
    };
    const before = await show();
    await configure({ feed, content: { permalink: "/posts/:path/" } });
    expect(await show()).toEqual(before);
    expect(Object.fromEntries(before)).toMatchObject({
      "tag/x/rss.xml": ["https://example.com/b/"],
      "archive/1/atom.xml": ["https://example.com/a/"],
    });
    expect(await readFile(join(root, "dist/tag/x/rss.xml"), "utf8")).toContain(
      "<link>https://example.com/posts/b/</link>",
    );
  });

  test("are counted where there are many, and told one by one where there are few", async () => {
    const text = (...tags: readonly string[]) => {
      return post("A", "2024-01-01", `tags: [${tags.join(", ")}]\n`);
    };
    const few = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7"];
    const { root, write } = await makeSite({ "a.md": text(...few) }, { groups: ["tag"] });
    const lines = async () => (await runIn(root, [])).stderr.split("\n");
    expect((await lines()).filter((line) => /^written +tag\/t\d\//.test(line)).length).toBe(24);
    await write({ "b.md": text("t8") });
    const many = await lines();
    expect(many.filter((line) => line.includes("tag/"))).toEqual([]);
    expect(many).toContainEqual(expect.stringMatching(/^unchanged +24 feeds +by tag$/));
    expect(many).toContainEqual(expect.stringMatching(/^written +3 feeds +by tag$/));
  });
});

describe("a group that loses its last article", () => {
  const articles = {
    "a.md": post("A", "2024-01-01", "tags: [gone, mine, edited]\n"),
    "b.md": post("B", "2024-01-02", "tags: [stays]\n"),
  };
  const withoutTags = { "a.md": post("A", "2024-01-01") };

  test("loses its feeds, but nothing that somebody else wrote", async () => {
    const { root, write, build } = await makeSite(articles, { groups: ["tag"], formats: ["rss"] });
    await build();
    await addFiles(root, { "dist/tag/mine/note.txt": "mine" });
    await writeFile(join(root, "dist/tag/edited/rss.xml"), "edited");
    await write(withoutTags);
    const { feeds } = await build();
    const removed = feeds.filter(({ status }) => status === "removed").map(({ path }) => path);
    expect(removed.toSorted()).toEqual(["tag/gone/rss.xml", "tag/mine/rss.xml"]);
    expect([...(await digestsOf(join(root, "dist"))).keys()].toSorted()).toEqual([
      "rss.xml",
      "tag/edited/rss.xml",
      "tag/mine/note.txt",
      "tag/stays/rss.xml",
    ]);
  });

  test("keeps its feeds, empty, where the config says so, and gets them back", async () => {
    const feed: FeedOptions = { groups: ["tag", "language+tag"], emptyGroups: "keep" };
    const { root, write, build } = await makeSite(articles, feed);
    const paths = (outcome: Outcome) => outcome.feeds.map(({ path }) => path).toSorted();
    const ids = async () => {
      const text = await readFile(join(root, "dist/tag/gone/atom.xml"), "utf8");
      return idsOf("atom", text);
    };
    const first = await build();
    for (const _ of [1, 2]) {
      await write(withoutTags);
      const outcome = await build();
      expect(paths(outcome)).toEqual(paths(first));
      expect(outcome.messages).toEqual([]);
      expect(await ids()).toEqual([]);
    }
    await write(articles);
    expect(paths(await build())).toEqual(paths(first));
    expect(await ids()).toEqual(["https://example.com/a/"]);
  });

  test("keeps nothing where an article is invalid: nothing is written then", async () => {
    const { root, write, build } = await makeSite(articles, { groups: ["tag"] });
    await build();
    const before = await digestsOf(join(root, "dist"));
    await write({ ...withoutTags, "b.md": "---\ntitle: B\ndate: never\n---\n" });
    expect((await build()).ok).toBe(false);
    expect(await digestsOf(join(root, "dist"))).toEqual(before);
  });
});
