import { join } from "node:path";
import { expect, test } from "vitest";
import { reportFailure } from "../../src/cli/failure.ts";
import { ConfigError, UsageError } from "../../src/config/errors.ts";
import { runIn } from "../support/run-feedwright.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];

/** The report of a run that came to nothing. */
function report(...messages: readonly object[]) {
  const nothing = { line: null, column: null, severity: "error", hint: null };
  return {
    version: 1,
    ok: false,
    convention: null,
    feeds: [],
    ledger: null,
    statuses: {},
    articles: [],
    messages: messages.map((message) => ({ ...nothing, ...message })),
    timings: { discover: 0, read: 0, render: 0, compose: 0, write: 0 },
    cache: { hits: 0, misses: 0 },
  };
}

test.each([
  {
    when: "a flag",
    argv: ["--limt", "3"],
    reason: "Expected a known flag, not `--limt`; did you mean `--limit`?",
  },
  {
    when: "a value",
    argv: ["--limit", "no"],
    reason: "Expected a whole number from 1, or `all`, not `no` for `--limit`",
  },
  {
    when: "what is missing",
    argv: [],
    reason:
      "Expected the address of the site: give `--site https://example.com/` or `site.url` in a config file",
  },
])("of a mistake in $when the JSON report tells, and exit is 2", async ({ argv, reason }) => {
  const { code, stdout, stderr } = await runIn(await makeFolder(), [...argv, "--reporter=json"]);
  expect(JSON.parse(stdout)).toEqual(report({ file: "", rule: "usage", reason }));
  expect({ code, stderr }).toEqual({ code: 2, stderr: `feedwright: ${reason}\n` });
});

test("of a damaged config the JSON report tells file, line and column", async () => {
  const folder = await makeFolder({ "feedwright.config.json": '{\n  "site": }' });
  const { code, stdout, stderr } = await runIn(folder, ["--reporter", "json"]);
  const reason = "Expected JSON that can be read (value expected)";
  const message = { file: "feedwright.config.json", line: 2, column: 11, rule: "config", reason };
  expect(JSON.parse(stdout)).toEqual(report(message));
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `feedwright: feedwright.config.json:2:11: ${reason}\n`,
  });
});

test("every mistake of a config is told", async () => {
  const folder = await makeFolder({ "site/my.json": '{ "aut": 1, "out": 2 }' });
  const flags = ["--config", "site/my.json", "--reporter", "json"];
  const { stdout, stderr } = await runIn(folder, flags);
  const reasons = [
    "Expected a text, not `2` for `out`",
    "Expected a known key, not `aut`; did you mean `out`?",
  ];
  const messages = reasons.map((reason) => ({ file: "site/my.json", rule: "config", reason }));
  expect(JSON.parse(stdout)).toEqual(report(...messages));
  expect(stderr).toBe(reasons.map((reason) => `feedwright: site/my.json: ${reason}\n`).join(""));
});

test.each([
  { when: "missing", files: {}, found: ", but there is none" },
  { when: "a file", files: { content: "" }, found: ", not a file" },
])("a content folder that is $when is one sentence", async ({ files, found }) => {
  const folder = await makeFolder(files);
  const { code, stdout, stderr } = await runIn(folder, [...site, "--reporter", "json"]);
  const reason = `Expected a content folder${found}: ${join(folder, "content")}`;
  expect(JSON.parse(stdout)).toEqual(report({ file: "", rule: "usage", reason }));
  expect({ code, stderr }).toEqual({ code: 2, stderr: `feedwright: ${reason}\n` });
});

test("a content folder without articles is one sentence", async () => {
  const folder = await makeFolder({ "content/a.txt": "" });
  expect(await runIn(folder, site)).toEqual({
    code: 2,
    stdout: "",
    stderr: `feedwright: Expected articles (**/*.{md,markdown}) in the content folder, not none: ${join(folder, "content")}\n`,
  });
});

test("an output folder that is a file is one sentence", async () => {
  const article = "---\ntitle: A\ndate: 2024-07-31\n---\n";
  const folder = await makeFolder({ "content/a.md": article, dist: "" });
  expect(await runIn(folder, site)).toEqual({
    code: 2,
    stdout: "",
    stderr: `feedwright: Expected an output folder, not a file: ${join(folder, "dist")}\n`,
  });
});

test("a reporter that is none is told as text", async () => {
  const ran = await runIn(await makeFolder(), [...site, "--reporter", "xml"]);
  expect(ran).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "feedwright: Expected `text`, `json`, `github` or `sarif`, not `xml` for `--reporter`\n",
  });
});

test("in GitHub Actions a mistake is an annotation too", async () => {
  const folder = await makeFolder({ "feedwright.config.json": '{\n  "site": }' });
  const { code, stdout } = await runIn(folder, [], { GITHUB_ACTIONS: "true" });
  expect({ code, stdout }).toEqual({
    code: 2,
    stdout:
      "::error file=feedwright.config.json,line=2,col=11,title=config::Expected JSON that can be read (value expected)\n",
  });
});

test.each([
  {
    when: "the user's mistake",
    error: new UsageError("Expected X"),
    said: "feedwright: Expected X\n",
    told: [{ file: "", rule: "usage", reason: "Expected X" }],
  },
  {
    when: "a config's mistake",
    error: new ConfigError("c.json", [{ reason: "Expected X", line: 1, column: 2 }]),
    said: "feedwright: c.json:1:2: Expected X\n",
    told: [{ file: "c.json", line: 1, column: 2, rule: "config", reason: "Expected X" }],
  },
  {
    when: "our mistake",
    error: Object.assign(new TypeError("oops"), { stack: "TypeError: oops\n    at here" }),
    said: "feedwright crashed; please report this:\nTypeError: oops\n    at here\n",
    told: [{ file: "", rule: "crash", reason: "oops" }],
  },
  {
    when: "no error at all",
    error: "oops",
    said: "feedwright crashed; please report this:\noops\n",
    told: [{ file: "", rule: "crash", reason: "oops" }],
  },
])("reports $when", ({ error, said, told }) => {
  const streams = { stdout: "", stderr: "" };
  const io = {
    stdout: { write: (text: string) => (streams.stdout += text) },
    stderr: { write: (text: string) => (streams.stderr += text) },
    env: {},
    cwd: "/",
    now: () => new Date(0),
  };
  reportFailure(error, io, "json");
  expect(streams.stderr).toBe(said);
  expect(JSON.parse(streams.stdout)).toEqual(report(...told));
});
