import { addressesIn, type Item } from "./items.ts";
import { readWithNewsboat } from "./newsboat.ts";
import { anyValue, oneOf, type ReadFormat, type Shown, testReader } from "./reader-suite.ts";

/** Where an entry has no title, newsboat makes one from the last words of its link. */
const titleFromLink = anyValue;

/** Where an RSS item has no date, newsboat shows the time at which it read the item. */
const timeOfReading = anyValue;

/** Where an RSS item has no link, newsboat takes its guid for one if that is a permalink. */
const linkFromGuid = anyValue;

async function read(feed: string, folder: string): Promise<readonly Shown[]> {
  const entries = await readWithNewsboat([feed], folder);
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
