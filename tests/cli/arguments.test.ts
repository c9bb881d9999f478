import { expect, test } from "vitest";
import { peekValue, readArguments } from "../../src/cli/arguments.ts";
import { flags } from "../../src/cli/flags.ts";
import { UsageError } from "../../src/config/errors.ts";

const nothing = {
  command: "build",
  folder: undefined,
  operands: [],
  values: {},
  switches: new Set(),
};

test.each([
  { when: "nothing", argv: [], expected: nothing },
  { when: "the command", argv: ["build"], expected: nothing },
  { when: "a folder", argv: ["posts"], expected: { ...nothing, folder: "posts" } },
  {
    when: "the command and a folder",
    argv: ["build", "posts"],
    expected: { ...nothing, folder: "posts" },
  },
  {
    when: "a folder named as the command",
    argv: ["build", "build"],
    expected: { ...nothing, folder: "build" },
  },
  {
    when: "a folder named as a command to come",
    argv: ["./check"],
    expected: { ...nothing, folder: "./check" },
  },
  {
    when: "a folder that looks like a flag",
    argv: ["--", "--posts"],
    expected: { ...nothing, folder: "--posts" },
  },
  {
    when: "the folder as a flag",
    argv: ["--content", "posts"],
    expected: { ...nothing, folder: "posts", values: { content: "posts" } },
  },
  {
    when: "values",
    argv: ["--site", "https://example.com/", "--title=My site", "--limit", "3"],
    expected: {
      ...nothing,
      values: { site: "https://example.com/", title: "My site", limit: "3" },
    },
  },
  {
    when: "values that look like flags",
    argv: ["--title=--Example--", "--limit", "-3", "--out", "-"],
    expected: { ...nothing, values: { title: "--Example--", limit: "-3", out: "-" } },
  },
  {
    when: "a value twice",
    argv: ["--limit", "3", "--limit=4"],
    expected: { ...nothing, values: { limit: "4" } },
  },
  {
    when: "switches",
    argv: ["--drafts", "--no-cache", "-h", "-v"],
    expected: { ...nothing, switches: new Set(["drafts", "no-cache", "help", "version"]) },
  },
  {
    when: "switches in one",
    argv: ["-hv"],
    expected: { ...nothing, switches: new Set(["help", "version"]) },
  },
  {
    when: "a folder among flags",
    argv: ["--drafts", "posts", "--limit", "3"],
    expected: {
      ...nothing,
      folder: "posts",
      values: { limit: "3" },
      switches: new Set(["drafts"]),
    },
  },
  { when: "another command", argv: ["list"], expected: { ...nothing, command: "list" } },
  {
    when: "another command behind its flags",
    argv: ["--site", "x", "list", "posts"],
    expected: { ...nothing, command: "list", folder: "posts", values: { site: "x" } },
  },
  {
    when: "a folder named as another command",
    argv: ["build", "list"],
    expected: { ...nothing, folder: "list" },
  },
  {
    when: "words that are no folder",
    argv: ["diff", "old.xml", "--since", "main", "new.xml", "--content", "posts"],
    expected: {
      ...nothing,
      command: "diff",
      folder: "posts",
      operands: ["old.xml", "new.xml"],
      values: { since: "main", content: "posts" },
    },
  },
  {
    when: "flags of another command",
    argv: ["init", "--ts", "--force", "--limit", "3"],
    expected: {
      ...nothing,
      command: "init",
      values: { limit: "3" },
      switches: new Set(["ts", "force"]),
    },
  },
  {
    when: "what a command takes instead of a folder",
    argv: ["ledger", "link", "--content", "posts", "a.md", "--", "-b.md"],
    expected: {
      ...nothing,
      command: "ledger",
      folder: "posts",
      operands: ["link", "a.md", "-b.md"],
      values: { content: "posts" },
    },
  },
])("reads $when", ({ argv, expected }) => {
  expect(readArguments(argv)).toEqual(expected);
});

