import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Outcome, ReportedMessage } from "../../../src/cli/outcome.ts";
import { reportGithub, toAnnotation } from "../../../src/cli/reporters/github.ts";
import { readActionOutputs } from "../../support/action-outputs.ts";
import { messageOf, outcomeOf } from "../../support/outcome.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];

function annotation(stated: Partial<ReportedMessage>): string {
  return toAnnotation(messageOf(stated), (path) => path);
}

test.each([
  {
    when: "an error",
    stated: {},
    told: "error file=a.md,line=3,col=7,title=date::Expected a date",
  },
  {
    when: "a warning",
    stated: { severity: "warning" },
    told: "warning file=a.md,line=3,col=7,title=date::Expected a date",
  },
  {
    when: "an info",
    stated: { severity: "info" },
    told: "notice file=a.md,line=3,col=7,title=date::Expected a date",
  },
  {
    when: "no place",
    stated: { line: null, column: null },
    told: "error file=a.md,title=date::Expected a date",
  },
  {
    when: "no file",
    stated: { file: "", line: null, column: null, rule: null },
    told: "error ::Expected a date",
  },
  {
    when: "a hint",
    stated: { hint: "Write one" },
    told: "error file=a.md,line=3,col=7,title=date::Expected a date%0AWrite one",
  },
  {
    when: "a text full of commands",
    stated: { reason: "100%\r\n::error::a, b: c%0A" },
    told: "error file=a.md,line=3,col=7,title=date::100%25%0D%0A::error::a, b: c%250A",
  },
  {
    when: "a file full of commands",
    stated: { file: "50%,a:b\n::error::.md" },
    told: "error file=50%25%2Ca%3Ab%0A%3A%3Aerror%3A%3A.md,line=3,col=7,title=date::Expected a date",
  },
] as const)("annotates $when", ({ stated, told }) => {
  expect(annotation(stated)).toBe(`::${told}`);
});

test("the file is named from the repository's root", async () => {
  const root = await makeFolder({ ".git/HEAD": "", "site/posts/b.md": "---\ndate: never\n---\n" });
  const { stdout } = await runIn(join(root, "site"), [...site, "posts", "--reporter", "github"]);
  expect(stdout).toContain("::error file=site/posts/b.md,line=2,");
});

const files = {
  "posts/sub/b.md": "---\ntitle: B\ndate: never\n---\n",
  "posts/c.md": "---\ndate: 2024-07-31\n---\nText",
  "posts/README.md": "No article",
};

test.each([
  { flags: ["--reporter", "github"], env: {} },
  { flags: [], env: { GITHUB_ACTIONS: "true" } },
])("a run with $flags and $env annotates on stdout, and tells people on stderr", async (how) => {
  const folder = await makeFolder(files);
  const ran = await runIn(folder, [...site, "posts", ...how.flags], how.env);
  const lines = ran.stdout.split("\n");
  expect(ran.code).toBe(1);
  expect(lines.map((line) => line.split("::Expected ")[0])).toEqual([
    "::warning file=posts/c.md,line=1,col=1,title=title",
    "::error file=posts/sub/b.md,line=3,col=7,title=date",
    "",
  ]);
  expect(ran.stderr).toContain("posts/sub/b.md\n  3:7    error    Expected ");
});

test("the notices come when they are asked for", async () => {
  const folder = await makeFolder(files);
  const { stdout } = await runIn(folder, [...site, "posts", "--reporter", "github", "--verbose"]);
  expect(stdout).toMatch(/^::notice file=posts\/README\.md,title=ignored::Expected /m);
});

test.each([
  { flags: ["--reporter", "text"], env: { GITHUB_ACTIONS: "true" } },
  { flags: [], env: { GITHUB_ACTIONS: "false" } },
  { flags: [], env: { GITHUB_ACTIONS: "" } },
])("a run with $flags and $env does not annotate", async ({ flags, env }) => {
  const { stdout } = await runIn(await makeFolder(files), [...site, "posts", ...flags], env);
  expect(stdout).toBe("");
});

test("a content folder elsewhere is named from where one stands", async () => {
  const root = await makeFolder({ ...files, "work/x": "" });
  const flags = ["../posts", "--reporter", "github"];
  const { stdout } = await runIn(join(root, "work"), [...site, ...flags]);
  expect(stdout).toContain("::error file=../posts/sub/b.md,");
});

/** What a report says to people. */
function sayToPeople(outcome: Outcome): string {
  let said = "";
  const stdout = { write: () => true };
  const stderr = { write: (text: string) => (said += text) };
  const io = { stdout, stderr, env: {}, cwd: "/", now: () => new Date(0) };
  const manner = { quiet: false, verbose: true, color: true, folder: "", out: "", timezone: "UTC" };
  reportGithub(outcome, io, manner);
  return said;
}

// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
function isCommand(line: string): boolean {
  return /^::.*::/.test(line.trimStart()) || line.includes("##[");
}

test.each([
  { file: "::add-mask::e.md" },
  { file: " ::add-mask::e.md" },
  { file: "a\n::add-mask::e.md" },
  { file: "##[add-mask]e.md" },
  { reason: "Expected a date, not `##[add-mask]e`" },
  { hint: "::add-mask::e" },
  { hint: "\u2003::add-mask::e" },
])("text that people read gives the runner no commands: %j", (stated) => {
  const said = sayToPeople(outcomeOf({ messages: [messageOf(stated)] }));
  expect(said).toContain("add-mask");
  expect(said.split("\n").filter(isCommand)).toEqual([]);
});

test("a run tells the page of the run and later steps", async () => {
  const folder = await makeFolder({ ...files, summary: "", output: "", ".git/HEAD": "" });
  const [summary, output] = [join(folder, "summary"), join(folder, "output")];
  const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output };
  const flags = [...site, "posts", "--reporter", "github", "--skip-invalid"];
  expect((await runIn(folder, flags, env)).code).toBe(0);
  expect(readActionOutputs(await readFile(output, "utf8"))).toEqual({
    changed: "true",
    errors: "0",
    feeds: "dist/rss.xml\ndist/atom.xml\ndist/feed.json",
  });
  expect(await readFile(summary, "utf8")).toMatch(/^\n## feedwright\n.*`posts\/sub\/b.md:3:7`/s);
});

test("a run that comes to nothing tells them too", async () => {
  const folder = await makeFolder({ "feedwright.config.json": '{ "site": }' });
  const [summary, output] = [join(folder, "summary"), join(folder, "output")];
  const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output };
  await runIn(folder, ["--reporter", "github"], env);
  const outputs = readActionOutputs(await readFile(output, "utf8"));
  expect(outputs).toEqual({ changed: "false", errors: "1", feeds: "" });
  expect(await readFile(summary, "utf8")).toContain("`feedwright.config.json:1:11`");
});

test("what cannot be told is a warning, and the feeds are written", async () => {
  const folder = await makeFolder(files);
  const flags = [...site, "posts", "--reporter", "github", "--skip-invalid"];
  const ran = await runIn(folder, flags, { GITHUB_STEP_SUMMARY: folder, GITHUB_OUTPUT: folder });
  expect(ran.code).toBe(0);
  for (const name of ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"]) {
    expect(ran.stderr).toContain(`Expected a file that can be written as \`${name}\``);
  }
  expect(await readFile(join(folder, "dist/rss.xml"), "utf8")).toContain("<item>");
});
