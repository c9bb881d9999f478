import { expect, test } from "vitest";
import type { Change } from "../../src/diff/change.ts";
import { compareFeeds } from "../../src/diff/compare-feeds.ts";
import type { PublishedItem } from "../../src/published/published-feed.ts";
import { fc } from "../support/fast-check.ts";
import { feedOf, published } from "../support/published.ts";

const day = (number: number) => new Date(Date.UTC(2024, 0, number));

/** An article of its own, of that day of January 2024. */
function post(number: number, stated: Partial<PublishedItem> = {}): PublishedItem {
  return published({
    id: `https://example.com/${number}/`,
    title: `Post ${number}`,
    published: day(number),
    html: `<p>What there is to say about the number ${number}, and no more.</p>`,
    ...stated,
  });
}

function describe(change: Change): string {
  const { kind } = change;
  const id = "item" in change ? change.item.id : change.before.id;
  return `${kind} ${id.replace("https://example.com/", "")}`;
}

const compare = (
  before: readonly PublishedItem[],
  after: readonly PublishedItem[],
  limit?: number,
) => {
  const { changes, unchanged } = compareFeeds(feedOf(...before), feedOf(...after), { limit });
  return [...changes.map(describe), `unchanged ${unchanged}`];
};

test.each<{
  what: string;
  before: readonly PublishedItem[];
  after: readonly PublishedItem[];
  limit?: number;
  expected: readonly string[];
}>([
  { what: "nothing", before: [], after: [], expected: ["unchanged 0"] },
  {
    what: "another order",
    before: [post(3), post(2), post(1)],
    after: [post(1), post(3), post(2)],
    expected: ["unchanged 3"],
  },
  {
    what: "a new one that pushes the oldest out",
    before: [post(3), post(2), post(1)],
    after: [post(4), post(3), post(2)],
    expected: ["new 4/", "dropped 1/", "unchanged 2"],
  },
  {
    what: "a feed with room for more",
    before: [post(3), post(2), post(1)],
    after: [post(4), post(3), post(2)],
    limit: 20,
    expected: ["removed 1/", "new 4/", "unchanged 2"],
  },
  {
    what: "a smaller window",
    before: [post(3), post(2), post(1)],
    after: [post(3), post(2)],
    limit: 2,
    expected: ["dropped 1/", "unchanged 2"],
  },
  {
    what: "the oldest gone from a shorter feed",
    before: [post(3), post(2), post(1)],
    after: [post(3), post(2)],
    expected: ["removed 1/", "unchanged 2"],
  },
  {
    what: "one in the middle gone",
    before: [post(3), post(2), post(1)],
    after: [post(4), post(3), post(1)],
    expected: ["removed 2/", "new 4/", "unchanged 2"],
  },
  {
    what: "no dates",
    before: [3, 2, 1].map((number) => post(number, { published: undefined })),
    after: [4, 3, 1].map((number) => post(number, { published: undefined })),
    expected: ["removed 2/", "new 4/", "unchanged 2"],
  },
  {
    what: "the last gone, without dates",
    before: [3, 2, 1].map((number) => post(number, { published: undefined })),
    after: [4, 3, 2].map((number) => post(number, { published: undefined })),
    expected: ["new 4/", "dropped 1/", "unchanged 2"],
  },
  {
    what: "one of a day of several gone",
    before: [3, 2, 1].map((number) => post(number, { published: day(1) })),
    after: [4, 3, 1].map((number) => post(number, { published: day(1) })),
    expected: ["removed 2/", "new 4/", "unchanged 2"],
  },
  {
    what: "the last of a day of several gone",
    before: [3, 2, 1].map((number) => post(number, { published: day(1) })),
    after: [4, 3, 2].map((number) => post(number, { published: day(1) })),
    expected: ["new 4/", "dropped 1/", "unchanged 2"],
  },
  {
    what: "everything gone",
    before: [post(2), post(1)],
    after: [],
    expected: ["removed 2/", "removed 1/", "unchanged 0"],
  },
  {
    what: "an id in another case",
    before: [post(1, { id: "One", title: "a", url: undefined })],
    after: [post(1, { id: "one", title: "b", url: undefined, html: "x" })],
    expected: ["removed One", "new one", "unchanged 0"],
  },
  {
    what: "one id twice",
    before: [post(1)],
    after: [post(1), post(1)],
    expected: ["unchanged 1"],
  },
])("tells $what", ({ before, after, limit, expected }) => {
  expect(compare(before, after, limit)).toEqual(expected);
});

