import { join } from "node:path";
import { toolOutput } from "../support/run-tool.ts";
import { addressesIn, type Item } from "./items.ts";
import { anyValue, type ReadFormat, type Shown, testReader } from "./reader-suite.ts";

const python = { command: "/usr/bin/python3", debianPackage: "python3 python3-feedparser" };

/**
 * RSS does not say whether a title is plain text. feedparser takes one with an end tag or a
 * reference for HTML and sanitises it: `A &amp; <b>B</b>` stays, `AT&T <b>B</b>` becomes
 * `AT&amp;T <b>B</b>`. No way of writing the title changes that.
 */
const titleLikeHtml = /<\/\w+>|&#?\w+;/;

/**
 * feedparser takes an e-mail address in an RSS `author` to end after four letters of its top-level
 * domain, and the rest for the name: `a@b.example (A B)` becomes the name `ple (A B`.
 */
const restOfAddress = /^[a-z0-9-]+ \((.+)$/i;

/** Where an entry has no link, feedparser shows its id. */
const linkFromId = anyValue;

interface PythonEntry extends Omit<Shown, "author" | "addresses"> {
  readonly content: string;
  readonly authors: readonly string[];
}

async function read(feed: string): Promise<readonly Shown[]> {
  const script = join(import.meta.dirname, "feedparser-entries.py");
  const entries: readonly PythonEntry[] = JSON.parse(await toolOutput(python, [script, feed]));
  return entries.map(({ authors, content, ...entry }) => ({
    ...entry,
    author: joinNames(authors),
    addresses: addressesIn(content),
  }));
}

/** Who is in `author` and in a later `dc:creator` is an author twice for feedparser. */
function joinNames(names: readonly string[]): string {
  return names
    .map((name) => name.replace(restOfAddress, "$1"))
    .filter((name, index, all) => all.lastIndexOf(name) === index)
    .join(", ");
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
