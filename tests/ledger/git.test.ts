import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commitAll, git } from "../support/repository.ts";
import { type Ran, runIn } from "../support/run-feedwright.ts";
import { readFeeds, type SeenItem, Subscriber } from "../support/subscriber.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";
import { textOf } from "./candidate-of.ts";

const [first, second, third] = [
  "2021-01-01T12:00:00Z",
  "2022-02-02T12:00:00+09:00",
  "2023-03-03T12:00:00Z",
];
const inSecond = "2022-02-02T03:00:00.000Z";
const name = "feeds.lock.json";

function article(title: string, text = textOf(title.charCodeAt(0))): string {
  return `---\ntitle: ${title}\ndate: 2020-01-01\n---\n\n${text}`;
}

const site = {
  "feedwright.config.json": JSON.stringify({ site: { url: "https://example.com/", title: "T" } }),
  ".gitignore": "dist/\n.feedwright/\n",
  "content/a.md": article("A"),
  "content/z.md": article("Z"),
};

/** A repository of a site that is published: its ledger is committed with it. */
async function makeSite(): Promise<string> {
  const folder = await makeFolder(site);
  await git(folder, ["init", "--quiet", "--initial-branch=main"]);
  await publish(folder, first);
  return folder;
}

/** Builds and commits, as an author does. */
async function publish(folder: string, date: string): Promise<Ran> {
  const ran = await runIn(folder, []);
  expect(ran.code, ran.stderr).toBe(0);
  await commitAll(folder, date);
  return ran;
}

/** What somebody else has of a repository. */
async function clone(origin: string, ...flags: readonly string[]): Promise<string> {
  const folder = await makeFolder();
  await git(folder, ["clone", "--quiet", ...flags, `file://${origin}`, "."]);
  return folder;
}

async function itemsIn(folder: string): Promise<readonly SeenItem[]> {
  return (await readFeeds(join(folder, "dist"))).json;
}

const readLedger = (folder: string) => readFile(join(folder, name), "utf8");

/** Ids by titles, which no test here changes, as the feeds have them. */
async function idsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const { items } = JSON.parse(await readFile(join(folder, "dist/feed.json"), "utf8"));
  return Object.fromEntries(items.map((item: Titled) => [item.title, item.id]));
}

interface Titled {
  readonly title: string;
  readonly id: string;
}

describe("the time at which an article changed", () => {
  /** A site in which an article was edited, committed in the second commit, and not built. */
  async function makeEdited(): Promise<string> {
    const origin = await makeSite();
    await addFiles(origin, { "content/a.md": article("A", `${textOf(65)}\nMore.\n`) });
    await commitAll(origin, second);
    await addFiles(origin, { "other.txt": "Later" });
    await commitAll(origin, third);
    return origin;
  }

  const updatedIn = async (folder: string) => {
    const { atom, json } = await readFeeds(join(folder, "dist"));
    const time = (items: readonly SeenItem[]) => {
      return items.find(({ link }) => link.endsWith("/a/"))?.updated;
    };
    const remembered = /"updated":"([^"]+)"/.exec(await readLedger(folder))?.[1];
    return [time(atom), time(json), remembered].map((one = "") => new Date(one).toISOString());
  };

  test("is that of its commit, in every clone", async () => {
    const origin = await makeEdited();
    for (const folder of [await clone(origin), await clone(origin)]) {
      const { code, stderr } = await runIn(folder, []);
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: expect.not.stringContaining("warning "),
      });
      expect(await updatedIn(folder)).toEqual([inSecond, inSecond, inSecond]);
    }
  });

  test("is that of the run in a shallow clone, with a warning that says what to do", async () => {
    const folder = await clone(await makeEdited(), "--depth", "1");
    const { code, stderr } = await runIn(folder, []);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /warning +Expected the whole history, not a shallow clone.*shallow-clone/,
    );
    expect(stderr).toContain("`fetch-depth: 0` for `actions/checkout`");
    const thisRun = "2026-01-01T00:00:00.000Z";
    expect(await updatedIn(folder)).toEqual([thisRun, thisRun, thisRun]);

    await git(folder, ["fetch", "--quiet", "--unshallow"]);
    await git(folder, ["checkout", "--quiet", name]);
    expect((await runIn(folder, [])).stderr).not.toContain("shallow");
    expect(await updatedIn(folder)).toEqual([inSecond, inSecond, inSecond]);
  });

  test("is asked for only where something changed: a shallow clone will do then", async () => {
    const folder = await clone(await makeSite(), "--depth", "1");
    const before = await readLedger(folder);
    expect((await runIn(folder, [])).stderr).not.toContain("shallow");
    expect(await readLedger(folder)).toBe(before);
  });
});

describe("an article that was renamed with `git mv` and edited", () => {
  async function makeRenamed(): Promise<string> {
    const folder = await makeSite();
    await git(folder, ["mv", "content/a.md", "content/renamed.md"]);
    await addFiles(folder, { "content/renamed.md": article("A", `${textOf(65)}\nMore.\n`) });
    await commitAll(folder, second);
    return folder;
  }

  test("keeps its id, and is no address any more", async () => {
    const folder = await clone(await makeRenamed());
    expect((await runIn(folder, [])).code).toBe(0);
    const { rss } = await readFeeds(join(folder, "dist"));
    expect(rss.find(({ link }) => link.endsWith("/renamed/"))).toMatchObject({
      id: "https://example.com/a/",
      link: "https://example.com/renamed/",
      isPermaLink: false,
    });
    expect(await readLedger(folder)).toContain('"updated":"2022-02-02T03:00:00Z"');
  });

  test("keeps it when the commit is taken back, before the next build and after it", async () => {
    for (const isBuilt of [false, true]) {
      const folder = await makeRenamed();
      if (isBuilt) await publish(folder, second);
      await git(folder, ["mv", "content/renamed.md", "content/a.md"]);
      await addFiles(folder, { "content/a.md": article("A") });
      await publish(folder, third);
      expect(await idsIn(folder)).toEqual({
        A: "https://example.com/a/",
        Z: "https://example.com/z/",
      });
    }
  });
});