test.each([
  { by: "address", with: { url: "http://www.example.com/1/index.html", title: "Other" } },
  { by: "address", with: { url: "https://moved.example/1", title: "Other", published: day(9) } },
  { by: "title", with: { url: "https://example.com/other", html: "<p>Other</p>" } },
  {
    by: "title",
    with: {
      title: "“POST”  1",
      published: new Date("2023-12-31T20:00:00Z"),
      url: undefined,
      html: "",
    },
  },
  { by: "content", with: { url: "https://example.com/b", title: "Other", published: day(9) } },
] as const)("knows an article under another id again by its $by", ({ by, with: stated }) => {
  const after = post(1, { id: "changed", ...stated });
  const { changes } = compareFeeds(feedOf(post(2), post(1)), feedOf(post(2), after));
  expect(changes).toEqual([{ kind: "delivered-again", item: after, before: post(1), by }]);
});

test("knows one that stands there twice, but not two on one thing", () => {
  const twin = post(1, { id: "twin", html: "<p>Edited</p>" });
  const other = post(1, { id: "other", title: "Other", html: "<p>Other</p>", published: day(9) });
  const url = "https://example.com/1/";
  const after = [{ ...twin, url }, post(1), { ...other, url }];
  expect(compare([post(1)], after)).toEqual(["delivered-again twin", "new other", "unchanged 1"]);
});

test("does not guess which of a series is meant", () => {
  const series = (id: string) => {
    return published({ id, url: undefined, title: "Links", published: day(1), html: id });
  };
  const changes = compare([series("a"), series("b")], [series("c"), series("d")]);
  expect(changes.filter((change) => change.startsWith("delivered-again"))).toEqual([]);
});

test.each<{ what: string; with: Partial<PublishedItem>; expected: object }>([
  { what: "title", with: { title: "Other" }, expected: { parts: ["title"] } },
  {
    what: "content",
    with: { html: "<p>What there is to say about the number one, and no more.</p>" },
    expected: { parts: ["content"], words: { added: 1, removed: 1 } },
  },
  {
    what: "markup",
    with: { html: "<p>What there is to <em>say</em> about the number 1, and no more.</p>" },
    expected: { parts: ["content"], words: { added: 0, removed: 0 } },
  },
  { what: "address", with: { url: "https://example.com/x" }, expected: { parts: ["address"] } },
  { what: "update", with: { updated: day(5) }, expected: { parts: ["updated"] } },
  {
    what: "media",
    with: { enclosures: ["https://example.com/a.mp3"] },
    expected: { parts: ["enclosures"] },
  },
  {
    what: "date",
    with: { published: day(2) },
    expected: { kind: "moved", from: day(1), to: day(2) },
  },
])("tells another $what", ({ with: stated, expected }) => {
  const { changes } = compareFeeds(feedOf(post(1)), feedOf(post(1, stated)));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ kind: "edited", ...expected });
});

test.each([
  {
    before: `<p class="a b" id='x'>A&amp;B&hellip;</p>`,
    after: `<P id=x class="a b">A&#38;B…</p>`,
  },
  { before: "<ul><li>a</li>\n<li>b</li></ul>", after: "<ul>\n  <li>a\n  <li>b\n</ul>\n" },
  { before: "<p>a\nb</p><!-- c -->", after: "<p>a b</p>" },
  { before: "<br/><img src=a alt=''>", after: `<br><img alt="" src="a" />` },
])("takes another spelling of HTML for no edit: $after", ({ before, after }) => {
  expect(compare([post(1, { html: before })], [post(1, { html: after })])).toEqual(["unchanged 1"]);
});

