import { readFile } from "node:fs/promises";
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
    outline: { published: Date.UTC(2024, 6, 31), authors: [], tags: ["ü"], enclosures: [] },
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
    spans: [0, 7, 0xffff_ffff],
  },
};

function stateOf(...sources: readonly string[]): State {
  return { print: "p", rows: new Map(sources.map((source) => [source, row])) };
}

test("reads what was written, in its order, whatever the sources are called", async () => {
  const path = join(await makeFolder(), "cache", "state");
  const state = stateOf("b.md", "a.md", "폴더/é 1.md", "__proto__", "constructor", "\ud800.md");
  await writeState(path, state);
  expect(readState(path)).toMatchObject(state);
  expect([...(readState(path)?.rows.keys() ?? [])]).toEqual([...state.rows].map(([one]) => one));
});

test("writes what did not change as it stood there, and the rest anew", async () => {
  const folder = await makeFolder();
  const [path, again, fresh] = ["state", "again", "fresh"].map((name) => join(folder, name));
  if (!path || !again || !fresh) throw new TypeError("Expected three paths");
  await writeState(path, stateOf("a.md", "b\n\u2028.md", "c.md", "d.md"));
  const before = readState(path);
  const rows = [...(before?.rows ?? [])].filter(([source]) => source !== "a.md").reverse();
  const next = { print: "q", rows: [...rows, ["e.md", { ...row, digest: "e" }] as const] };
  const changed = { ...next, rows: next.rows.map(([one, own]) => [one, { ...own }] as const) };
  await writeState(again, next, before);
  await writeState(fresh, changed, before);
  expect(await readFile(again, "utf8")).toBe(await readFile(fresh, "utf8"));
  expect(readState(again)).toMatchObject({ print: "q", rows: new Map(next.rows) });
  await writeState(again, { print: "q", rows: [["c.md", { ...row, digest: "new" }]] }, before);
  expect(readState(again)?.rows.get("c.md")?.digest).toBe("new");
});

test("of many rows it is one list all the same", async () => {
  const path = join(await makeFolder(), "state");
  const state = stateOf(...Array.from({ length: 1001 }, (_, index) => `${index}.md`));
  await writeState(path, state);
  expect(readState(path)).toMatchObject(state);
});

test("of no rows too", async () => {
  const path = join(await makeFolder(), "state");
  await writeState(path, stateOf());
  expect(readState(path)).toMatchObject(stateOf());
});

test("there is none where there was none", async () => {
  expect(readState(join(await makeFolder(), "state"))).toBeUndefined();
});

test.each([
  { when: "an older version's", value: { version: 1, print: "p", rows: [["a.md", row]] } },
  { when: "another version's", value: [{ version: 3, print: "p" }, ["a.md", row]] },
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
