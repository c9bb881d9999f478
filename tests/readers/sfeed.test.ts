import { toolOutput } from "../support/run-tool.ts";
import { addressesIn, type Item } from "./items.ts";
import { oneOf, type ReadFormat, type Shown, testReader } from "./reader-suite.ts";

const sfeed = { command: "sfeed", debianPackage: "sfeed" };

/** sfeed shows an RSS `author` as it is written, with its e-mail address. */
const mailbox = /^\S+@\S+ \((.+)\)$/;

/** sfeed writes one line for each entry: sfeed(5). */
async function read(feed: string): Promise<readonly Shown[]> {
  const output = await toolOutput(sfeed, [], { stdinFile: feed });
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => readLine(line.split("\t")));
}

function readLine(fields: readonly string[]): Shown {
  const [time = "", title = "", link = "", content = "", _type, id = "", author = ""] = fields;
  const published = time === "" ? null : Number(time);
  return {
    id,
    link,
    title,
    published,
    author: author.replace(mailbox, "$1"),
    addresses: addressesIn(content),
  };
}

/**
 * sfeed keeps the first author, and it does not know that the authors of an Atom feed are those of
 * an entry that has none (RFC 4287 §4.1.2).
 */
function shownAuthors({ authors, hasOwnAuthors }: Item, format: ReadFormat): unknown {
  const first = authors[0] ?? "";
  return format === "rss" || hasOwnAuthors ? first : oneOf(first, "");
}

testReader({
  name: "sfeed",
  read,
  limits: (item, format) => ({ author: shownAuthors(item, format) }),
});
