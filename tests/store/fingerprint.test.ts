import { execFileSync } from "node:child_process";
import { appendFile, cp, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isPlain, printOf, printPrograms } from "../../src/store/fingerprint.ts";
import { compiledBundle } from "../support/run-compiled.ts";
import { makeFolder } from "../support/temporary-folder.ts";

class Options {
  readonly a = 1;
}

describe("isPlain", () => {
  test.each([
    { when: "text", value: "a" },
    { when: "a number", value: 1.5 },
    { when: "a truth", value: false },
    { when: "null", value: null },
    { when: "nothing", value: undefined },
    { when: "an empty table", value: {} },
    { when: "a table without a prototype", value: Object.assign(Object.create(null), { a: 1 }) },
    { when: "lists and tables in each other", value: [{ a: [{ b: [1, "c", null] }] }, []] },
    { when: "text where a program would be", value: { use: "() => 1" } },
  ])("is true of $when", ({ value }) => {
    expect(isPlain(value)).toBe(true);
  });

  test.each([
    { when: "a function", value: () => 1 },
    { when: "a class", value: Options },
    { when: "what a class made", value: new Options() },
    { when: "a date", value: new Date(0) },
    { when: "a pattern", value: /a/ },
    { when: "an address", value: new URL("https://example.com/") },
    { when: "a map", value: new Map([["a", 1]]) },
    { when: "a set", value: new Set([1]) },
    { when: "bytes", value: Buffer.from("a") },
    { when: "a number's object", value: Object(1) },
    { when: "a function in a list", value: ["a", [() => 1]] },
    { when: "a function in a table", value: { a: { toJSON: () => 1 } } },
    { when: "a pattern deep down", value: [{ a: [{ b: /a/ }] }] },
    // JSON writes these like something else, or not at all.
    { when: "no number", value: { a: Number.NaN } },
    { when: "an infinite number", value: { a: Number.POSITIVE_INFINITY } },
    { when: "a large whole number", value: { a: 1n } },
    { when: "a symbol", value: { a: Symbol("a") } },
    { when: "what a symbol names", value: { [Symbol("a")]: 1 } },
  ])("is false of $when", ({ value }) => {
    expect(isPlain(value)).toBe(false);
  });
});

describe("printOf", () => {
  const values: readonly (readonly unknown[])[] = [
    [],
    [[]],
    [""],
    ["a"],
    ["ab"],
    ["a", "b"],
    ["b", "a"],
    [["a", "b"]],
    ["a,b"],
    [1],
    ["1"],
    [null],
    [{ a: 1 }],
    [{ a: "1" }],
    [{ a: [1] }],
    [{ b: 1 }],
  ];

  test("is another for each of other values, and the same for the same", () => {
    const prints = values.map((parts) => printOf(...parts));
    expect(new Set(prints).size).toBe(values.length);
    expect(values.map((parts) => printOf(...structuredClone(parts)))).toEqual(prints);
    expect(prints[0]).toMatch(/^[\w-]{43}$/);
  });
});

test("the programs' fingerprint is the same as long as they are", () => {
  expect(printPrograms()).toMatch(/^[\w-]{43}$/);
  expect(printPrograms()).toBe(printPrograms());
});

test("the packed program forgets what it kept when a file of it is another", async () => {
  const folder = await makeFolder({ "content/a.md": "---\ntitle: A\ndate: 2024-01-01\n---\nText" });
  const program = join(folder, "program/lib/bundle");
  const original = dirname(compiledBundle());
  await cp(original, program, { recursive: true });
  await cp(join(original, "../../package.json"), join(folder, "program/package.json"));
  const site = ["--site", "https://example.com/", "--title", "Example", "--cache", "cache"];
  const build = () => {
    const args = [join(program, "feedwright.js"), ...site, "--reporter", "json"];
    const stdout = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    return JSON.parse(stdout).cache;
  };
  expect(build()).toEqual({ hits: 0, misses: 1 });
  expect(build()).toEqual({ hits: 1, misses: 0 });
  const chunk = (await readdir(program)).find((name) => name.startsWith("create-producer-")) ?? "";
  await appendFile(join(program, chunk), "// Patched\n");
  expect(build()).toEqual({ hits: 0, misses: 1 });
  await appendFile(join(program, "feedwright.js"), "// Patched\n");
  expect(build()).toEqual({ hits: 0, misses: 1 });
});
