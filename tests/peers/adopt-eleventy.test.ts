import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { addFiles } from "../support/temporary-folder.ts";
import { adoptsFrom } from "./adopt-suite.ts";

const modules = join(import.meta.dirname, "node_modules/@11ty");
const plugin = pathToFileURL(join(modules, "eleventy-plugin-rss/.eleventy.js")).href;

const config = `
import { feedPlugin } from "${plugin}";

export default function (eleventyConfig) {
  eleventyConfig.addCollection("articles", (api) => api.getAll().filter(({ url, filePathStem, data }) =>
    url && !data.draft && filePathStem !== "/notes/index" &&
    (/^\\/(?:posts|notes)\\//.test(filePathStem) || (data.tags ?? []).includes("posts"))));
  for (const type of ["rss", "atom", "json"]) {
    eleventyConfig.addPlugin(feedPlugin, {
      type,
      outputPath: "/feed-" + type + ".xml",
      inputPath: "feed-" + type + ".njk",
      collection: { name: "articles", limit: 0 },
      metadata: { language: "en", title: "Tides", subtitle: "", base: "https://tides.example/", author: { name: "Ann" } },
    });
  }
}

export const config = { dir: { input: "src", output: "_site" }, pathPrefix: "/tides/" };
`;

const program = join(modules, "eleventy/cmd.cjs");

adoptsFrom({
  name: "eleventy",
  publish: async (folder) => {
    await addFiles(folder, { "eleventy.config.js": config });
    const env = { PATH: process.env["PATH"] ?? "", TZ: "Asia/Seoul" };
    await promisify(execFile)(process.execPath, [program, "--quiet"], { cwd: folder, env });
    const paths = ["feed-rss.xml", "feed-atom.xml", "feed-json.xml"];
    return await Promise.all(paths.map((path) => readFile(join(folder, "_site", path), "utf8")));
  },
  strangers: [],
});
