import Parser from "rss-parser";
import { testReader } from "./reader-suite.ts";

testReader({
  name: "rss-parser",
  formats: ["rss", "atom"],
  read: async (text) => {
    const { items } = await parser.parseString(text);
    return items.map((item) => ({
      title: item.title,
      id: item.guid ?? item.id,
      link: item.link,
      published: item.isoDate,
      authors: [item.creator ?? item.author ?? []].flat(),
      content: item.encoded ?? item.content ?? item.summary,
    }));
  },
  limits: ({ authors }) => (authors.length > 1 ? firstAuthorOnly(authors) : {}),
});

interface Extra {
  readonly id?: string;
  readonly author?: string;
  readonly encoded?: string;
}

const parser: Parser<unknown, Extra> = new Parser({
  customFields: { item: [["content:encoded", "encoded"], "id", "author"] },
});

/** It takes the first of several `dc:creator` or `author` elements. */
const firstAuthorOnly = (authors: readonly string[]) => ({ authors: authors.slice(0, 1) });
