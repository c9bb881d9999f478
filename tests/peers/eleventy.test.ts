import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { comparesWith, type PeerArticle } from "./peer-suite.ts";

// Eleventy knows pages alone: which of them are posts is the site's to say. A draft is one to
// those sites that say so.
const listing = `
export const data = { permalink: "/listing.json", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const isPost = ({ url, filePathStem, data }) =>
    url && !data.draft && filePathStem !== "/notes/index" &&
    (/^\\/(?:posts|notes)\\//.test(filePathStem) || (data.tags ?? []).includes("posts"));
  return JSON.stringify(
    collections.all.filter(isPost).map(({ url, date }) => ({ url, date: date.toISOString() })),
  );
}
`;

const program = join(import.meta.dirname, "node_modules/@11ty/eleventy/cmd.cjs");

comparesWith({
  name: "eleventy",
  files: { "src/listing.11ty.js": listing },
  build: async (folder) => {
    // The zone of the machine is to have no say.
    const env = { PATH: process.env["PATH"] ?? "", TZ: "Asia/Seoul" };
    await promisify(execFile)(process.execPath, [program, "--quiet"], { cwd: folder, env });
    const text = await readFile(join(folder, "_site/listing.json"), "utf8");
    const articles: readonly PeerArticle[] = JSON.parse(text);
    // An address leaves out where the site lies on its server, which its feeds then add.
    return articles.map(({ url, date }) => ({ url: `/tides${url}`, date }));
  },
});
