import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serveTexts } from "../../support/feed-server.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { change, commit, configOf, makeBuiltSite, post } from "./built-site.ts";
import { again, bad, checkReasons, good, outdated, vanished } from "./check-reasons.ts";

const permalink = { content: { permalink: "/blog/:slug/" } };
const without = { ledger: false };
const without2 = configOf({ content: { exclude: ["two.md"] } });

describe.each([
  { place: "in the output folder", keep: async () => [] },
  {
    place: "in a revision",
    keep: async (folder: string) => {
      await commit(folder);
      return ["--since", "HEAD"];
    },
  },
  {
    place: "in a file",
    keep: async (folder: string) => {
      await copyFile(join(folder, "dist/rss.xml"), join(folder, "old.xml"));
      return ["--since", "old.xml"];
    },
  },
  {
    place: "at an address",
    keep: async (folder: string) => {
      const text = await readFile(join(folder, "dist/atom.xml"), "utf8");
      return ["--since", `${await serveTexts({ "/feed": text })}/feed`];
    },
  },
])("to subscribers of the feed $place", ({ keep }) => {
  test("an article would be delivered again", async () => {
    const folder = await makeBuiltSite(configOf(without));
    const flags = await keep(folder);
    await change(folder, configOf({ ...without, ...permalink }));
    expect(await checkReasons(folder, ...flags)).toEqual(
      bad(again("Two", "two", "blog/two"), again("One", "one", "blog/one")),
    );
  });

  test("an article would vanish", async () => {
    const folder = await makeBuiltSite();
    const flags = await keep(folder);
    await change(folder, without2);
    expect(await checkReasons(folder, ...flags)).toEqual(bad(vanished("Two")));
  });
});

test("`--since` stands in for the output folder", async () => {
  const folder = await makeBuiltSite();
  await commit(folder);
  await change(folder, without2);
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder)).toEqual(good);
  expect(await checkReasons(folder, "--since", "HEAD")).toEqual(bad(vanished("Two")));
});

test("with a ledger a move delivers nothing again", async () => {
  const folder = await makeBuiltSite();
  await commit(folder);
  await change(folder, configOf(permalink));
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder, "--since", "HEAD")).toEqual(good);
});

test("an invalid article that is left out vanishes", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { "content/two.md": "---\ndate: never\n---\nText" });
  expect(await checkReasons(folder, "--skip-invalid")).toEqual(
    bad("two.md date: Expected a date, not `never`", vanished("Two")),
  );
});

test.each([
  { what: "is deleted", text: undefined },
  { what: "is unlisted", text: post("Two", "02", "unlisted: true\n") },
  { what: "is a draft again", text: post("Two", "02", "draft: true\n") },
  { what: "is of the future now", text: post("Two", "02").replace("2024", "2999") },
])("an article that $what goes on purpose", async ({ text }) => {
  const folder = await makeBuiltSite();
  await commit(folder);
  await change(folder, { "content/two.md": text });
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder, "--since", "HEAD")).toEqual(good);
});

test("an article may leave the feed of a group", async () => {
  const tagged = (tag: string) => ({ "content/two.md": post("Two", "02", `tags: [x, ${tag}]\n`) });
  const site = { ...configOf({ feed: { groups: ["tag"] } }), ...tagged("y") };
  const other = { "content/one.md": post("One", "01", "tags: [y, z]\n") };
  const folder = await makeBuiltSite({ ...site, ...other });
  await commit(folder);
  await change(folder, tagged("z"));
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder, "--since", "HEAD")).toEqual(good);
});

test("dropping out of the window is no reason", async () => {
  const folder = await makeBuiltSite(configOf({ feed: { limit: 2 } }));
  await commit(folder);
  await change(folder, { "content/three.md": post("Three", "03") });
  await runIn(folder, ["build"]);
  const { code, stdout } = await runIn(folder, ["check", "--reporter=json", "--since=HEAD"]);
  const { messages, subscribers } = JSON.parse(stdout);
  expect({ code, messages }).toEqual({ code: 0, messages: [] });
  expect(subscribers[0].counts).toMatchObject({ new: 1, dropped: 1, removed: 0 });
});

test("what would make it final is not told beside what is worse", async () => {
  const folder = await makeBuiltSite(configOf(without));
  await change(folder, configOf({ ...without, ...permalink }));
  const { reasons } = await checkReasons(folder);
  expect(reasons.some((reason) => reason.startsWith("out-of-date"))).toBe(false);
  await runIn(folder, ["build"]);
  await change(folder, { "content/three.md": post("Three", "03") });
  expect(await checkReasons(folder)).toEqual(
    bad(outdated("rss.xml, atom.xml, feed.json and subscribe.html")),
  );
});

describe("where no feeds are committed", () => {
  /** A site of which the ledger alone is committed, twice: before and after a change of its text. */
  async function makeSite(edit: (ledger: string) => string): Promise<string> {
    const folder = await makeBuiltSite({ ...configOf(), ".gitignore": "dist\n.feedwright\n" });
    await commit(folder);
    const ledger = edit(await readFile(join(folder, "feeds.lock.json"), "utf8"));
    await change(folder, { "feeds.lock.json": ledger, "note.txt": "" });
    await commit(folder);
    await change(folder, { dist: undefined });
    return folder;
  }

  const warning =
    "feedwright: warning: Expected a feed that `HEAD~1` has, not `HEAD~1:./dist/rss.xml`; where the feeds are not committed, compare with the published one by its address\n";

  test("a revision that has none is a warning", async () => {
    const folder = await makeSite((ledger) => ledger);
    const found = await checkReasons(folder, "--since", "HEAD~1");
    expect(found).toEqual({ ...good, stderr: warning });
  });

  test("an id would change that the revision's ledger has", async () => {
    const folder = await makeSite((ledger) =>
      ledger.replace("https://example.com/one/", "urn:x:1"),
    );
    expect(await checkReasons(folder, "--since", "HEAD~1")).toMatchObject({
      code: 1,
      reasons: expect.arrayContaining([
        "one.md id-changed: Expected the id `https://example.com/one/`, which the ledger had, not `urn:x:1`",
      ]),
    });
  });
});
