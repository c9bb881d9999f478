import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import { cases, type Meant } from "./awkward-articles.ts";
import { testReader } from "./reader-suite.ts";

testReader({
  name: "@extractus/feed-extractor",
  formats: ["rss", "atom", "json"],
  read: async (text, format) => {
    const { entries = [] } = (format === "json" ? extractFromJson : extractFromXml)(text);
    return entries.map(({ title, id, link, published }) => ({
      title: title || undefined,
      id,
      link,
      published,
      authors: undefined,
      content: undefined,
    }));
  },
  limits: (meant, format) => ({
    ...noAuthorsNorContent,
    ...(format === "atom" && { published: updatedOf(meant) }),
  }),
});

/** It has no field for authors, and of the content only the first words. */
const noAuthorsNorContent = { authors: undefined, content: undefined };

/** In Atom it takes the date of the last change for the publication's. */
function updatedOf({ link, published }: Meant): string {
  return link === changed?.meant.link ? "2024-03-10T00:00:00.000Z" : published;
}

const changed = cases.find(({ text }) => text.includes("updated: 2024-03-10"));
