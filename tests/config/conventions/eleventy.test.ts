import { describe, expect, test } from "vitest";
import { readSite } from "../../../src/config/read-site.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const post = { "posts/a.md": "---\ntitle: A\ndate: 2024-01-01\n---\n" };

describe("readSite", () => {
  test.each([
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
  ])("knows a site by its %s", async (path) => {
    expect((await readSite({}, await makeFolder({ [path]: "", ...post }))).convention).toBe(
      "eleventy",
    );
  });

  test("knows a site by its package.json", async () => {
    const text = '{ "dependencies": { "@11ty/eleventy": "3" } }';

    const { convention, reason } = await readSite({}, await makeFolder({ "package.json": text }));

    expect({ convention, reason }).toEqual({ convention: "eleventy", reason: "`package.json`" });
  });

  test.each([
    ["", ""],
    ["module.exports = { dir: { input: 'src' } };", "src"],
    ["module.exports = function (c) { return { dir: { input: './src/' } }; };", "src"],
    ["export default function (c) { c.setInputDirectory('src'); }", "src"],
    ["export const config = { dir: { input: 'src/content' } };", "src/content"],
    ["export default async function (c) { c.setInputDirectory(c.folder); }", ""],
    ["module.exports = 7;", ""],
  ])("reads the input folder of %j", async (config, input) => {
    const folder = await makeFolder({ ".eleventy.js": config, ...post });

    const { base, options } = await readSite({}, folder);

    expect(base).toBe(input === "" ? folder : `${folder}/${input}`);
    expect(options.content?.folder).toBe(base);
  });

  test.each([
    {
      files: { ".eleventy.js": "" },
      exclude: ["_includes", "_layouts", "_data", "_site"],
    },
    {
      files: {
        ".eleventy.js": `
          module.exports = (c) => {
            c.ignores.add("drafts");
            return { dir: { includes: "parts", layouts: "frames", data: "facts", output: "www" } };
          };`,
        ".eleventyignore": "# Not yet\n\n!kept\nold/\n",
        ".gitignore": "/tmp\n",
      },
      exclude: ["parts", "frames", "facts", "www", "drafts", "tmp", "old"],
    },
    {
      files: {
        ".eleventy.js": `
          module.exports = (c) => {
            c.setIncludesDirectory("../parts");
            c.setOutputDirectory("www");
            c.setInputDirectory("src");
          };`,
        ".eleventyignore": "src/a/**\nb\n",
        "src/.eleventyignore": "c.md\n",
      },
      exclude: ["_layouts", "_data", "a/**", "c.md"],
    },
  ])("leaves out $exclude", async ({ files, exclude }) => {
    const { options } = await readSite({}, await makeFolder(files));

    expect(options.content?.exclude).toEqual(exclude.flatMap((path) => [path, `${path}/**`]));
  });

  test.each([
    { files: {}, site: {} },
    { files: { "_data/metadata.json": "{}" }, site: {} },
    {
      files: { "_data/metadata.js": 'export default { title: "A", url: "https://a.example/b" };' },
      site: { title: "A", url: "https://a.example/b" },
    },
    {
      files: {
        "_data/meta.yaml": "title: B\nauthor: Ann",
        "_data/site.yml": "title: C\nlang: pt_BR",
      },
      site: { title: "C", language: "pt-BR", author: "Ann" },
    },
    {
      files: {
        "_data/site.json":
          '{ "name": "D", "url": "nowhere", "language": "english", "authorName": "Bo" }',
      },
      site: { title: "D", author: "Bo" },
    },
    {
      files: {
        ".eleventy.js":
          "module.exports = { pathPrefix: '/p/', dir: { data: '../facts', input: 'src' } };",
        "facts/site.json": '{ "url": "https://a.example" }',
      },
      site: { url: "https://a.example/p/" },
    },
    {
      files: {
        ".eleventy.js": "module.exports = { pathPrefix: '/p/' };",
        "_data/site.json": '{ "url": "https://a.example/q/p/" }',
      },
      site: { url: "https://a.example/q/p/" },
    },
  ])("reads what global data says of the site: $site", async ({ files, site }) => {
    const { options } = await readSite({}, await makeFolder({ ".eleventy.js": "", ...files }));

    expect(JSON.parse(JSON.stringify(options.site))).toEqual(site);
  });

  test.each([
    { path: ".eleventy.js", text: "module.exports = {" },
    { path: "_data/site.json", text: "{" },
    { path: "_data/site.js", text: "export default [" },
    { path: "posts/posts.json", text: "{" },
  ])("refuses a damaged $path", async ({ path, text }) => {
    const folder = await makeFolder({ ".eleventy.js": "", ...post, [path]: text });

    await expect(readSite({}, folder)).rejects.toThrow(path);
  });
});
