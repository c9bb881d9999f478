import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  composeIncludedOpml,
  composeIncludingOpml,
  composeOpml,
} from "../../src/write/companions/opml.ts";
import { site } from "../support/feed-document.ts";
import { offered } from "../support/page-input.ts";
import { toolOutput } from "../support/run-tool.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const newsboat = { command: "newsboat", debianPackage: "newsboat" };

const feeds = [
  ...offered("Example & <b>"),
  ...offered("C++ – Example", "tag", "tag/c/"),
  ...offered("写真 – Example", "tag", "tag/写真/"),
];
const example = site({ language: "en", description: "About" });

/** The lines that newsboat keeps of the subscriptions in a list: addresses, and its tags for them. */
async function importList(text: string): Promise<readonly string[]> {
  const folder = await makeFolder();
  const [urls, cache, config, list] = ["urls", "cache.db", "config", "feeds.opml"].map((name) => {
    return join(folder, name);
  });
  if (!(urls && cache && config && list)) throw new TypeError("Expected four files");
  await writeFile(urls, "");
  await writeFile(config, "");
  await writeFile(list, text);
  const env = { HOME: folder, PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" };
  await toolOutput(newsboat, ["-i", list, "-u", urls, "-c", cache, "-C", config], { env });
  return (await readFile(urls, "utf8")).split("\n").filter((line) => line !== "");
}

const addressIn = (line: string) => line.split(" ")[0];

test("newsboat subscribes to every feed of the list", async () => {
  const lines = await importList(composeOpml(feeds, example));
  expect(lines.map(addressIn)).toEqual(feeds.map(({ url }) => url));
  expect(lines.filter((line) => line.includes("tag"))).toHaveLength(6);
});

test("newsboat subscribes to every feed of a list that another includes", async () => {
  const lines = await importList(composeIncludedOpml(feeds, "tag", example));
  expect(lines.map(addressIn)).toEqual(feeds.slice(3).map(({ url }) => url));
});

// Why the list that includes others stands beside the whole list, and not in its place.
test("newsboat takes an included list for a feed", async () => {
  const url = "https://example.com/categories-tag.opml";
  const lines = await importList(composeIncludingOpml(feeds, [{ by: "tag", url }], example));
  expect(lines.map(addressIn)).toEqual([...feeds.slice(0, 3).map((feed) => feed.url), url]);
});