test.each([
  { before: "<pre>a\n b</pre>", after: "<pre>a\nb</pre>" },
  { before: "<pre> a</pre>", after: "<pre>a</pre>" },
  { before: "<p>a <em>b</em></p>", after: "<p>a<em>b</em></p>" },
  { before: "<p>a</p>", after: "<p>A</p>" },
  { before: `<a href="x">a</a>`, after: `<a href="y">a</a>` },
])("takes HTML that shows otherwise for an edit: $after", ({ before, after }) => {
  expect(compare([post(1, { html: before })], [post(1, { html: after })])).toEqual([
    "edited 1/",
    "unchanged 0",
  ]);
});

test("compares formats by what both can say", () => {
  const old = [
    post(2, {
      id: "post:2",
      url: "https://example.com/2/",
      published: new Date("2024-01-02T00:00:00Z"),
    }),
    post(1, { enclosures: ["https://example.com/a.mp3"] }),
  ];
  const atom = [
    post(2, {
      id: "tag:example.com,2024:post:2",
      url: "https://example.com/2/",
      updated: day(9),
      published: new Date("2024-01-02T00:00:00.5Z"),
    }),
    post(1, { enclosures: ["https://example.com/a.mp3", "https://example.com/b.mp3"] }),
  ];
  const { changes, unchanged } = compareFeeds(feedOf(...old), { format: "atom", items: atom });
  expect({ changes, unchanged }).toEqual({ changes: [], unchanged: 2 });
  const same = compareFeeds({ format: "atom", items: old }, { format: "atom", items: atom });
  expect(same.changes.map(describe)).toContain("delivered-again tag:example.com,2024:post:2");
});

test("marks one that may have come back into the window", () => {
  const { changes } = compareFeeds(feedOf(post(3), post(2)), feedOf(post(4), post(3), post(1)));
  expect(changes.filter(({ kind }) => kind === "new")).toMatchObject([
    { item: { id: "https://example.com/4/" }, isOld: false },
    { item: { id: "https://example.com/1/" }, isOld: true },
  ]);
});

const anyPost = fc
  .record({
    number: fc.integer({ min: 1, max: 9 }),
    edition: fc.integer({ min: 0, max: 1 }),
    isDated: fc.boolean(),
  })
  .map(({ number, edition, isDated }) =>
    post(number, {
      id: `${number}${edition}`,
      html: `<p>${"word ".repeat(edition + 9)}${number}</p>`,
      published: isDated ? day(number) : undefined,
    }),
  );
const anyFeed = fc.uniqueArray(anyPost, { selector: ({ id }) => id, maxLength: 8 });

test("accounts for every entry once, whatever the feeds, and finds nothing between equals", () => {
  const property = fc.property(anyFeed, anyFeed, (before, after) => {
    const { changes, unchanged } = compareFeeds(feedOf(...before), feedOf(...after));
    const kept = changes.flatMap((change) => ("item" in change ? change.item.id : []));
    const lost = changes.flatMap((change) => ("item" in change ? [] : change.before.id));
    expect(new Set(kept).size + unchanged).toBe(after.length);
    const again = changes.filter(({ kind }) => kind === "delivered-again").length;
    const same = before.filter(({ id }) => after.some((other) => other.id === id)).length;
    expect(lost.length + same).toBeLessThanOrEqual(before.length);
    expect(lost.length + same + again).toBeGreaterThanOrEqual(before.length);
    expect(compare(before, before.toReversed())).toEqual([`unchanged ${before.length}`]);
  });
  fc.assert(property, { numRuns: 300 });
});
