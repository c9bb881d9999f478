import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitAll } from "../../support/repository.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { change, configOf, makeBuiltSite, post } from "./built-site.ts";
import {
  checkReasons,
  outdated,
  outdatedFeeds,
  outdatedLedger,
  vanished,
} from "./check-reasons.ts";

const three = { "content/three.md": post("Three", "03") };
const neither = { dist: undefined, "feeds.lock.json": undefined };

test.each([
  { when: "nothing has changed", files: {}, reasons: [] },
  { when: "there is a new article", files: three, reasons: [...outdatedFeeds, outdatedLedger] },
  {
    when: "no feeds are kept",
    files: { ...three, dist: undefined },
    reasons: [outdatedLedger],
  },
  {
    when: "no ledger is kept",
    files: { ...three, "feeds.lock.json": undefined },
    reasons: outdatedFeeds,
  },
  { when: "neither feeds nor ledger are kept", files: { ...three, ...neither }, reasons: [] },
])("finds what is out of date when $when", async ({ files, reasons }) => {
  const folder = await makeBuiltSite();
  await change(folder, files);
  expect(await checkReasons(folder)).toEqual({ code: reasons.length === 0 ? 0 : 1, reasons });
});

test("a feed alone can be out of date", async () => {
  const folder = await makeBuiltSite();
  const text = await readFile(join(folder, "dist/rss.xml"), "utf8");
  await change(folder, { "dist/rss.xml": `${text}\n` });
  expect(await checkReasons(folder)).toEqual({ code: 1, reasons: [outdated("rss.xml")] });
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
    subscribers: [],
    messages: [{ file: "two.md", line: 2, rule: "date", severity: "error" }],
  });
});

test("an invalid article that is left out vanishes from the feed", async () => {
  const folder = await makeBuiltSite();
  await commitAll(folder, "2024-02-01T00:00:00Z");
  await change(folder, { dist: undefined, "content/two.md": "---\ndate: never\n---\nText" });
  const warning = "two.md date: Expected a date, not `never`";
  expect(await checkReasons(folder, "--skip-invalid")).toEqual({ code: 0, reasons: [warning] });
  expect(await checkReasons(folder, "--skip-invalid", "--since", "HEAD")).toEqual({
    code: 1,
    reasons: [warning, vanished("Two")],
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
  const folder = await makeBuiltSite({
    ...configOf(),
    "content/a.md": "---\ndate: 2024-01-03\n---\nA",
  });
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
  await change(folder, neither);
  expect(await checkReasons(folder)).toEqual({ code: 0, reasons: [] });
  expect(await checkReasons(folder, flag)).toEqual({
    code: 1,
    reasons: [`three.md leak: Expected a published article in the feeds, not ${what}`],
  });
});

test.each([
  {
    what: "a revision",
    flags: ["--since", "none"],
    says: "Expected a revision that git knows here, not `none`",
  },
  {
    what: "feeds of the revision",
    flags: ["--since", "HEAD", "--out", "elsewhere"],
    says: "Expected a feed that `HEAD` has, not `HEAD:./elsewhere/rss.xml`",
  },
  {
    what: "a feed",
    flags: ["--since", "content/one.md"],
    says: "Expected an RSS, Atom or JSON feed",
  },
])("says in a sentence that there is not $what", async ({ flags, says }) => {
  const folder = await makeBuiltSite();
  await commitAll(folder, "2024-02-01T00:00:00Z");
  const { code, stdout, stderr } = await runIn(folder, ["check", ...flags]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(says);
});

test("a damaged ledger ends the check", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { "feeds.lock.json": "<<<<<<< HEAD\n" });
  const { code, stderr } = await runIn(folder, ["check"]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("feeds.lock.json:1: Expected no merge conflict"),
  });
});
