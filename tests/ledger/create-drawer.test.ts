import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Options } from "../../src/config/options.ts";
import { generate, survey } from "../../src/generate.ts";
import { toCandidate } from "../../src/ledger/candidate.ts";
import { createDrawer, mostCarried } from "../../src/ledger/create-drawer.ts";
import { emptyLedger, type Ledger, toLedger } from "../../src/ledger/ledger.ts";
import { sketchOf } from "../../src/ledger/sketch.ts";
import { configOf } from "../support/reading.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const noticed = { title: "A", body: "Some text of an article.", enclosures: [] };

const feeds: readonly (readonly [Options["feed"], number])[] = [
  [{}, 20],
  [{ limit: 7 }, 7],
  [{ limit: "all" }, Number.POSITIVE_INFINITY],
  [{ groups: ["tag"] }, Number.POSITIVE_INFINITY],
  [{ archives: true }, Number.POSITIVE_INFINITY],
];

test.each(feeds)("by %j feeds carry at most %d articles", (feed, most) => {
  const settled = configOf({ feed }).feed;
  expect(mostCarried(settled)).toBe(most);
  const isDrawn = createDrawer(settled, emptyLedger) !== undefined;
  expect(isDrawn).toBe(most === Number.POSITIVE_INFINITY);
});

const id = "https://example.com/a/";

test.each([
  { when: "of an article without a line", line: undefined, isDrawn: true },
  { when: "of another text", line: { digest: "other", sketch: "s" }, isDrawn: true },
  { when: "where the line has none", line: { digest: "d", sketch: "" }, isDrawn: true },
  { when: "of the text that the line knows", line: { digest: "d", sketch: "s" }, isDrawn: false },
])("a sketch $when is drawn: $isDrawn", ({ line, isDrawn }) => {
  const known = line ? [{ source: "a.md", id, url: id, published: "", ...line }] : [];
  const draw = createDrawer(configOf({ feed: { limit: "all" } }).feed, toLedger(known));
  expect(draw?.("a.md", "d", noticed)).toBe(isDrawn ? sketchOf(noticed) : undefined);
});

const words = Array.from({ length: 15_000 }, (_, index) => `word${index}`).join(" ");

const articles = {
  "content/a.md": "---\ntitle: A\ndate: 2024-01-01\n---\n\nOne text, and not a long one.\n",
  // So long that of its end nothing counts.
  "content/long.md": `---\ndate: 2024-01-02\ntags: [a]\n---\n# Long\n\n${words}\n`,
  "content/marked.md":
    "\uFEFF---\r\ndate: 2024-01-03\r\n---\r\nLines that end with CRLF, and a mark.\r\n",
  "content/draft.md": "---\ndate: 2024-01-04\ndraft: true\n---\nA draft of something new.\n",
};

test("the ledger is the same, whether sketches are drawn while texts are read or after", async () => {
  const folder = await makeFolder(articles);
  const [all, many] = await Promise.all([ledgerBy(folder, "all"), ledgerBy(folder, 1000)]);
  expect(all?.entries.size).toBe(3);
  expect(all).toEqual(many);
  expect([...(all?.entries.values() ?? [])].map(({ sketch }) => sketch.length)).toEqual([
    64, 64, 64,
  ]);
});

const options = { drafts: false, future: false, skipInvalid: false, now: new Date("2025-01-01") };

async function ledgerBy(folder: string, limit: number | "all"): Promise<Ledger | undefined> {
  const config = configOf({ feed: { limit } }, folder);
  return (await generate(config, options, { ledger: emptyLedger })).ledger;
}

test("of a text that was drawn the file is not read again", async () => {
  const folder = await makeFolder(articles);
  const config = configOf({ feed: { limit: "all" } }, folder);

  const { decisions } = await survey(config, options, { ledger: emptyLedger });
  await rm(join(folder, "content"), { recursive: true });

  const published = decisions.flatMap(({ article }) => article ?? []);
  const how = { isPublished: true, isCarried: true };
  const sketches = published.map((one) => toCandidate(one, how).sketch());
  expect(sketches.map((sketch) => String(sketch).length)).toEqual([64, 64, 64]);
});
