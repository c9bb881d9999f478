import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import type { Item } from "./items.ts";
import { anyValue, type ReadFormat, type Shown, testReader } from "./reader-suite.ts";

const python = { command: "/usr/bin/python3", debianPackage: "python3 python3-feedparser" };

/**
 * RSS does not say whether a title is plain text. feedparser takes one with an end tag or a
 * reference for HTML and sanitises it: `A &amp; <b>B</b>` stays, `AT&T <b>B</b>` becomes
 * `AT&amp;T <b>B</b>`. No way of writing the title changes that.
 */
const titleLikeHtml = /<\/\w+>|&#?\w+;/;

/** Where an entry has no link, feedparser shows its id. */
const linkFromId = anyValue;

async function read(feed: string): Promise<readonly Shown[]> {
  const script = join(import.meta.dirname, "feedparser-entries.py");
  return JSON.parse(await toolOutput(python, [script, feed]));
}

function isTakenForHtml({ title }: Item, format: ReadFormat): boolean {
  return format === "rss" && titleLikeHtml.test(title ?? "");
}

testReader({
  name: "feedparser",
  read,
  limits: (item, format) => ({
    ...(isTakenForHtml(item, format) && { title: anyValue }),
    ...(item.url === undefined && { link: linkFromId }),
  }),
});
