import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveTexts } from "../support/feed-server.ts";
import { rssText } from "../support/published.ts";
import { runIn } from "../support/run-feedwright.ts";
import { type Files, makeFolder } from "../support/temporary-folder.ts";

const post = (title: string, date: string, text = "Text.") =>
  `---\ndate: ${date}\n---\n# ${title}\n\n${text}\n`;

const site = {
  "feedwright.config.json": JSON.stringify({
    site: { url: "https://new.example/", title: "Example" },
  }),
  "content/tides.md": post("Tides", "2024-01-01"),
  "content/mud.md": post("Mud", "2024-01-02"),
  "content/old.md": post("Old", "2020-01-02"),
};

const item = (id: string, link: string, rest = "") =>
  `<item><guid isPermaLink="false">${id}</guid><link>${link}</link><pubDate>Mon, 01 Jan 2024 09:00:00 GMT</pubDate>${rest}</item>`;

const feed = rssText(
  item("7", "https://old.example/tides") +
    item("8", "https://old.example/?p=8", "<title>mud</title>"),
);

async function adoptIn(files: Files, ...argv: readonly string[]) {
  const folder = await makeFolder({ ...site, ...files });
  const ran = await runIn(folder, ["adopt", ...argv]);
  const text = await readFile(join(folder, "feeds.lock.json"), "utf8").catch(() => undefined);
  return { folder, ...ran, ledger: text === undefined ? undefined : JSON.parse(text) };
}

const lines = [
  {
    source: "mud.md",
    id: "8",
    url: "https://old.example/?p=8",
    published: "2024-01-01T09:00:00.000Z",
  },
  {
    source: "tides.md",
    id: "7",
    url: "https://old.example/tides",
    published: "2024-01-01T09:00:00.000Z",
  },
  null,
];

test("fills the ledger with the ids and dates of a feed, and tells how each was found", async () => {
  const { code, stdout, stderr, ledger } = await adoptIn({ "old.xml": feed }, "old.xml");
  expect(stdout).toBe("address  tides.md  7\ntitle    mud.md    8\n");
  expect(stderr).toBe(
    [
      "old.xml: 2 of 2 entries matched: 1 by address, 1 by title",
      "1 published article has no entry: older than every entry of the feed",
      "feeds.lock.json has the ids of 2 articles",
    ]
      .map((line) => `feedwright: ${line}\n`)
      .join(""),
  );
  expect({ code, articles: ledger.articles }).toEqual({ code: 0, articles: lines });
});

test("reads all pages at an address, and several formats together", async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><entry><id>tag:old.example,2024:7</id><title>Tides</title><updated>2024-01-01T00:00:00Z</updated><link href="https://old.example/tides/"/></entry></feed>`;
  const origin = await serveTexts({
    "/1": rssText(item("7", "https://old.example/tides"), `<atom:link rel="next" href="/2"/>`),
    "/2": rssText(item("8", "https://old.example/mud")),
    "/atom": atom,
  });
  const { code, ledger } = await adoptIn({}, `${origin}/atom`, `${origin}/1`);
  expect(code).toBe(0);
  expect(ledger.articles).toMatchObject([
    { source: "mud.md", id: "8" },
    { source: "tides.md", id: "7", atomId: "tag:old.example,2024:7" },
    null,
  ]);
});

test.each([
  ["--dry-run", "feedwright: nothing was written; the ids of 2 articles would be taken over\n"],
])("%s writes nothing", async (flag, says) => {
  const { code, stderr, ledger } = await adoptIn({ "old.xml": feed }, "old.xml", flag);
  expect({ code, ledger }).toEqual({ code: 0, ledger: undefined });
  expect(stderr.endsWith(says)).toBe(true);
});

test("tells which entries and articles have no partner, and exits 1", async () => {
  const lost = item("9", "https://old.example/lost", "<title>Lost</title>");
  const text = rssText(
    item("7", "https://old.example/tides") + lost,
    `<atom:link rel="next" href="https://old.example/2"/>`,
  );
  const draft = "---\ndate: 2024-01-01\ndraft: true\n---\nText.\n";
  const files = { "old.xml": text, "content/draft.md": draft };
  const { code, stderr, ledger } = await adoptIn(files, "old.xml", "--verbose");
  expect(code).toBe(1);
  expect(stderr).toContain(
    "warning: entry `9` (Lost) has no article: no article has its address, its title and day, or its text",
  );
  expect(stderr).toContain("`mud.md` has no entry: newer than every entry of the feed");
  expect(stderr).not.toContain("draft.md");
  expect(stderr).toContain("name it too: https://old.example/2");
  expect(ledger.articles).toHaveLength(2);
});

test("takes over the id of an article that is held back now", async () => {
  const tides = site["content/tides.md"].replace("---\n", "---\ndraft: true\n");
  const { ledger } = await adoptIn({ "content/tides.md": tides, "old.xml": feed }, "old.xml");
  expect(ledger.articles).toMatchObject([
    { source: "mud.md" },
    { source: "tides.md", id: "7" },
    null,
  ]);
});

test("tells which ids are others now, and which another article keeps", async () => {
  const line = (source: string, id: string) => ({
    source,
    id,
    url: `https://new.example/${source}`,
  });
  const ledger = { version: 1, articles: [line("old.md", "8"), line("tides.md", "1"), null] };
  const { code, stderr, ...ran } = await adoptIn(
    { "old.xml": feed, "feeds.lock.json": JSON.stringify(ledger) },
    "old.xml",
  );
  expect(code).toBe(1);
  expect(stderr).toContain("warning: `tides.md` had the id `1`, and has `7` now");
  expect(stderr).toContain("warning: `mud.md` cannot have the id `8`, which is that of `old.md`");
  expect(ran.ledger.articles).toMatchObject([{ id: "8" }, { id: "7" }, null]);
});

test("tells everything to programs", async () => {
  const { stdout } = await adoptIn({ "old.xml": feed }, "old.xml", "--reporter", "json");
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    ok: true,
    written: true,
    feeds: [
      {
        feed: "old.xml",
        format: "rss",
        next: null,
        matched: [
          { source: "tides.md", id: "7", by: "address" },
          { source: "mud.md", id: "8", by: "title" },
        ],
        entries: [],
        articles: [{ source: "old.md", status: "published" }],
      },
    ],
    adopted: [
      { source: "tides.md", id: "7", atomId: null },
      { source: "mud.md", id: "8" },
    ],
    replaced: [],
    refused: [],
  });
});

test("writes no ledger where nothing matched, and stops at a damaged one", async () => {
  const nothing = await adoptIn({ "old.xml": rssText("") }, "old.xml");
  expect(nothing).toMatchObject({ code: 1, ledger: undefined });
  expect((await adoptIn({}, "old.xml")).code).toBe(2);
  expect(await adoptIn({})).toMatchObject({ code: 2 });
  const folder = await makeFolder({ ...site, "old.xml": feed, "feeds.lock.json": "<<<<<<<" });
  expect((await runIn(folder, ["adopt", "old.xml"])).code).toBe(2);
  expect(await readFile(join(folder, "feeds.lock.json"), "utf8")).toBe("<<<<<<<");
});
