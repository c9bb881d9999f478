import { type Outcome, type ReportedMessage, tally } from "../../src/cli/outcome.ts";

/** A message that states only what a test is about. */
export function messageOf(stated: Partial<ReportedMessage> = {}): ReportedMessage {
  return {
    file: "a.md",
    line: 3,
    column: 7,
    severity: "error",
    rule: "date",
    reason: "Expected a date",
    hint: null,
    ...stated,
  };
}

type Feed = Outcome["feeds"][number];

/** A feed that states only what a test is about. */
export function feedOf(stated: Partial<Feed> = {}): Feed {
  return {
    path: "rss.xml",
    format: "rss",
    url: "https://example.com/rss.xml",
    group: null,
    items: 2,
    bytes: 2048,
    status: "written",
    ...stated,
  };
}

/** A report that states only what a test is about. */
export function outcomeOf(stated: Partial<Outcome> = {}): Outcome {
  return {
    version: 1,
    ok: true,
    convention: { name: "plain", reason: null },
    feeds: [],
    ledger: null,
    statuses: tally(stated.articles ?? []),
    articles: [],
    messages: [],
    timings: {},
    cache: { hits: 0, misses: 0 },
    ...stated,
  };
}
