import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/cli/outcome.ts";
import { reportSarif } from "../../../src/cli/reporters/sarif.ts";
import { messageOf, outcomeOf } from "../../support/outcome.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { readSarif, type SarifRun } from "../../support/sarif-log.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const plain = { folder: "content", verbose: false };

function report(stated: Partial<Outcome>, manner = plain): SarifRun {
  let said = "";
  const stdout = { write: (text: string) => (said += text) };
  const stderr = {
    write: (text: string) => {
      throw new Error(`Expected nothing on stderr, not ${text}`);
    },
  };
  reportSarif(
    outcomeOf(stated),
    { stdout, stderr, env: {}, cwd: "/", now: () => new Date(0) },
    manner,
  );
  return readSarif(said);
}

function placesOf({ results }: SarifRun) {
  return results.map(({ locations: [{ physicalLocation }] }) => physicalLocation);
}

test("a run without messages has no results", () => {
  const { results, tool, invocations } = report({});
  expect({ results, rules: tool.driver.rules }).toEqual({ results: [], rules: [] });
  expect(invocations[0].executionSuccessful).toBe(true);
});

test("results name their rules, which stand there once, by name", () => {
  const messages = ["title", "date", "title"].map((rule) => messageOf({ rule }));
  const { results, tool } = report({ messages });
  expect(results.map(({ ruleId }) => ruleId)).toEqual(["title", "date", "title"]);
  expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0, 1]);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(["date", "title"]);
});

test.each([
  { rule: "date", id: "date", says: "An article has a date, and a possible one." },
  { rule: "of-a-plugin", id: "of-a-plugin", says: "A message of `of-a-plugin`." },
  { rule: null, id: "message", says: "A message of `message`." },
])("the rule $rule is described", ({ rule, id, says }) => {
  const [first] = report({ messages: [messageOf({ rule })] }).tool.driver.rules;
  expect(first).toMatchObject({ id, shortDescription: { text: says }, help: { text: says } });
  expect(first?.helpUri).toBe("https://www.npmjs.com/package/feedwright#messages");
});

test.each([
  { severity: "error", level: "error" },
  { severity: "warning", level: "warning" },
  { severity: "info", level: "note" },
] as const)("$severity is $level", ({ severity, level }) => {
  const { results } = report({ messages: [messageOf({ severity })] }, { ...plain, verbose: true });
  expect(results.map((result) => result.level)).toEqual([level]);
});

test("notes come when they are asked for", () => {
  expect(report({ messages: [messageOf({ severity: "info" })] }).results).toEqual([]);
});

test.each([
  { when: "line and column", line: 3, column: 7, region: { startLine: 3, startColumn: 7 } },
  { when: "a line", line: 3, column: null, region: { startLine: 3 } },
  { when: "a file alone", line: null, column: null, region: { startLine: 1 } },
])("a message with $when has its place", ({ line, column, region }) => {
  const [place] = placesOf(report({ messages: [messageOf({ line, column })] }));
  expect(place?.region).toEqual(region);
});

test.each([
  { file: "a.md", uri: "content/a.md" },
  { file: "ü b/c.md", uri: "content/%C3%BC%20b/c.md" },
  { file: "50%#?.md", uri: "content/50%25%23%3F.md" },
  { file: "a:b|[c].md", uri: "content/a%3Ab%7C%5Bc%5D.md" },
  { file: "../feeds.json", uri: "feeds.json" },
])("the file $file is $uri", ({ file, uri }) => {
  const [place] = placesOf(report({ messages: [messageOf({ file })] }));
  expect(place?.artifactLocation).toEqual({ uri, uriBaseId: "%SRCROOT%" });
});

test.each([
  { when: "a hint", stated: { hint: "Write one" }, text: "Expected a date\nWrite one" },
  { when: "no hint", stated: {}, text: "Expected a date" },
  { when: "braces", stated: { reason: "Not `{0}`", hint: "{{" }, text: "Not `{{0}}`\n{{{{" },
])("a message with $when is one text", ({ stated, text }) => {
  expect(report({ messages: [messageOf(stated)] }).results[0]?.message.text).toBe(text);
});

test("what is about no file is a notification", () => {
  const messages = [messageOf({ file: "", rule: "usage" }), messageOf()];
  const { results, invocations, tool } = report({ messages, convention: null });
  expect(results.length).toBe(1);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(["date", "usage"]);
  expect(invocations).toEqual([
    {
      executionSuccessful: false,
      toolConfigurationNotifications: [
        { descriptor: { id: "usage" }, level: "error", message: { text: "Expected a date" } },
      ],
    },
  ]);
});

const site = ["--site", "https://example.com/", "--title", "Example", "--reporter", "sarif"];
const article = "---\ntitle: B\ndate: never\n---\n";

test.each(["build", "list"])("%s names files from the repository's root", async (command) => {
  const root = await makeFolder({ ".git/HEAD": "", "site/posts/b.md": article });
  const { code, stdout } = await runIn(join(root, "site"), [command, "posts", ...site]);
  expect(code).toBe(1);
  expect(placesOf(readSarif(stdout))).toEqual([
    {
      artifactLocation: { uri: "site/posts/b.md", uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: 7 },
    },
  ]);
});

test("a file outside of the repository has its whole address", async () => {
  const root = await makeFolder({ "site/.git": "", "site/sub/x": "", "posts/b c.md": article });
  const { stdout } = await runIn(join(root, "site/sub"), ["../../posts", ...site]);
  const { href } = pathToFileURL(join(root, "posts/b c.md"));
  expect(placesOf(readSarif(stdout))[0]?.artifactLocation).toEqual({ uri: href });
});

test("the mistake in a config has its place, and the run was none", async () => {
  const folder = await makeFolder({ "site/my.json": '{\n  "site": }' });
  const { code, stdout } = await runIn(folder, ["--config", "site/my.json", "--reporter", "sarif"]);
  const run = readSarif(stdout);
  expect(code).toBe(2);
  expect(run.invocations[0].executionSuccessful).toBe(false);
  expect(placesOf(run)).toEqual([
    {
      artifactLocation: { uri: "site/my.json", uriBaseId: "%SRCROOT%" },
      region: { startLine: 2, startColumn: 11 },
    },
  ]);
});

test("the mistake in a flag has no place", async () => {
  const { stdout } = await runIn(await makeFolder(), ["--limt", "3", "--reporter=sarif"]);
  const { results, invocations } = readSarif(stdout);
  expect(results).toEqual([]);
  expect(invocations[0].toolConfigurationNotifications[0]?.message.text).toContain("`--limt`");
});
