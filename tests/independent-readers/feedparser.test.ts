import FeedParser from "feedparser";
import type { FormatName } from "../../src/model.ts";
import type { Meant } from "./awkward-articles.ts";
import { type Shown, testReader, toIso } from "./reader-suite.ts";

testReader({
  name: "feedparser",
  formats: ["rss", "atom"],
  read: async (text) => {
    const parser = new FeedParser({});
    parser.end(text);
    const shown: Shown[] = [];
    for await (const { title, guid, link, pubdate, author, description } of parser) {
      shown.push({
        title: title ?? undefined,
        id: guid,
        link,
        published: toIso(pubdate),
        authors: [author ?? []].flat(),
        content: description,
      });
    }
    return shown;
  },
  limits: (meant, format) => ({
    ...(meant.title && { title: dropWhatLooksLikeATag(meant.title) }),
    ...authorsOf(meant, format),
  }),
});

/** It removes tags from titles after it has resolved the references that say they are none. */
function dropWhatLooksLikeATag(title: string): string {
  return title.replace("</em>", "");
}

/** It knows one author. Of several it takes in RSS the first, in Atom the feed's. */
function authorsOf({ authors }: Meant, format: FormatName): Partial<Shown> {
  if (authors.length === 1) return {};
  return { authors: format === "atom" ? ["Example"] : authors.slice(0, 1) };
}
