import { expect, test } from "vitest";
import type { LedgerEntry } from "../../src/ledger/ledger.ts";
import { type CommitTime, settleUpdated } from "../../src/ledger/updated.ts";
import { candidate } from "./candidate-of.ts";

const published = new Date("2024-01-01T00:00:00Z");
const now = "2024-06-01T00:00:00Z";
const one = candidate({ body: "Text", published });
const line: LedgerEntry = {
  source: "a.md",
  id: "a",
  url: "a",
  published: "2024-01-01T00:00:00Z",
  digest: "another",
  sketch: "",
};
const march = "2024-03-01T00:00:00Z";
const at = (time: string): CommitTime => new Date(time);

test.each([
  { when: "it is new", line: undefined, committed: at(march), expected: undefined },
  {
    when: "nothing changed",
    line: { ...line, digest: one.digest },
    committed: at(march),
    expected: undefined,
  },
  {
    when: "nothing changed since",
    line: { ...line, digest: one.digest, updated: march },
    committed: at(now),
    expected: march,
  },
  {
    when: "it is not known what it was",
    line: { ...line, digest: "" },
    committed: at(march),
    expected: undefined,
  },
  { when: "it changed in a commit", line, committed: at(march), expected: march },
  { when: "it is not committed", line, committed: undefined, expected: now },
  { when: "history is missing", line, committed: "shallow" as const, expected: now },
  {
    when: "the commit is older than the article",
    line,
    committed: at("2023-12-01T00:00:00Z"),
    expected: now,
  },
  {
    when: "the commit is older than the last change",
    line: { ...line, updated: "2024-04-01T00:00:00Z" },
    committed: at(march),
    expected: now,
  },
  {
    when: "the commit lies in the future",
    line,
    committed: at("2024-07-01T00:00:00Z"),
    expected: now,
  },
  {
    when: "the last change lies in the future",
    line: { ...line, updated: "2024-07-01T00:00:00Z" },
    committed: undefined,
    expected: "2024-07-01T00:00:00Z",
  },
])("where $when, it was updated $expected", async ({ line, committed, expected }) => {
  const { updated, isShallow } = await settleUpdated(one, line, {
    now: new Date(now),
    committed: async () => committed,
  });
  expect(updated?.toISOString().replace(".000Z", "Z")).toBe(expected);
  expect(isShallow).toBe(committed === "shallow");
});

test("what front matter says counts, and git is not asked", async () => {
  const stated = candidate({ body: "Text", published, updated: new Date(march) });
  const committed = () => Promise.reject(new Error("asked"));
  const { updated } = await settleUpdated(stated, line, { now: new Date(now), committed });
  expect(updated).toEqual(new Date(march));
});
