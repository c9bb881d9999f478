import { addMessage } from "../message.ts";
import type { FeedEntry, OutputFile } from "../model.ts";

// https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers: under 250 KB is fine, a megabyte
// is a burden. Readers refuse some feeds that are larger.
const limits = [
  { bytes: 1_000_000, name: "1 MB" },
  { bytes: 250_000, name: "250 KB" },
];

/** Warns of a feed that is a burden to readers, on its heaviest article, and names the next ones. */
export function warnOfSize(outputs: readonly OutputFile[], entries: readonly FeedEntry[]): void {
  const [largest] = outputs.toSorted((left, right) => right.bytes - left.bytes);
  const limit = limits.find(({ bytes }) => (largest?.bytes ?? 0) > bytes);
  if (!largest || !limit) return;
  const [heaviest, ...next] = entries.toSorted(byWeight);
  if (!heaviest) return;
  const others = next
    .slice(0, 2)
    .map((entry) => `\`${entry.source}\` with ${toKilobytes(entry.weight)}`);
  addMessage(heaviest.file, {
    severity: "warning",
    rule: "feed-size",
    reason: `Expected feeds of at most ${limit.name}, not ${toKilobytes(largest.bytes)} (\`${largest.path}\`); this article's ${toKilobytes(heaviest.weight)} weigh most`,
    hint: [
      ...(others.length > 0 ? [`Then come ${others.join(" and ")}.`] : []),
      "Publish fewer articles (`feed.limit`) or summaries (`feed.content`)",
    ].join(" "),
  });
}

function byWeight(left: FeedEntry, right: FeedEntry): number {
  return right.weight - left.weight || (left.source < right.source ? -1 : 1);
}

// Rounded up: what is over a limit reads as more than it.
function toKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}
