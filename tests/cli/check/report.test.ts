import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readActionOutputs } from "../../support/action-outputs.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { readSarif } from "../../support/sarif-log.ts";
import { makeFolder } from "../../support/temporary-folder.ts";
import { change, configOf, makeBuiltSite, post } from "./built-site.ts";

/** A site without a ledger whose second article is another one now, and with a third one. */
async function makeChangedSite(): Promise<string> {
  const folder = await makeBuiltSite(configOf({ ledger: false }));
  await change(folder, {
    "content/two.md": post("Deux", "02"),
    "content/three.md": post("Three", "03"),
  });
  return folder;
}

const outdated =
  "Expected `rss.xml`, `atom.xml`, `feed.json` and `subscribe.html` as a build would write them";
const hint = "Run `feedwright build`, and commit what is committed";

test("as text, what subscribers would see stands before the reasons", async () => {
  const { stdout, stderr } = await runIn(await makeChangedSite(), ["check"]);
  expect(stdout).toBe("");
  const sizes = /, \d+ bytes$|\d+ bytes$/gm;
  expect(
    stderr.replace(sizes, ""),
  ).toBe(`What subscribers would see since the feeds in the output folder:

rss.xml, atom.xml, feed.json
  new (1)
    Three  https://example.com/three/

  edited (1)
    Deux  https://example.com/two/
      title: \`Two\` is now \`Deux\`
      content: 1 word added, 1 removed

  1 new, 1 edited, 1 as before

feeds
  -      error    ${outdated}  out-of-date
         ${hint}

would-write  rss.xml  3 items
would-write  atom.xml  3 items
would-write  feed.json  3 items
would-write  subscribe.html  
unchanged    feed.css  
✖ 3 files: 3 published; 1 error, 0 warnings
`);
});

test("where all is well, a line says so", async () => {
  const { code, stderr } = await runIn(await makeBuiltSite(), ["check"]);
  expect({ code, lines: stderr.split("\n").slice(-2) }).toEqual({
    code: 0,
    lines: ["✔ 2 files: 2 published; 0 errors, 0 warnings", ""],
  });
  expect(stderr).not.toContain("as before");
});

test("--quiet says nothing but the reasons", async () => {
  const folder = await makeBuiltSite();
  expect(await runIn(folder, ["check", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  const { stderr } = await runIn(await makeChangedSite(), ["check", "--quiet"]);
  expect(stderr).toContain(outdated);
  expect(stderr).not.toMatch(/Three|would-write/);
});

test("colours are those that are asked for", async () => {
  const folder = await makeChangedSite();
  const tell = async (flags: readonly string[]) => {
    return (await runIn(folder, ["check", ...flags], { FORCE_COLOR: "1" })).stderr;
  };
  expect(await tell([])).toContain("\u001b[32mnew (1)");
  expect(await tell(["--no-color"])).not.toContain("\u001b");
});

test("as JSON, subscribers are a comparison for each feed that differs", async () => {
  const { stdout, stderr } = await runIn(await makeChangedSite(), ["check", "--reporter=json"]);
  expect(stderr).toBe("");
  const { ok, messages, subscribers, feeds } = JSON.parse(stdout);
  expect({ ok, statuses: feeds.map(({ status }: { status: string }) => status) }).toEqual({
    ok: false,
    statuses: ["would-write", "would-write", "would-write", "would-write", "unchanged"],
  });
  const [rule, severity] = ["out-of-date", "error"];
  expect(messages).toEqual([
    { file: "", line: null, column: null, severity, rule, reason: outdated, hint },
  ]);
  expect(subscribers).toMatchObject([
    {
      name: "rss.xml, atom.xml, feed.json",
      counts: { new: 1, edited: 1, unchanged: 1, "delivered-again": 0 },
      changes: [
        { kind: "new", before: null, item: { id: "https://example.com/three/", title: "Three" } },
        { kind: "edited", parts: ["title", "content"], words: { added: 1, removed: 1 } },
      ],
    },
  ]);
});

test("as JSON, there are no subscribers where nothing is there to compare with", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { dist: undefined });
  const { stdout } = await runIn(folder, ["check", "--reporter", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, messages: [], subscribers: [] });
});

/** Runs a check as GitHub Actions does. */
async function checkOnGithub(folder: string) {
  const temp = await makeFolder({ summary: "", output: "" });
  const read = async (name: string) => await readFile(join(temp, name), "utf8");
  const ran = await runIn(folder, ["check"], {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: folder,
    GITHUB_STEP_SUMMARY: join(temp, "summary"),
    GITHUB_OUTPUT: join(temp, "output"),
  });
  return {
    ...ran,
    summary: await read("summary"),
    outputs: readActionOutputs(await read("output")),
  };
}

test("for GitHub, reasons are annotations, and the summary shows what subscribers will see", async () => {
  const { code, stdout, summary, outputs } = await checkOnGithub(await makeChangedSite());
  expect(code).toBe(1);
  expect(stdout).toBe(`::error title=out-of-date::${outdated}%0A${hint}\n`);
  expect(outputs).toEqual({
    changed: "true",
    "new-items": "1",
    errors: "1",
    feeds: "dist/rss.xml\ndist/atom.xml\ndist/feed.json",
  });
  expect(summary).toContain(`### What subscribers will see

\`rss.xml, atom.xml, feed.json\`: 1 new, 1 edited, 1 as before

**new (1)**

- [Three](https://example.com/three/)
`);
});

test("for GitHub, a leak is told at the article", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { "content/three.md": post("Three", "03", "draft: true\n") });
  const { stdout } = await runIn(folder, ["check", "--drafts", "--reporter", "github"]);
  expect(stdout).toContain(
    "::error file=content/three.md,title=leak::Expected a published article in the feeds, not a draft%0A",
  );
});

test("for GitHub, nothing is new where nothing has changed", async () => {
  const { code, stdout, outputs } = await checkOnGithub(await makeBuiltSite());
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(outputs).toMatchObject({ changed: "false", "new-items": "0", errors: "0" });
});

test("for GitHub, nothing is known of what is new where nothing is there to compare with", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { dist: undefined });
  const { outputs, summary } = await checkOnGithub(folder);
  expect(outputs).not.toHaveProperty("new-items");
  expect(summary).not.toContain("subscribers");
});

test("as SARIF, a leak has the place of its article", async () => {
  const folder = await makeBuiltSite();
  await change(folder, { "content/three.md": post("Three", "03", "draft: true\n") });
  const { code, stdout } = await runIn(folder, ["check", "--drafts", "--reporter", "sarif"]);
  expect(code).toBe(1);
  expect(readSarif(stdout).results).toMatchObject([
    {
      ruleId: "leak",
      level: "error",
      locations: [{ physicalLocation: { artifactLocation: { uri: "content/three.md" } } }],
    },
  ]);
});

test("as SARIF, what is about no file is about the run", async () => {
  const folder = await makeChangedSite();
  const { code, stdout } = await runIn(folder, ["check", "--reporter", "sarif"]);
  const { results, invocations } = readSarif(stdout);
  expect({ code, results }).toEqual({ code: 1, results: [] });
  expect(invocations).toMatchObject([
    {
      executionSuccessful: true,
      toolConfigurationNotifications: [
        {
          descriptor: { id: "out-of-date" },
          level: "error",
          message: { text: `${outdated}\n${hint}` },
        },
      ],
    },
  ]);
});
