import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ruleDescriptions } from "../../../src/cli/reporters/rules.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const [, messages = ""] = readme.split("\n## Messages\n");
const [table = ""] = messages.split("\n## ");
const names = table
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .flatMap((line) => [...(line.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)])
  .map(([, name = ""]) => name);

test("the README tells of many rules", () => {
  expect(names.length).toBeGreaterThan(20);
});

test.each(names)("the rule %s, which the README tells of, has a description", (name) => {
  expect(ruleDescriptions[name]).toMatch(/^[A-Z].+\.$/);
});
