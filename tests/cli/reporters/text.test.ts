import { expect, test } from "vitest";
import type { Outcome, ReportedMessage } from "../../../src/cli/outcome.ts";
import { reportText } from "../../../src/cli/reporters/text.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const message: ReportedMessage = {
  file: "a.md",
  line: 3,
  column: 7,
  severity: "error",
  rule: "date",
  reason: "Expected a date, not `never`",
  hint: "Such as 2024-07-31",
};

const article = {
  source: "a.md",
  status: "published",
  id: null,
  url: null,
  title: null,
  published: null,
  updated: null,
  language: null,
  authors: [],
  tags: [],
  feeds: [],
  links: [],
} as const;

const outcome: Outcome = {
  version: 1,
  ok: false,
  convention: { name: "plain", reason: null },
  feeds: [
    {
      path: "rss.xml",
      format: "rss",
      url: "https://example.com/rss.xml",
      group: null,
      items: 2,
      bytes: 345,
      status: "would-write",
    },
  ],
  ledger: null,
  statuses: { published: 1, draft: 1 },
  articles: [article, { ...article, source: "b.md", status: "draft" }],
  messages: [
    message,
    { ...message, file: "b.md", severity: "warning", line: null, column: null, hint: null },
    { ...message, line: 12, column: null, severity: "info", rule: null, reason: "By the way" },
  ],
  timings: { discover: 1.234, write: 0 },
  cache: { hits: 0, misses: 1 },
};

const plain = {
  quiet: false,
  verbose: false,
  color: false,
  folder: "content",
  out: "dist",
  timezone: "UTC",
};

function tell(told: Outcome, manner: Partial<typeof plain> = {}): readonly string[] {
  const said = { stdout: "", stderr: "" };
  const io = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    env: {},
    cwd: "/",
    now: () => new Date(0),
  };
  reportText(told, io, { ...plain, ...manner });
  expect(said.stdout).toBe("");
  return said.stderr.split("\n").slice(0, -1);
}

test("groups the messages by file, then tells the feeds, then the counts", () => {
  expect(tell(outcome)).toEqual([
    "content/a.md",
    "  3:7    error    Expected a date, not `never`  date",
    "         Such as 2024-07-31",
    "",
    "content/b.md",
    "  -      warning  Expected a date, not `never`  date",
    "",
    "would-write  rss.xml  2 items, 345 bytes",
    "✖ 2 files: 1 published, 1 draft; 1 error, 1 warning",
  ]);
});

test("tells everything when it is verbose", () => {
  expect(tell(outcome, { verbose: true })).toEqual([
    "content/a.md",
    "  3:7    error    Expected a date, not `never`  date",
    "         Such as 2024-07-31",
    "  12:1   info     By the way",
    "         Such as 2024-07-31",
    "",
    "content/b.md",
    "  -      warning  Expected a date, not `never`  date",
    "",
    "published  a.md",
    "draft      b.md",
    "",
    "would-write  rss.xml  2 items, 345 bytes",
    "",
    "discover  1.2 ms",
    "write     0.0 ms",
    "cache     0 entries from before, 1 made now",
    "✖ 2 files: 1 published, 1 draft; 1 error, 1 warning",
  ]);
});

test("tells only what is wrong when it is quiet", () => {
  expect(tell(outcome, { quiet: true })).toEqual([
    "content/a.md",
    "  3:7    error    Expected a date, not `never`  date",
    "         Such as 2024-07-31",
    "",
    "content/b.md",
    "  -      warning  Expected a date, not `never`  date",
    "",
    "✖ 2 files: 1 published, 1 draft; 1 error, 1 warning",
  ]);
  expect(tell({ ...outcome, ok: true, messages: [] }, { quiet: true })).toEqual([]);
});

test("a content folder that one stands in has no name", () => {
  expect(tell({ ...outcome, messages: [message] }, { folder: "" })[0]).toBe("a.md");
});

test("control characters of names and texts do not reach the terminal", () => {
  const strange = { ...message, file: "a\u001b[2J\n::error::.md", reason: "a\rb", hint: "\u0007c" };
  expect(tell({ ...outcome, messages: [strange], feeds: [] })).toEqual([
    "content/a [2J ::error::.md",
    "  3:7    error    a b  date",
    "          c",
    "",
    "✖ 2 files: 1 published, 1 draft; 1 error, 0 warnings",
  ]);
});

test("colours are what they are for", () => {
  const esc = "\u001b";
  expect(tell({ ...outcome, messages: [message], feeds: [] }, { color: true })).toEqual([
    `${esc}[4mcontent/a.md${esc}[24m`,
    `  3:7    ${esc}[31merror  ${esc}[39m  Expected a date, not \`never\`  ${esc}[2mdate${esc}[22m`,
    `${esc}[2m         Such as 2024-07-31${esc}[22m`,
    "",
    `${esc}[31m✖ 2 files: 1 published, 1 draft; 1 error, 0 warnings${esc}[39m`,
  ]);
  expect(tell({ ...outcome, ok: true, messages: [], feeds: [] }, { color: true })).toEqual([
    `${esc}[32m✔ 2 files: 1 published, 1 draft; 0 errors, 0 warnings${esc}[39m`,
  ]);
});

test.each([
  { flags: [], env: {}, colored: false },
  { flags: [], env: { FORCE_COLOR: "1" }, colored: true },
  { flags: [], env: { FORCE_COLOR: "0" }, colored: false },
  { flags: [], env: { FORCE_COLOR: "" }, colored: false },
  { flags: [], env: { FORCE_COLOR: "1", NO_COLOR: "1" }, colored: false },
  { flags: [], env: { FORCE_COLOR: "1", NO_COLOR: "" }, colored: true },
  { flags: ["--no-color"], env: { FORCE_COLOR: "1" }, colored: false },
  { flags: [], env: { FORCE_COLOR: "1", GITHUB_ACTIONS: "true" }, colored: false },
])("with $flags and $env colours: $colored", async ({ flags, env, colored }) => {
  const folder = await makeFolder({ "content/a.md": "---\ndate: 2024-07-31\n---\nText" });
  const site = ["--site", "https://example.com/", "--title", "Example"];
  const { stderr } = await runIn(folder, [...site, ...flags], env);
  expect(stderr.includes("\u001b[")).toBe(colored);
});

test.each([
  { flags: ["--quiet"], lines: [] },
  { flags: [], lines: ["written", "written", "written", "written", "✔"] },
  { flags: ["--verbose"], lines: ["published", ...Array(4).fill("written"), "read", "✔"] },
])("with $flags a good run begins lines with $lines", async ({ flags, lines }) => {
  const folder = await makeFolder({ "content/a.md": "---\ntitle: A\ndate: 2024-07-31\n---\n" });
  const site = ["--site", "https://example.com/", "--title", "Example", "--formats", "rss"];
  const { stderr } = await runIn(folder, [...site, ...flags]);
  const starts = stderr.split("\n").map((line) => line.split(" ")[0]);
  expect(starts.filter((start) => /^(published|written|read|✔)$/.test(start ?? ""))).toEqual(lines);
  if (lines.length === 0) expect(stderr).toBe("");
});
