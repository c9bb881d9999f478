import { readFile } from "node:fs/promises";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { feedFolders } from "./support/feed-files.ts";
import {
  addressesOf,
  deadFootnotesOf,
  emptyElementsOf,
  feedbin,
  miniflux,
  readAs,
  textOf,
} from "./support/reader-rules.ts";

interface Item {
  readonly id: string;
  readonly content_html?: string;
}

const folders = await feedFolders();
const items = (
  await Promise.all(
    folders.map(async ({ name, json }) => {
      if (json === undefined) return [];
      const feed: { readonly items: readonly Item[] } = JSON.parse(await readFile(json, "utf8"));
      return feed.items.map(({ id, content_html: html = "" }) => ({ name, id, html }));
    }),
  )
).flat();

// Of a film or sound with several addresses readers take the first they know.
describe.each([miniflux, feedbin])("$name", (rules) => {
  test.each(items)("keeps the text and the addresses of $id ($name)", ({ html }) => {
    const [sent, shown] = [fromHtml(html, { fragment: true }), readAs(rules, html)];

    expect(textOf(shown)).toBe(textOf(sent));
    expect(addressesOf(shown)).toEqual(addressesOf(sent));
    expect(emptyElementsOf(shown)).toEqual([]);
  });
});

describe("NetNewsWire", () => {
  test.each(items)("finds the footnotes of $id ($name)", ({ html }) => {
    expect(deadFootnotesOf(fromHtml(html, { fragment: true }))).toEqual([]);
  });

  test("has footnotes to find", () => {
    const notes = items.filter(({ html }) => /<sup><a href="[^"]*#fn-/.test(html));

    expect(notes.length).toBeGreaterThan(2);
  });
});