describe("two branches that both added articles", () => {
  /** Both are published, each with its own ledger; the first is checked out. */
  async function makeBranches(ours: string, theirs: string): Promise<string> {
    const folder = await makeSite();
    for (const [branch, source] of [
      ["theirs", theirs],
      ["ours", ours],
    ] as const) {
      await git(folder, ["checkout", "--quiet", "-b", branch, "main"]);
      await addFiles(folder, { [`content/${source}.md`]: article(source.toUpperCase()) });
      await publish(folder, second);
    }
    return folder;
  }

  const ids = (...titles: readonly string[]) => {
    return Object.fromEntries(
      titles.map((title) => [title, `https://example.com/${title.toLowerCase()}/`]),
    );
  };

  test("merge without a conflict where other lines stand between them", async () => {
    const folder = await makeBranches("0", "b");
    await git(folder, ["merge", "--quiet", "--no-edit", "theirs"], third);
    const before = await readLedger(folder);
    expect((await runIn(folder, [])).code).toBe(0);
    expect(await idsIn(folder)).toEqual(ids("0", "A", "B", "Z"));
    expect(await readLedger(folder)).toBe(before);
  });

  test("may conflict in the ledger: one message, a repair, and the same ids", async () => {
    const folder = await makeBranches("b", "c");
    const reader = new Subscriber(({ content }) => content);
    reader.read(await itemsIn(folder), "on our branch");
    const feeds = await readFeeds(join(folder, "dist"));
    await expect(git(folder, ["merge", "--quiet", "theirs"])).rejects.toThrow();

    expect(await runIn(folder, [])).toEqual({
      code: 2,
      stdout: "",
      stderr: [
        `feedwright: ${name}:5: Expected no merge conflict, not \`<<<<<<< HEAD\``,
        "feedwright: Run `feedwright ledger repair`, which tells what it drops, or take the last good file from git",
        "",
      ].join("\n"),
    });
    expect(await readFeeds(join(folder, "dist"))).toEqual(feeds);

    expect((await runIn(folder, ["ledger", "check"])).code).toBe(1);
    expect(await runIn(folder, ["ledger", "repair"])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("both sides of the merge conflict are taken"),
    });
    expect((await runIn(folder, ["ledger", "check"])).code).toBe(0);
    const repaired = await readLedger(folder);
    await publish(folder, third);
    expect(await idsIn(folder)).toEqual(ids("A", "B", "C", "Z"));
    expect(await readLedger(folder)).toBe(repaired);
    expect(reader.read(await itemsIn(folder), "after the merge")).toHaveLength(1);
  });

  test("keep the id of an article that one renamed and the other edited", async () => {
    const folder = await makeSite();
    const reader = new Subscriber(({ content }) => content.slice(0, 100));
    reader.read(await itemsIn(folder), "before");
    await git(folder, ["checkout", "--quiet", "-b", "theirs"]);
    await git(folder, ["mv", "content/a.md", "content/b.md"]);
    await publish(folder, second);
    await git(folder, ["checkout", "--quiet", "main"]);
    await addFiles(folder, { "content/a.md": article("A", `${textOf(65)}\nMore.\n`) });
    await publish(folder, second);
    await expect(git(folder, ["merge", "--quiet", "theirs"])).rejects.toThrow();

    expect((await runIn(folder, [])).code).toBe(2);
    expect((await runIn(folder, ["ledger", "repair"])).code).toBe(0);
    await publish(folder, third);
    expect(await idsIn(folder)).toEqual(ids("A", "Z"));
    expect(reader.read(await itemsIn(folder), "after the merge")).toEqual([]);
  });
});

describe("a line that was lost since the last commit", () => {
  /** A site whose first article is known by the address that it had before. */
  async function makeLost(): Promise<{ readonly folder: string; readonly good: string }> {
    const folder = await makeSite();
    await git(folder, ["mv", "content/a.md", "content/m.md"]);
    await publish(folder, second);
    const good = await readLedger(folder);
    await addFiles(folder, { [name]: good.replace(/^.*"m\.md".*\n/m, "") });
    return { folder, good };
  }

  test("is one message, and nothing is written", async () => {
    const { folder } = await makeLost();
    const [lost, feeds] = [await readLedger(folder), await readFeeds(join(folder, "dist"))];
    const { code, stderr } = await runIn(folder, []);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^feedwright: feeds\.lock\.json: Expected the line of `m\.md`.*`https:\/\/example\.com\/a\/`\nfeedwright: Run `feedwright ledger repair`.*\n$/,
      ),
    });
    expect(await readLedger(folder)).toBe(lost);
    expect(await readFeeds(join(folder, "dist"))).toEqual(feeds);
  });

  test("is taken back by `ledger repair`", async () => {
    const { folder, good } = await makeLost();
    expect((await runIn(folder, ["ledger", "check"])).code).toBe(1);
    expect((await runIn(folder, ["ledger", "repair"])).code).toBe(0);
    expect(await readLedger(folder)).toBe(good);
    expect((await runIn(folder, [])).code).toBe(0);
    expect((await idsIn(folder))["A"]).toBe("https://example.com/a/");
  });
});
