import { join } from "node:path";
import { expect, test } from "vitest";
import type { ReportedMessage } from "../../../src/cli/outcome.ts";
import { annotate } from "../../../src/cli/reporters/github.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const message: ReportedMessage = {
  file: "a.md",
  line: 3,
  column: 7,
  severity: "error",
  rule: "date",
  reason: "Expected a date",
  hint: null,
};

function annotation(stated: Partial<ReportedMessage>, folder = ""): string {
  let said = "";
  const stdout = { write: (text: string) => (said += text) };
  const io = { stdout, stderr: stdout, env: {}, cwd: "/", now: () => new Date(0) };
  annotate({ ...message, ...stated }, folder, io);
  return said;
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
  expect(annotation(stated)).toBe(`::${told}\n`);
});

test("the file is named from the repository's root", () => {
  expect(annotation({}, "site/content")).toContain(" file=site/content/a.md,");
});

const site = ["--site", "https://example.com/", "--title", "Example"];
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
