import { VFile } from "vfile";
import type { Article, Entry } from "../../src/model.ts";

/** An article that states only what a test is about. */
export function article(stated: Partial<Article> = {}): Article {
  const source = stated.source ?? "a.md";
  return {
    source,
    file: new VFile({ path: source, value: typeof stated.body === "string" ? stated.body : "" }),
    body: "",
    id: "https://example.com/a/",
    url: "https://example.com/a/",
    title: "A",
    published: new Date("2024-01-02T03:04:05Z"),
    authors: [],
    tags: [],
    enclosures: [],
    ...stated,
  };
}

/** A rendered article that states only what a test is about. */
export function entry(stated: Partial<Entry> = {}): Entry {
  return { ...article(stated), html: stated.html ?? "<p>Text</p>" };
}
