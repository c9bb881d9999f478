import { addMessage } from "../message.ts";
import type { Entry, OutputFile } from "../model.ts";

// https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers: under 250 KB is fine, a megabyte
// is a burden. Readers refuse some feeds that are larger.
const limits = [
  { bytes: 1_000_000, name: "1 MB" },
  { bytes: 250_000, name: "250 KB" },
];

/** Warns of a feed that is a burden to readers, on its heaviest article, and names the next ones. */
export function warnOfSize(outputs: readonly OutputFile[], entries: readonly Entry[]): void {
  const sized = outputs.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }));
  const largest = sized.toSorted((left, right) => right.bytes - left.bytes)[0];
  const limit = limits.find(({ bytes }) => (largest?.bytes ?? 0) > bytes);
  const [heaviest, ...next] = entries.toSorted(byWeight);
  if (!largest || !limit || !heaviest) return;
  const others = next
    .slice(0, 2)
    .map((entry) => `\`${entry.source}\` with ${toKilobytes(weigh(entry))}`);
  addMessage(heaviest.file, {
    severity: "warning",
    rule: "feed-size",
    reason: `Expected feeds of at most ${limit.name}, not ${toKilobytes(largest.bytes)} (\`${largest.path}\`); this article's ${toKilobytes(weigh(heaviest))} weigh most`,
    hint: [
      ...(others.length > 0 ? [`Then come ${others.join(" and ")}.`] : []),
      "Publish fewer articles (`feed.limit`) or summaries (`feed.content`)",
    ].join(" "),
  });
}

function byWeight(left: Entry, right: Entry): number {
  return weigh(right) - weigh(left) || (left.source < right.source ? -1 : 1);
}

function weigh({ html, markdown = "" }: Entry): number {
  return Buffer.byteLength(html) + Buffer.byteLength(markdown);
}

// Rounded up: what is over a limit reads as more than it.
function toKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}
