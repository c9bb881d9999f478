import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../../src/config/errors.ts";
import { readExports, readScript } from "../../../src/config/foreign/script.ts";

describe("readScript", () => {
  test.each([
    { of: "an ES module", text: 'export default { a: "b" };', table: { a: "b" } },
    { of: "CommonJS", text: 'module.exports = { a: "b" };', table: { a: "b" } },
    {
      of: "numbers, flags, lists and tables",
      text: "export default { a: -1.5, b: false, c: null, d: [1, [2]], e: { f: {} } };",
      table: { a: -1.5, b: false, c: null, d: [1, [2]], e: { f: {} } },
    },
    {
      of: "keys of every kind",
      text: 'const k = "c"; export default { "a-b": 1, 2: 2, [k]: 3, k };',
      table: { "a-b": 1, 2: 2, c: 3, k: "c" },
    },
    {
      of: "constants",
      text: 'const b = "x"; const a = { b, c: [b] }; export default { ...a, d: a.c, e: a["b"] };',
      table: { b: "x", c: ["x"], d: ["x"], e: "x" },
    },
    {
      of: "lists in lists",
      text: "const a = [1, 2]; module.exports = { a: [0, ...a] };",
      table: { a: [0, 1, 2] },
    },
    {
      of: "templates of what is known",
      text: `const host = \`a.b\`; export default { url: \`https://\${host}/\` };`,
      table: { url: "https://a.b/" },
    },
    {
      of: "a named constant",
      text: "const config = { a: 1 };\nmodule.exports = config;",
      table: { a: 1 },
    },
    {
      of: "a wrapper",
      text: 'import { defineConfig } from "astro/config";\nexport default defineConfig({ a: 1 });',
      table: { a: 1 },
    },
    {
      of: "a wrapper of a function",
      text: "export default defineConfig(() => ({ a: 1 }));",
      table: { a: 1 },
    },
    {
      of: "a function",
      text: 'module.exports = function (config) { config.add("x"); return { dir: { input: "src" } }; };',
      table: { dir: { input: "src" } },
    },
    {
      of: "a function with constants of its own",
      text: 'const b = 1; export default async function (config) { const a = "x"; return { a, b }; }',
      table: { a: "x", b: 1 },
    },
    {
      of: "a named function",
      text: "const create = (config) => { return { a: 1 }; };\nexport default create;",
      table: { a: 1 },
    },
    {
      of: "TypeScript",
      text: 'import type { Config } from "x";\nconst a: string = "b";\nexport default { a, c: [1] as const } satisfies Config;',
      table: { a: "b", c: [1] },
    },
  ])("reads $of", async ({ text, table }) => {
    expect(await readScript(text, "a.config.ts")).toEqual(table);
  });

  test.each([
    { of: "calls", text: "export default { a: f(1), b: 1 };" },
    { of: "the environment", text: 'export default { a: process.env.URL ?? "x", b: 1 };' },
    { of: "choices", text: 'export default { a: isLive ? "x" : "y", b: 1 };' },
    { of: "variables", text: 'let a = "x"; a = "y"; export default { a, b: 1 };' },
    { of: "what is imported", text: 'import { a } from "./a"; export default { a, ...a, b: 1 };' },
    { of: "parameters", text: "const a = 1; export default (a) => ({ a, b: 1 });" },
    { of: "templates", text: `export default { a: \`x\${process.env.URL}\`, b: 1 };` },
    { of: "expressions and methods", text: "export default { a: /x/, get c() {}, d: 1n, b: 1 };" },
  ])("leaves out $of", async ({ text }) => {
    expect(await readScript(text, "a.config.ts")).toEqual({ b: 1 });
  });

  test("keeps the places of a list's items", async () => {
    const text = 'export default { a: [f(), { b: 1 }, ...g(), "c"] };';

    expect(await readScript(text, "a.js")).toEqual({ a: [undefined, { b: 1 }, "c"] });
  });

  test("reads what stands for itself as deep as it goes", async () => {
    const text = "const a = { a, b: 1 }; export default a;";

    expect(await readScript(text, "a.js")).toMatchObject({ b: 1, a: { b: 1, a: { b: 1 } } });
  });

  test("runs nothing", async () => {
    const text = "globalThis.wasRun = true; export default { a: 1, b: (() => { throw 1; })() };";

    expect(await readScript(text, "a.mjs")).toEqual({ a: 1 });
    expect("wasRun" in globalThis).toBe(false);
  });

  test.each(["", "export const a = 1;", "export default 1;", "module.exports = f();"])(
    "finds no table in %j",
    async (text) => {
      expect(await readScript(text, "a.config.js")).toEqual({});
    },
  );

  test("names the place of a mistake", async () => {
    const error = await failure("export default {\n  a: 1,\n  b: }\n", "astro.config.mjs");

    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toBe(
      "astro.config.mjs:3:6: Expected a site's config that can be read (Unexpected token)",
    );
  });

  test("refuses a script that is too long", async () => {
    const error = await failure(`/*${"x".repeat(1024 * 1024)}*/`, "astro.config.mjs");

    expect(error.message).toBe(
      "astro.config.mjs: Expected a site's config that can be read (at most 262144 characters, not 1048580)",
    );
  });

  test.each(["[", "{a:", "f(", "-", "(() => "])("refuses a depth of %j", async (opening) => {
    const error = await failure(`export default ${opening.repeat(20_000)}`, "a.config.js");

    expect(error.message).toBe(
      "a.config.js: Expected a site's config that can be read (nested less deeply)",
    );
  });

  test("reads what repeats itself without end in no time", async () => {
    const lines = Array.from({ length: 60 }, (_, level) => {
      return `const a${level + 1} = [...a${level}, ...a${level}];`;
    });
    const text = `const a0 = ["x"];\n${lines.join("\n")}\nexport default { a: a60, b: 1 };`;
    const start = performance.now();
    await readScript(text, "a.config.js");

    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test("readExports reads constants by their names", async () => {
  const text =
    'export const SITE_TITLE = "Blog";\nexport const SITE = { lang: "en" } as const;\nconst hidden = 1;\nexport { hidden as shown };';

  expect(await readExports(text, "src/consts.ts")).toEqual({
    SITE_TITLE: "Blog",
    SITE: { lang: "en" },
    shown: 1,
  });
});

async function failure(text: string, path: string): Promise<Error> {
  const error = await readScript(text, path).catch((cause: unknown) => cause);
  if (error instanceof Error) return error;
  throw new TypeError("Expected a failure");
}
