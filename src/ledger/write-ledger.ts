import { bySource, type Ledger, type LedgerEntry } from "./ledger.ts";

/**
 * The text of `feeds.lock.json`: a line an article, sorted by source, so that git merges what two
 * branches added at different places. The list ends with `null`, so that the last article's line has
 * its comma like every other: adding one changes no line but its own. What is not known is left out,
 * and so is an address that is the id.
 */
export function writeLedger(ledger: Ledger): string {
  return [...toPieces(ledger)].join("");
}

/** The same, line by line. */
export function* toPieces({ entries }: Ledger): Iterable<string> {
  yield head;
  for (const entry of [...entries.values()].toSorted(bySource)) yield toLine(entry);
  yield tail;
}

const head = `{\n  "version": 1,\n  "articles": [\n`;
const tail = "    null\n  ]\n}\n";

function toLine(entry: LedgerEntry): string {
  const { source, id, url, published, updated, digest, sketch, atomId, ...others } = entry;
  const line = {
    source,
    id,
    url: url === id ? undefined : url,
    published: published || undefined,
    updated,
    digest: digest || undefined,
    sketch: sketch || undefined,
    atomId,
    ...others,
  };
  return `    ${JSON.stringify(line)},\n`;
}
