import { describe, expect, test } from "vitest";
import { gather } from "../../src/store/gather.ts";
import { openPacks, type Packs } from "../../src/store/packs.ts";
import { toNumbers, toSpans } from "../../src/store/spans.ts";
import type { KeptEntry, Row } from "../../src/store/state.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const most = Number.MAX_SAFE_INTEGER;

/** What is kept of an article of a day, whose texts lie in a pack. */
function row(day: number, entry?: Pick<KeptEntry, "pack" | "spans">): Row {
  const published = `2024-07-${String(day).padStart(2, "0")}T00:00:00.000Z`;
  return {
    state: "1 2 3 4",
    digest: "d",
    facts: "",
    reading: {
      status: "published",
      outline: { published: Date.parse(published), authors: [], tags: [], enclosures: [] },
      body: { offset: 1, noticed: "b" },
      messages: [],
    },
    entry: entry && {
      key: "k",
      links: [],
      messages: [],
      weight: 1,
      hasMarkdown: false,
      digest: "e",
      published,
      ...entry,
    },
  };
}

/** Packs of an earlier run, each with these texts; an entry for each text. */
async function makePacks(folder: string, packs: readonly (readonly string[])[]) {
  return packs.map((texts) => {
    const made = openPacks(folder, []);
    const entries = texts.map((text) => ({
      pack: made.name,
      spans: toNumbers([made.add(Buffer.from(text))]),
    }));
    made.finish();
    made.close();
    return { name: made.name, entries };
  });
}

function textsOf(rows: Iterable<readonly [string, Row]>, packs: Packs) {
  return [...rows].map(([source, { entry }]) => {
    const texts = entry && toSpans(entry.spans).map((span) => packs.read(entry.pack, span));
    return [source, texts && Buffer.concat(texts).toString()];
  });
}

describe("gather", () => {
  test("leaves everything where it is while there is room and most of it is alive", async () => {
    const folder = await makeFolder();
    const [one, two] = await makePacks(folder, [["aa", "bb"], ["cc"]]);
    const packs = openPacks(folder, [one?.name ?? "", two?.name ?? ""]);
    const rows = new Map([
      ["b.md", row(2, one?.entries[0])],
      ["a.md", row(1, two?.entries[0])],
      ["draft.md", row(3)],
    ]);
    expect(gather(rows, packs, most)).toEqual([...rows]);
    packs.close();
  });

  test.each([
    { when: "exactly so much", maxSize: 6, left: ["aa", "bb", "cc"] },
    { when: "one byte less", maxSize: 5, left: [undefined, "bb", "cc"] },
    { when: "room for two", maxSize: 4, left: [undefined, "bb", "cc"] },
    { when: "room for one", maxSize: 3, left: [undefined, undefined, "cc"] },
    { when: "no room", maxSize: 0, left: [undefined, undefined, undefined] },
  ])("drops the entries of the oldest articles where there is $when", async ({ maxSize, left }) => {
    const packs = openPacks(await makeFolder(), []);
    const entryOf = (text: string) => {
      return {
        pack: packs.name,
        spans: toNumbers([...text].map((one) => packs.add(Buffer.from(one)))),
      };
    };
    const rows = new Map([
      ["middle.md", row(2, entryOf("bb"))],
      ["oldest.md", row(1, entryOf("aa"))],
      ["newest.md", row(3, entryOf("cc"))],
    ]);
    const gathered = gather(rows, packs, maxSize);
    expect(textsOf(gathered, packs)).toEqual([
      ["middle.md", left[1]],
      ["oldest.md", left[0]],
      ["newest.md", left[2]],
    ]);
    const readings = gathered.map(([, { entry: _, ...rest }]) => rest);
    expect(readings).toEqual([...rows.values()].map(({ entry: _, ...rest }) => rest));
    packs.close();
  });

  test("takes over what little is alive of a pack, and leaves one that is half alive", async () => {
    const folder = await makeFolder();
    const [half, less] = await makePacks(folder, [
      ["aaaa", "bbbb"],
      ["cccc", "ddddd"],
    ]);
    const packs = openPacks(folder, [half?.name ?? "", less?.name ?? ""]);
    const rows = new Map([
      ["a.md", row(1, half?.entries[0])],
      ["c.md", row(2, less?.entries[0])],
    ]);
    const gathered = gather(rows, packs, most);
    expect(gathered.map(([source, { entry }]) => [source, entry?.pack])).toEqual([
      ["a.md", half?.name],
      ["c.md", packs.name],
    ]);
    expect(textsOf(gathered, packs)).toEqual([
      ["a.md", "aaaa"],
      ["c.md", "cccc"],
    ]);
    packs.close();
  });

  test("takes over all that is alive where what is dead takes too much room", async () => {
    const folder = await makeFolder();
    const [nearly, all] = await makePacks(folder, [["aaaa", "b"], ["cccc"]]);
    const packs = openPacks(folder, [nearly?.name ?? "", all?.name ?? ""]);
    const rows = new Map([
      ["a.md", row(1, nearly?.entries[0])],
      ["c.md", row(2, all?.entries[0])],
    ]);
    const packsOf = (gathered: ReturnType<typeof gather>) =>
      gathered.map(([, { entry }]) => entry?.pack);
    expect(packsOf(gather(rows, packs, 9))).toEqual([nearly?.name, all?.name]);
    const gathered = gather(rows, packs, 8);
    expect(packsOf(gathered)).toEqual([packs.name, all?.name]);
    expect(textsOf(gathered, packs).map(([, text]) => text)).toEqual(["aaaa", "cccc"]);
    packs.close();
  });

  test("of many packs takes over the smallest, so that with this run's there are nine", async () => {
    const folder = await makeFolder();
    const texts = Array.from({ length: 12 }, (_, index) => "x".repeat(index + 1));
    const made = await makePacks(
      folder,
      texts.map((text) => [text]),
    );
    const packs = openPacks(
      folder,
      made.map(({ name }) => name),
    );
    const rows = new Map(
      made.map(({ entries: [entry] }, index) => [`${index}.md`, row(index + 1, entry)]),
    );
    const gathered = gather(rows, packs, most);
    const moved = gathered.filter(([, { entry }]) => entry?.pack === packs.name);
    expect(moved.map(([source]) => source)).toEqual(["0.md", "1.md", "2.md", "3.md"]);
    expect(textsOf(gathered, packs).map(([, text]) => text)).toEqual(texts);
    packs.close();
  });
});
