import { chmod, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { loadOptions } from "../../src/config/load.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const esm = (title: string) => `export default { site: { title: "${title}" } };`;

test.each([
  { when: "feedwright.config.ts", text: `const title: string = "T";\n${esm("T")}` },
  { when: "feedwright.config.mts", text: `type Title = string;\n${esm("T")}` },
  { when: "feedwright.config.js", text: esm("T") },
  { when: "feedwright.config.mjs", text: `await Promise.resolve();\n${esm("T")}` },
  { when: "feedwright.config.json", text: '// Why\n{ "site": { "title": "T", } }' },
  { when: "package.json", text: '{ "name": "x", "feedwright": { "site": { "title": "T" } } }' },
])("reads $when", async ({ when, text }) => {
  const folder = await makeFolder({ [when]: text });
  const loaded = { options: { site: { title: "T" } }, folder, origin: when, pluginPrint: "" };
  expect(await loadOptions(folder)).toEqual(loaded);
});

test.each([
  { when: "an ES module", text: esm("T"), type: "module" },
  { when: "an ES module in a package of CommonJS", text: esm("T"), type: "commonjs" },
  { when: "CommonJS", text: 'module.exports = { site: { title: "T" } };', type: "commonjs" },
])("reads a .js that is $when", async ({ text, type }) => {
  const files = { "feedwright.config.js": text, "package.json": JSON.stringify({ type }) };
  const { options } = await loadOptions(await makeFolder(files));
  expect(options).toEqual({ site: { title: "T" } });
});

test("a config may import the program, and what stands beside it", async () => {
  const program = pathToFileURL(join(import.meta.dirname, "../../src/config/options.ts")).href;
  const folder = await makeFolder({
    "feedwright.config.ts": `import { defineConfig } from "${program}";
import { title } from "./title.ts";
export default defineConfig({ site: { title } });`,
    "title.ts": 'export const title: string = "Beside";',
  });
  const { options } = await loadOptions(folder);
  expect(options).toEqual({ site: { title: "Beside" } });
});

test("of several the first counts: ts, mts, js, mjs, json, package.json", async () => {
  const names = ["ts", "mts", "js", "mjs"].map((ending) => `feedwright.config.${ending}`);
  const folder = await makeFolder({
    ...Object.fromEntries(names.map((name) => [name, esm(name)])),
    "feedwright.config.json": '{ "site": { "title": "feedwright.config.json" } }',
    "package.json": '{ "feedwright": { "site": { "title": "package.json" } } }',
  });
  const found: unknown[] = [];
  for (const name of [...names, "feedwright.config.json", "package.json"]) {
    found.push((await loadOptions(folder)).options.site?.title);
    await rm(join(folder, name));
  }
  expect(found).toEqual([...names, "feedwright.config.json", "package.json"]);
});

test.each([
  { when: "there is no config", files: {} },
  { when: "package.json has no key for it", files: { "package.json": '{ "name": "x" }' } },
])("there are no options when $when", async ({ files }) => {
  const folder = await makeFolder(files);
  expect(await loadOptions(folder)).toEqual({
    options: {},
    folder,
    origin: undefined,
    pluginPrint: "",
  });
});

test("a config that is named counts alone, and its folder is what its paths are meant from", async () => {
  const folder = await makeFolder({
    "feedwright.config.json": '{ "site": { "title": "found" } }',
    "sites/one.json": '{ "site": { "title": "named" } }',
  });
  expect(await loadOptions(folder, "sites/one.json")).toEqual({
    options: { site: { title: "named" } },
    folder: join(folder, "sites"),
    origin: "sites/one.json",
    pluginPrint: "",
  });
});

test("a config that changed is read anew", async () => {
  const folder = await makeFolder({ "feedwright.config.ts": esm("old") });
  await loadOptions(folder);
  await addFiles(folder, { "feedwright.config.ts": esm("new") });
  expect((await loadOptions(folder)).options).toEqual({ site: { title: "new" } });
});

test.each([
  {
    when: "is damaged",
    name: "feedwright.config.json",
    text: '{\n  "site": {\n}',
    line: 3,
    column: 2,
    reason: "Expected JSON that can be read (close brace expected)",
  },
  {
    when: "is damaged",
    name: "package.json",
    text: "{,}",
    line: 1,
    column: 2,
    reason: "Expected JSON that can be read (value expected)",
  },
  {
    when: "is no TypeScript",
    name: "feedwright.config.ts",
    text: "export default {\n a b };",
    line: 2,
    column: 3,
    reason: 'Expected a config file that runs (Unexpected token, expected ",")',
  },
  {
    when: "is no JavaScript",
    name: "feedwright.config.mjs",
    text: "export default {\n a b };",
    line: 2,
    column: 3,
    reason: 'Expected a config file that runs (Unexpected token, expected ",")',
  },
  {
    when: "throws",
    name: "feedwright.config.mjs",
    text: "\n\nthrow new Error('no\\nwonder');",
    line: 3,
    column: 7,
    reason: "Expected a config file that runs (no)",
  },
  {
    when: "throws no error",
    name: "feedwright.config.js",
    text: "throw 'nonsense';",
    reason: "Expected a config file that runs (nonsense)",
  },
  {
    when: "exports nothing",
    name: "feedwright.config.ts",
    text: "export const site = {};",
    reason: "Expected a config as the default export",
  },
  {
    when: "exports a text",
    name: "feedwright.config.mjs",
    text: "export default 'https://example.com/';",
    reason: "Expected a table of settings, not `https://example.com/`",
  },
  {
    when: "has an unknown key",
    name: "package.json",
    text: '{ "feedwright": { "oout": "x" } }',
    reason: "Expected a known key, not `oout`; did you mean `out`?",
  },
])("$name that $when is a mistake", async ({ name, text, line, column, reason }) => {
  const folder = await makeFolder({ [name]: text });
  await expect(loadOptions(folder)).rejects.toMatchObject({
    file: name,
    mistakes: [{ ...(line && { line, column }), reason }],
  });
});

test.each([
  {
    when: "is missing",
    file: "gone.json",
    reason: "Expected a config file, but there is none",
  },
  {
    when: "is missing",
    file: "gone.ts",
    reason: "Expected a config file, but there is none",
  },
  {
    when: "is of another kind",
    file: "feedwright.yaml",
    reason: "Expected a config file in TypeScript, JavaScript or JSON (.ts .mts .js .mjs .json)",
  },
  {
    when: "is a folder",
    file: "folder.json",
    reason:
      "Expected a config file that can be read (EISDIR: illegal operation on a directory, read)",
  },
])("a named config $file that $when is a mistake", async ({ file, reason }) => {
  const folder = await makeFolder({ "feedwright.yaml": "site:" });
  await mkdir(join(folder, "folder.json"));
  await expect(loadOptions(folder, file)).rejects.toMatchObject({ file, mistakes: [{ reason }] });
});

// The superuser reads everything, and Windows knows no such permission.
test.skipIf([0, undefined].includes(process.getuid?.()))(
  "a config that may not be read is a mistake",
  async () => {
    const folder = await makeFolder({ "feedwright.config.json": "{}" });
    await chmod(join(folder, "feedwright.config.json"), 0);
    await expect(loadOptions(folder)).rejects.toThrow(
      "feedwright.config.json: Expected a config file that can be read (EACCES",
    );
  },
);
