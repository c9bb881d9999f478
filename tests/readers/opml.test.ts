import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { composeOpml } from "../../src/write/companions/opml.ts";
import { site } from "../support/feed-document.ts";
import { offered } from "../support/page-input.ts";
import { toolOutput } from "../support/run-tool.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const newsboat = { command: "newsboat", debianPackage: "newsboat" };

test("newsboat subscribes to every feed of the list", async () => {
  const feeds = [
    ...offered("Example & <b>"),
    ...offered("C++ – Example", "tag", "tag/c/"),
    ...offered("写真 – Example", "tag", "tag/写真/"),
  ];
  const folder = await makeFolder();
  const [urls, cache, config, list] = ["urls", "cache.db", "config", "feeds.opml"].map((name) => {
    return join(folder, name);
  });
  if (!(urls && cache && config && list)) throw new TypeError("Expected four files");
  await writeFile(urls, "");
  await writeFile(config, "");
  await writeFile(list, composeOpml(feeds, site({ language: "en", description: "About" })));
  const env = { HOME: folder, PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" };
  await toolOutput(newsboat, ["-i", list, "-u", urls, "-c", cache, "-C", config], { env });
  const lines = (await readFile(urls, "utf8")).split("\n").filter((line) => line !== "");
  expect(lines.map((line) => line.split(" ")[0])).toEqual(feeds.map(({ url }) => url));
  expect(lines.filter((line) => line.includes("tag"))).toHaveLength(6);
});
