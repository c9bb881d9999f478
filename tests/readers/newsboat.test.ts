import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toolOutput } from "../support/run-tool.ts";
import { addressesIn, type Item } from "./items.ts";
import { anyValue, oneOf, type ReadFormat, type Shown, testReader } from "./reader-suite.ts";

const newsboat = { command: "newsboat", debianPackage: "newsboat" };
const python = { command: "/usr/bin/python3", debianPackage: "python3" };

/** Where an entry has no title, newsboat makes one from the last words of its link. */
const titleFromLink = anyValue;

/** Where an RSS item has no date, newsboat shows the time at which it read the item. */
const timeOfReading = anyValue;

/** Where an RSS item has no link, newsboat takes its guid for one if that is a permalink. */
const linkFromGuid = anyValue;

interface CachedEntry extends Omit<Shown, "addresses"> {
  readonly content: string;
}

/** newsboat reads feeds by address, each one here with a home, a configuration and a cache of its own. */
async function read(feed: string, folder: string): Promise<readonly Shown[]> {
  const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(folder, name));
  if (!(urls && cache && config)) throw new TypeError("Expected three files");
  await writeFile(urls, `${pathToFileURL(feed).href}\n`);
  await writeFile(config, "");
  const env = { HOME: folder, PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" };
  await toolOutput(newsboat, ["-u", urls, "-c", cache, "-C", config, "-x", "reload"], { env });
  const script = join(import.meta.dirname, "newsboat-cache.py");
  const entries: readonly CachedEntry[] = JSON.parse(await toolOutput(python, [script, cache]));
  return entries.map(({ content, ...entry }) => ({ ...entry, addresses: addressesIn(content) }));
}

/**
 * newsboat keeps one author of an RSS item: that of `author`, which is any of those with an e-mail
 * address, else that of the last `dc:creator`. Of an Atom entry it keeps all, but it does not know
 * that the feed's are those of an entry that has none (RFC 4287 §4.1.2).
 */
function shownAuthors({ authors, hasOwnAuthors }: Item, format: ReadFormat): unknown {
  if (format === "rss") return oneOf(...(authors.length === 0 ? [""] : authors));
  return hasOwnAuthors ? authors.join(", ") : oneOf(authors.join(", "), "");
}

testReader({
  name: "newsboat",
  read,
  limits: (item, format) => ({
    author: shownAuthors(item, format),
    ...(item.title === undefined && { title: titleFromLink }),
    ...(item.published === undefined && { published: timeOfReading }),
    ...(item.url === undefined && { link: linkFromGuid }),
  }),
});
