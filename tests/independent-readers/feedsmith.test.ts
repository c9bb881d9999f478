import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import type { FormatName } from "../../src/model.ts";
import { type Shown, testReader, toIso } from "./reader-suite.ts";

const readers: Readonly<Record<FormatName, (text: string) => readonly Shown[]>> = {
  rss: (text) =>
    (parseRssFeed(text).items ?? []).map((item) => ({
      title: item.title,
      id: item.guid?.value,
      link: item.link,
      published: toIso(item.pubDate),
      authors: item.dc?.creators ?? [],
      content: item.content?.encoded ?? item.description,
    })),
  atom: (text) =>
    (parseAtomFeed(text).entries ?? []).map((entry) => ({
      title: entry.title?.value,
      id: entry.id,
      link: entry.links?.find(({ rel }) => rel === "alternate")?.href,
      published: toIso(entry.published),
      authors: entry.authors?.flatMap(({ name }) => name ?? []) ?? [],
      content: entry.content?.value ?? entry.summary?.value,
    })),
  json: (text) =>
    (parseJsonFeed(text).items ?? []).map((item) => ({
      title: item.title,
      id: item.id,
      link: item.url,
      published: toIso(item.date_published),
      authors: item.authors?.flatMap(({ name }) => name ?? []) ?? [],
      content: item.content_html ?? item.content_text,
    })),
};

testReader({
  name: "feedsmith",
  formats: ["rss", "atom", "json"],
  read: async (text, format) => readers[format](text),
  limits: () => ({}),
});
