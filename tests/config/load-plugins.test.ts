import { describe, expect, test } from "vitest";
import { loadOptions } from "../../src/config/load.ts";
import { resolveMarkdown } from "../../src/config/resolve-markdown.ts";
import { makeFolder } from "../support/temporary-folder.ts";

/** A package in `node_modules`: its code, and how it exports it. */
function packageFiles(name: string, code: string, manifest: object = { exports: "./index.js" }) {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, type: "module", ...manifest }),
    [`node_modules/${name}/index.js`]: code,
  };
}

const returning = "export default (...options) => options;";

/** Names of the plugins, and what they return when they are attached with their options. */
async function attachAll(folder: string, file?: string) {
  const { options } = await loadOptions(folder, file);
  const { remarkPlugins, rehypePlugins } = resolveMarkdown(options);
  const plugins = [...remarkPlugins, ...rehypePlugins];
  return plugins.map(({ name, attach, options }) => [name, Reflect.apply(attach, null, options)]);
}

describe("plugins of a config", () => {
  test.each([
    { when: "a name", option: "remark-a", result: [] },
    { when: "a name in a list", option: ["remark-a"], result: [] },
    { when: "a name with options", option: ["remark-a", { b: 1 }, 2], result: [{ b: 1 }, 2] },
  ])("are loaded by $when in JSON", async ({ option, result }) => {
    const markdown = { remarkPlugins: [option], rehypePlugins: [option, option] };
    const folder = await makeFolder({
      ...packageFiles("remark-a", returning),
      "feedwright.config.json": JSON.stringify({ markdown }),
    });
    expect(await attachAll(folder)).toEqual(
      ["remark-a", "remark-a", "remark-a"].map((name) => [name, result]),
    );
  });

  test("are loaded or imported in TypeScript", async () => {
    const folder = await makeFolder({
      ...packageFiles("remark-a", returning),
      "own.ts": "export function own(...options: unknown[]) { return options; }",
      "feedwright.config.ts": `import remarkA from "remark-a";
import { own } from "./own.ts";
export default { markdown: {
  remarkPlugins: [own, [own, 1], "remark-a"],
  rehypePlugins: [["remark-a", 2], [function named(one: unknown) { return one; }, 3], remarkA],
} };`,
    });
    expect(await attachAll(folder)).toEqual([
      ["own", []],
      ["own", [1]],
      ["remark-a", []],
      ["remark-a", [2]],
      ["named", 3],
      ["default", []],
    ]);
  });

  test.each([
    {
      when: "exports for `import` alone",
      manifest: { exports: { ".": { import: "./index.js" } } },
    },
    { when: "exports by `main`", manifest: { main: "index.js" } },
    {
      when: "is in CommonJS",
      manifest: { type: "commonjs" },
      code: "module.exports = (...a) => a;",
    },
    { when: "has a scope", name: "@scope/a" },
  ])("may be of a package that $when", async ({ name = "a", code = returning, manifest }) => {
    const folder = await makeFolder({
      ...packageFiles(name, code, manifest),
      "feedwright.config.json": JSON.stringify({ markdown: { remarkPlugins: [[name, 1]] } }),
    });
    expect(await attachAll(folder)).toEqual([[name, [1]]]);
  });

  test("are found from the config file, also by a path", async () => {
    const folder = await makeFolder({
      ...packageFiles("a", "export default () => 'outer';"),
      "site/node_modules/a/index.mjs": "export default () => 'inner';",
      "site/node_modules/a/package.json": '{ "exports": "./index.mjs" }',
      "site/beside.mjs": "export default () => 'beside';",
      "site/one.json": '{ "markdown": { "rehypePlugins": ["a", "./beside.mjs"] } }',
    });
    expect(await attachAll(folder, "site/one.json")).toEqual([
      ["a", "inner"],
      ["./beside.mjs", "beside"],
    ]);
  });

  test("get the processor that they are attached to", async () => {
    const folder = await makeFolder({
      ...packageFiles("a", "export default function () { return this; }"),
      "feedwright.config.json": '{ "markdown": { "remarkPlugins": ["a"] } }',
    });
    const { options } = await loadOptions(folder);
    const [plugin] = resolveMarkdown(options).remarkPlugins;
    const processor = {};
    expect(plugin && Reflect.apply(plugin.attach, processor, [])).toBe(processor);
  });

  test.each([
    {
      when: "is not there",
      files: {},
      reason: "Expected the plugin `a` to be installed where the config file is",
    },
    {
      when: "has no default export",
      files: packageFiles("a", "export const a = () => {};"),
      reason: "Expected a plugin as the default export of `a`",
    },
    {
      when: "exports what is no plugin",
      files: packageFiles("a", "export default { plugins: [] };"),
      reason: "Expected a plugin as the default export of `a`",
    },
    {
      when: "throws as it is loaded",
      files: packageFiles("a", "throw new Error('no luck\\nat all');"),
      reason: "Expected the plugin `a` to load (no luck)",
    },
    {
      when: "throws no error",
      files: packageFiles("a", "throw 'no luck';"),
      reason: "Expected the plugin `a` to load (no luck)",
    },
  ])("a package that $when is a mistake of the config that names it", async ({ files, reason }) => {
    const folder = await makeFolder({
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text])),
      "site/one.json": '{ "markdown": { "rehypePlugins": [["a", {}]] } }',
    });
    await expect(loadOptions(folder, "site/one.json")).rejects.toMatchObject({
      file: "site/one.json",
      mistakes: [{ reason }],
    });
  });
});
