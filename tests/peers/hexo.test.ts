import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { comparesWith } from "./peer-suite.ts";

// An undated post has the time of its file; every other date is that of the text.
const listing = `
hexo.extend.renderer.register("md", "html", ({ text }) => text, true);
hexo.extend.generator.register("listing", ({ posts }) => ({
  path: "listing.json",
  data: JSON.stringify(
    posts
      .filter(({ title }) => title !== "Undated")
      .map(({ permalink, date }) => ({ url: permalink, date: date.toISOString() })),
  ),
}));
hexo.extend.generator.register("post", () => []);
`;

const hexo = createRequire(import.meta.url).resolve("hexo");

const program = `
const Hexo = require(${JSON.stringify(hexo)});
const hexo = new Hexo(process.cwd(), { silent: true });
hexo.init().then(() => hexo.call("generate")).then(() => hexo.exit());
`;

comparesWith({
  name: "hexo",
  files: { "scripts/listing.js": listing },
  build: async (folder) => {
    // Hexo takes the day of an address in the zone of the machine: only where that is the site's is
    // it the day that its own pages show.
    const env = { PATH: process.env["PATH"] ?? "", TZ: "Asia/Seoul" };
    await promisify(execFile)(process.execPath, ["-e", program], { cwd: folder, env });
    return JSON.parse(await readFile(join(folder, "public/listing.json"), "utf8"));
  },
});
