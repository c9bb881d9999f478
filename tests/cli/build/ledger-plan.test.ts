import { existsSync } from "node:fs";
import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../src/cli/outcome.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { readFeeds } from "../../support/subscriber.ts";
import { addFiles, type Files, makeFolder } from "../../support/temporary-folder.ts";

const name = "feeds.lock.json";
const site = { url: "https://example.com/", title: "T" };

const article = (day: number, more = "") =>
  `---\ntitle: Day ${day}\ndate: 2024-01-0${day}\n${more}---\n\nText of ${day}`;

const toConfig = (options: object = {}): Files => ({
  "feedwright.config.json": JSON.stringify({ site, feed: { limit: 2 }, ...options }),
});

async function makeSite(options: object = {}): Promise<string> {
  const articles = { "content/2.md": article(2), "content/3.md": article(3) };
  return await makeFolder({ ...toConfig(options), ...articles });
}

/** A site that is published, and of which an article was renamed then. */
async function makeRenamed(options: object = {}): Promise<string> {
  const folder = await makeSite(options);
  expect((await runIn(folder, [])).code).toBe(0);
  await rename(join(folder, "content/3.md"), join(folder, "content/renamed.md"));
  return folder;
}

async function reportOf(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  return JSON.parse((await runIn(folder, [...argv, "--reporter", "json"])).stdout);
}

const readLedger = (folder: string) => readFile(join(folder, name), "utf8");

const idsIn = async (folder: string) => {
  const { rss, atom, json } = await readFeeds(join(folder, "dist"));
  return [rss, atom, json].map((items) => items.map(({ id }) => id));
};

const known = ["https://example.com/3/", "https://example.com/2/"];

describe("a build", () => {
  test("writes the ledger, says so, and says when it did not change", async () => {
    const folder = await makeSite();
    const ledger = { path: name, articles: 2 };
    expect((await reportOf(folder)).ledger).toEqual({ ...ledger, status: "written" });
    expect((await reportOf(folder)).ledger).toEqual({ ...ledger, status: "unchanged" });
    expect((await runIn(folder, [])).stderr).not.toContain(name);
  });

  test("keeps ids, wherever the config says that articles are", async () => {
    const folder = await makeRenamed();
    await addFiles(folder, toConfig({ site: { ...site, url: "https://other.example/blog/" } }));
    expect((await runIn(folder, [])).code).toBe(0);
    expect(await idsIn(folder)).toEqual([known, known, known]);
  });

  test("writes it beside the config, wherever it is called from", async () => {
    const folder = await makeFolder({
      "site/my.json": JSON.stringify({ site }),
      "site/content/2.md": article(2),
    });
    expect((await runIn(folder, ["--config", "site/my.json"])).code).toBe(0);
    expect([existsSync(join(folder, name)), existsSync(join(folder, "site", name))]).toEqual([
      false,
      true,
    ]);
  });

  test("that finds an invalid article changes nothing in it", async () => {
    const folder = await makeRenamed();
    const before = await readLedger(folder);
    await addFiles(folder, { "content/4.md": "---\ntitle: X\ndate: never\n---\n" });
    expect((await runIn(folder, [])).code).toBe(1);
    expect(await readLedger(folder)).toBe(before);
  });
});

test("two sites in one folder keep their own ids, and what is built twice does not change", async () => {
  const toSite = (name: string): Files => ({
    [`${name}.json`]: JSON.stringify({
      site: { ...site, url: `https://example.com/${name}/` },
      content: { folder: name },
      out: `dist/${name}`,
      ledger: `${name}.lock.json`,
    }),
    [`${name}/2.md`]: article(2, `tags: ${name}\n`),
  });
  const folder = await makeFolder({ ...toSite("en"), ...toSite("ko") });
  const idsOf = async (name: string) => {
    const { feeds, articles } = await reportOf(folder, "--config", `${name}.json`);
    return { ids: articles.map(({ id }) => id), statuses: feeds.map(({ status }) => status) };
  };
  for (const status of ["written", "unchanged"]) {
    const statuses = Array.from({ length: 5 }, () => status);
    expect(await idsOf("en")).toEqual({ ids: ["https://example.com/en/2/"], statuses });
    expect(await idsOf("ko")).toEqual({ ids: ["https://example.com/ko/2/"], statuses });
  }
});

describe.each(["--check", "--dry-run"])("%s", (flag) => {
  test("writes no ledger, and tells of it", async () => {
    const folder = await makeSite();
    expect((await reportOf(folder, flag)).ledger).toEqual({
      path: name,
      articles: 2,
      status: "would-write",
    });
    expect(existsSync(join(folder, name))).toBe(false);
  });

  test("leaves the one that is there, and knows its ids", async () => {
    const folder = await makeRenamed();
    const before = await readLedger(folder);
    const { articles, ledger } = await reportOf(folder, flag);
    expect(articles.map(({ id }) => id).toSorted()).toEqual(known.toSorted());
    expect(ledger?.status).toBe("would-write");
    expect(await readLedger(folder)).toBe(before);
  });
});

test("--check finds a ledger out of date of which no feed tells", async () => {
  const folder = await makeSite();
  await runIn(folder, []);
  await addFiles(folder, { "content/1.md": article(1) });
  expect(await runIn(folder, ["--check", "--quiet"])).toMatchObject({
    code: 1,
    stderr: `feedwright: out of date: ${name}; run \`feedwright build\`\n`,
  });
  await runIn(folder, []);
  expect((await runIn(folder, ["--check"])).code).toBe(0);
});

test("--check does not miss a ledger where there is none", async () => {
  const folder = await makeSite({ ledger: false });
  await runIn(folder, []);
  await addFiles(folder, toConfig());
  expect((await runIn(folder, ["--check"])).code).toBe(0);
});

describe("`ledger: false`", () => {
  test("writes none, and ids are addresses", async () => {
    const folder = await makeRenamed({ ledger: false });
    const { ledger } = await reportOf(folder);
    expect({ ledger, isThere: existsSync(join(folder, name)) }).toEqual({
      ledger: null,
      isThere: false,
    });
    const addresses = ["https://example.com/renamed/", "https://example.com/2/"];
    expect(await idsIn(folder)).toEqual([addresses, addresses, addresses]);
    const { rss } = await readFeeds(join(folder, "dist"));
    expect(rss.map(({ isPermaLink }) => isPermaLink)).toEqual([true, true]);
  });

  test("neither reads nor changes one that is there, good or bad", async () => {
    const folder = await makeRenamed();
    await addFiles(folder, { ...toConfig({ ledger: false }), [name]: "<<<<<<< HEAD\n" });
    for (const argv of [[], ["list"], ["check"]]) {
      expect((await runIn(folder, argv)).stderr).not.toContain(name);
    }
    expect(await readLedger(folder)).toBe("<<<<<<< HEAD\n");
    expect((await idsIn(folder))[0]).toContain("https://example.com/renamed/");
  });
});

test("`list` shows the ids that readers know, and writes nothing", async () => {
  const folder = await makeRenamed();
  const before = await readLedger(folder);
  const { articles } = await reportOf(folder, "list");
  expect(articles.map(({ source, id, url }) => ({ source, id, url }))).toEqual([
    { source: "2.md", id: known[1], url: "https://example.com/2/" },
    { source: "renamed.md", id: known[0], url: "https://example.com/renamed/" },
  ]);
  expect(await readLedger(folder)).toBe(before);
});
