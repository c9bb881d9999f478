import { expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import { type LedgerEntry, toLedger } from "../../src/ledger/ledger.ts";
import { linkLine } from "../../src/ledger/link-line.ts";

const entry = (source: string): LedgerEntry => {
  return { source, id: `id of ${source}`, url: "u", published: "", digest: "", sketch: "" };
};
const ledger = toLedger([entry("old.md"), entry("new.md"), entry("c.md")]);

test.each([
  { to: "new.md", dropped: entry("new.md"), sources: ["c.md", "new.md"] },
  { to: "d.md", dropped: undefined, sources: ["c.md", "d.md", "new.md"] },
])("moves a line to $to", ({ to, dropped, sources }) => {
  const linked = linkLine(ledger, "old.md", to);
  expect(linked.dropped).toEqual(dropped);
  expect(linked.moved).toEqual({ ...entry("old.md"), source: to });
  expect(linked.ledger.entries.get(to)).toBe(linked.moved);
  expect([...linked.ledger.entries.keys()].toSorted()).toEqual(sources);
});

test.each([
  {
    old: "odl.md",
    to: "new.md",
    message: "Expected an article of the ledger, not `odl.md`; did you mean `old.md`?",
  },
  {
    old: "something-else.md",
    to: "new.md",
    message: "Expected an article of the ledger, not `something-else.md`",
  },
  { old: "old.md", to: "old.md", message: "Expected two names, not `old.md` twice" },
])("$message", ({ old, to, message }) => {
  expect(() => linkLine(ledger, old, to)).toThrow(new UsageError(message));
});
