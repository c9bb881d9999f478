import { join } from "node:path";
import { expect, test } from "vitest";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { writeKept } from "../../src/store/kept-file.ts";
import { type Row, readState, type State, writeState } from "../../src/store/state.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const row: Row = {
  state: "12 1700000000000000001 1700000000000000002 3",
  digest: "d",
  facts: "",
  reading: {
    status: "published",
    outline: { published: "2024-07-31T00:00:00.000Z", authors: [], tags: ["ü"], enclosures: [] },
    body: { offset: 12, noticed: "b" },
    messages: [{ reason: "Expected x", line: 1, column: 2, rule: "x", fatal: false }],
  },
  entry: {
    key: "k",
    links: [
      ["b", "https://example.com/b/"],
      ["c", null],
    ],
    messages: [],
    weight: 7,
    hasMarkdown: false,
    digest: "e",
    published: "2024-07-31T00:00:00.000Z",
    pack: "p.pack",
    spans: [{ start: 0, length: 7, check: 0xffff_ffff }],
  },
};

function stateOf(...sources: readonly string[]): State {
  return { version: 1, print: "p", rows: sources.map((source) => [source, row] as const) };
}

test("reads what was written, in its order, whatever the sources are called", async () => {
  const path = join(await makeFolder(), "cache", "state");
  const state = stateOf("b.md", "a.md", "폴더/é 1.md", "__proto__", "constructor", "\ud800.md");
  await writeState(path, state);
  expect(readState(path)).toEqual(state);
});

test("there is none where there was none", async () => {
  expect(readState(join(await makeFolder(), "state"))).toBeUndefined();
});

test.each([
  { when: "another version's", value: { ...stateOf("a.md"), version: 2 } },
  { when: "nothing", value: null },
  { when: "a list", value: [] },
])("of $when nothing is taken over", async ({ value }) => {
  const path = join(await makeFolder(), "state");
  await writeKept(path, "store", value);
  expect(readState(path)).toBeUndefined();
});

test("one that is not feedwright's is refused", async () => {
  const folder = await makeFolder();
  await addFiles(folder, { state: JSON.stringify(stateOf("a.md")) });
  expect(() => readState(join(folder, "state"))).toThrow(DamagedError);
});
