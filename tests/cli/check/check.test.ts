import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { change, commit, configOf, makeBuiltSite, post } from "./built-site.ts";
import { bad, checkReasons, good, outdated } from "./check-reasons.ts";

const three = { "content/three.md": post("Three", "03") };
const neither = { dist: undefined, "feeds.lock.json": undefined };
const all = "rss.xml, atom.xml, feed.json and subscribe.html";

test.each([
  { when: "nothing has changed", files: {}, found: good },
  {
    when: "there is a new article",
    files: three,
    found: bad(outdated("rss.xml, atom.xml, feed.json, subscribe.html and feeds.lock.json")),
  },
  {
    when: "no feeds are kept",
    files: { ...three, dist: undefined },
    found: bad(outdated("feeds.lock.json")),
  },
  {
    when: "no ledger is kept",
    files: { ...three, "feeds.lock.json": undefined },
    found: bad(outdated(all)),
  },
  { when: "neither feeds nor ledger are kept", files: { ...three, ...neither }, found: good },
  {
    when: "a feed is not there",
    files: { "dist/feed.json": undefined },
    found: bad(outdated("feed.json")),
  },
  {
    when: "feeds would go",
    files: configOf({ feed: { formats: ["rss"] } }),
    found: bad(outdated("subscribe.html, atom.xml and feed.json")),
  },
])("finds what is out of date when $when", async ({ files, found }) => {
  const folder = await makeBuiltSite();
  await change(folder, files);
  expect(await checkReasons(folder)).toEqual(found);
});

test("a feed that was edited is out of date", async () => {
  const folder = await makeBuiltSite();
  const text = await readFile(join(folder, "dist/rss.xml"), "utf8");
  await change(folder, { "dist/rss.xml": `${text}\n` });
  expect(await checkReasons(folder)).toEqual(bad(outdated("rss.xml")));
});

test("a group that is kept without articles is not out of date", async () => {
  const config = configOf({ feed: { groups: ["tag"], emptyGroups: "keep" } });
  const tagged = { "content/two.md": post("Two", "02", "tags: [rare]\n") };
  const folder = await makeBuiltSite({ ...config, ...tagged });
  await change(folder, { "content/two.md": post("Two", "02") });
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder)).toEqual(good);
});

test("an invalid article is a reason, and nothing is compared", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { "content/two.md": "---\ndate: never\n---\nText" });
  const { code, stdout, stderr } = await runIn(folder, ["check", "--reporter", "json"]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "feedwright: mend the articles, or leave them out with `--skip-invalid`\n",
  });
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    ledger: null,
    subscribers: [],
    messages: [{ file: "two.md", line: 2, rule: "date", severity: "error" }],
  });
});

test.each([
  { most: "1", code: 0, stderr: "" },
  {
    most: "0",
    code: 1,
    stderr: "feedwright: expected at most 0 warnings, not 1 (`--max-warnings`)\n",
  },
])("a warning, of which $most may be, exits $code", async ({ most, code, stderr }) => {
  const untitled = { "content/a.md": "---\ndate: 2024-01-03\n---\nA" };
  const folder = await makeBuiltSite({ ...configOf(), ...untitled });
  const argv = ["check", "--reporter", "json", "--max-warnings", most];
  const ran = await runIn(folder, argv);
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code, stderr });
  expect(JSON.parse(ran.stdout).ok).toBe(code === 0);
});

test.each([
  { flag: "--drafts", article: post("Three", "03", "draft: true\n"), what: "a draft" },
  {
    flag: "--future",
    article: post("Three", "03").replace("2024", "2999"),
    what: "an article of the future",
  },
])("$what would leak with $flag", async ({ flag, article, what }) => {
  const folder = await makeBuiltSite({ ...configOf(), "content/three.md": article });
  expect(await checkReasons(folder)).toEqual(good);
  expect(await checkReasons(folder, flag)).toEqual(
    bad(`three.md leak: Expected a published article in the feeds, not ${what}`),
  );
});

test.each([
  {
    what: "a revision",
    flags: ["--since", "none"],
    says: "Expected a feed file, an address, or a revision that git knows here, not `none`",
  },
  {
    what: "a feed",
    flags: ["--since", "content/one.md"],
    says: "Expected an RSS, Atom or JSON feed",
  },
])("says in a sentence that there is not $what", async ({ flags, says }) => {
  const folder = await makeBuiltSite();
  await commit(folder);
  const { code, stdout, stderr } = await runIn(folder, ["check", ...flags]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(new RegExp(`^feedwright: ${says}.*\n$`));
});

test.each([
  {
    what: "damaged",
    files: { "feeds.lock.json": "<<<<<<< HEAD\n" },
    says: "feeds.lock.json:1: Expected no merge conflict",
  },
  {
    what: "gone since the last commit",
    files: { "feeds.lock.json": undefined },
    says: "Expected the line of `one.md` and 1 more, which the last commit has",
  },
])("a ledger that is $what ends the check", async ({ files, says }) => {
  const folder = await makeBuiltSite();
  await commit(folder);
  await change(folder, files);
  const { code, stderr } = await runIn(folder, ["check"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
});
