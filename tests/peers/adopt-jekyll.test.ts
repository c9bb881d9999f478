import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import { addFiles } from "../support/temporary-folder.ts";
import { adoptsFrom } from "./adopt-suite.ts";

const tool = { command: "jekyll", debianPackage: "jekyll ruby-jekyll-feed" };

const config = `
plugins: [jekyll-feed]
feed:
  posts_limit: 100
  collections:
    posts:
    recipes:
      path: /recipes.xml
`;

adoptsFrom({
  name: "jekyll",
  publish: async (folder) => {
    await addFiles(folder, { "_feed.yml": config });
    const output = join(folder, "_site");
    const env = { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", TZ: "America/New_York" };
    const configs = ["_config.yml", "_feed.yml"].map((name) => join(folder, name)).join(",");
    const args = ["build", "--source", folder, "--destination", output, "--config", configs];
    await toolOutput(tool, args, { env });
    const paths = ["feed.xml", "recipes.xml"];
    return await Promise.all(paths.map((path) => readFile(join(output, path), "utf8")));
  },
  // Textile, a post that leads elsewhere, and a document without a date: Jekyll gives it the build's.
  strangers: [
    "https://notes.example/blog/2019/10/11/moved",
    "https://notes.example/blog/2019/11/12/page",
    "https://notes.example/blog/food/undated",
  ],
});