test.each([
  { argv: ["--drats"], message: "Expected a known flag, not `--drats`; did you mean `--drafts`?" },
  { argv: ["--Site=x"], message: "Expected a known flag, not `--Site`; did you mean `--site`?" },
  {
    argv: ["--subscribe"],
    message: "Expected a known flag, not `--subscribe`; see `feedwright --help`",
  },
  { argv: ["-x"], message: "Expected a known flag, not `-x`; see `feedwright --help`" },
  {
    argv: ["--toString"],
    message: "Expected a known flag, not `--toString`; see `feedwright --help`",
  },
  {
    argv: ["init", "--frce"],
    message: "Expected a known flag, not `--frce`; did you mean `--force`?",
  },
  {
    argv: ["list", "--subscribe"],
    message: "Expected a known flag, not `--subscribe`; see `feedwright list --help`",
  },
  {
    argv: ["--yes"],
    message: "Expected a flag of `build`, not `--yes`, which `init` takes",
  },
  {
    argv: ["list", "--limit", "3"],
    message:
      "Expected a flag of `list`, not `--limit`, which `build`, `serve`, `check`, `init`, `diff`, `adopt` and `ping` take",
  },
  {
    argv: ["init", "--drafts"],
    message:
      "Expected a flag of `init`, not `--drafts`, which `build`, `serve`, `check`, `list`, `diff`, `adopt` and `ping` take",
  },
  { argv: ["list", "a", "b"], message: "Expected one content folder, not `a`, `b`" },
  { argv: ["diff", "a", "b", "c"], message: "Expected `diff OLD [NEW]`, not `diff a b c`" },
  { argv: ["--site"], message: "Expected a value after `--site`" },
  { argv: ["--site="], message: "Expected a value after `--site`" },
  { argv: ["--title", " "], message: "Expected a value after `--title`" },
  {
    argv: ["--site", "--title", "x"],
    message: "Expected a value after `--site`, not `--title`",
  },
  { argv: ["--out", "-h"], message: "Expected a value after `--out`, not `-h`" },
  { argv: ["--drafts=no"], message: "Expected no value for `--drafts`, not `no`" },
  { argv: ["a", "b"], message: "Expected one content folder, not `a`, `b`" },
  { argv: ["build", "a", "b"], message: "Expected one content folder, not `a`, `b`" },
  { argv: ["a", "--content", "b"], message: "Expected one content folder, not `a`, `b`" },
  { argv: [""], message: "Expected a content folder, not an empty name" },
  {
    argv: ["validate"],
    message:
      "Expected `build`, `serve`, `check`, `list`, `init`, `diff`, `adopt`, `ledger` or `ping`, not `validate`, which this version does not have (a folder of that name is `./validate`)",
  },
])("$message", ({ argv, message }) => {
  expect(() => readArguments(argv)).toThrow(new UsageError(message));
});

test("the flags are those of the public face", () => {
  expect(Object.keys(flags)).toEqual([
    "config",
    "content",
    "out",
    "site",
    "title",
    "limit",
    "formats",
    "drafts",
    "future",
    "skip-invalid",
    "now",
    "check",
    "dry-run",
    "cache",
    "no-cache",
    "jobs",
    "reporter",
    "max-warnings",
    "since",
    "port",
    "host",
    "quiet",
    "verbose",
    "no-color",
    "ts",
    "script",
    "yes",
    "force",
    "help",
    "version",
  ]);
});

test.each([
  { when: "it is there", argv: ["--reporter", "json", "--nonsense"], value: "json" },
  { when: "it is there twice", argv: ["--reporter=json", "--reporter=text"], value: "text" },
  { when: "it has no value", argv: ["--nonsense", "--reporter"], value: undefined },
  { when: "it is not there", argv: ["reporter", "--", "--reporter=json"], value: undefined },
])("peeks at a value where $when: $value", ({ argv, value }) => {
  expect(peekValue(argv, "reporter")).toBe(value);
});
