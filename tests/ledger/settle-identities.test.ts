import { expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Settled } from "../../src/ledger/settle-identities.ts";
import { candidate, settle, textOf } from "./candidate-of.ts";

const body = textOf(1);
const site = "https://example.com";

const idsOf = ({ identities }: Settled) =>
  [...identities].map(([source, { id }]) => `${source} ${id}`);
const linesOf = ({ entries }: Ledger) =>
  [...entries.values()].map(({ source, id }) => `${source} ${id}`);
const rulesOf = ({ findings }: Settled) =>
  findings.map(({ severity, rule, source }) => `${severity} ${rule} ${source}`);

test("a new article's id is its address, or the one that it states", async () => {
  const settled = await settle([
    candidate({ source: "b.md", id: "tag:example.com,2024:b" }),
    candidate({ source: "a.md", body }),
  ]);
  expect(idsOf(settled)).toEqual([`a.md ${site}/a/`, "b.md tag:example.com,2024:b"]);
  expect(settled.ledger.entries.get("a.md")).toEqual({
    source: "a.md",
    id: `${site}/a/`,
    url: `${site}/a/`,
    published: "2024-01-02T03:04:05Z",
    updated: undefined,
    digest: expect.stringMatching(/^[\w-]{16}$/),
    sketch: expect.stringMatching(/^[\w.-]{64}$/),
    atomId: undefined,
  });
});

test("a run that changes nothing gives the very ledger", async () => {
  const articles = [candidate({ body }), candidate({ source: "b.md" })];
  const { ledger } = await settle(articles);
  const again = await settle(articles.toReversed(), ledger);
  expect(again.ledger).toBe(ledger);
  expect(again.findings).toEqual([]);
});

test("an article gets its sketch when a feed carries it first", async () => {
  const carried = candidate({ body });
  const { ledger } = await settle([{ ...carried, isCarried: false }]);
  expect(ledger.entries.get("a.md")?.sketch).toBe("");
  expect((await settle([{ ...carried, isCarried: false }], ledger)).ledger).toBe(ledger);
  const again = await settle([carried], ledger);
  expect(again.ledger.entries.get("a.md")?.sketch).toMatch(/^[\w.-]{64}$/);
});

const article = { source: "a.md", url: `${site}/a/`, id: `${site}/a/`, title: "A", body };
const short = "Too short to be known by.";

test.each([
  { what: "slug", now: { url: `${site}/b/`, id: `${site}/b/` } },
  { what: "domain", now: { url: "https://a.example/a/", id: "https://a.example/a/" } },
  { what: "text", now: { body: textOf(2) } },
  { what: "text and address", now: { body: textOf(2), url: `${site}/b/`, id: `${site}/b/` } },
  { what: "text and date", now: { body: textOf(2), published: new Date("2025-01-01T00:00:00Z") } },
  { what: "date", now: { published: new Date("2025-01-01T00:00:00Z") } },
  { what: "file", now: { source: "c/d.md", url: `${site}/d/`, id: `${site}/d/` } },
  {
    what: "file, with a typo mended",
    now: {
      source: "c/d.md",
      url: `${site}/d/`,
      id: `${site}/d/`,
      body: body.replace(/ \w+/, " x"),
    },
  },
  { what: "file and text, not its address", now: { source: "c/d.md", body: textOf(2) } },
  {
    what: "nothing but a short text",
    before: { body: short },
    now: { body: "Hi.", url: `${site}/b/`, id: `${site}/b/`, published: new Date(0) },
  },
  { what: "stated id, which is gone now", before: { id: "urn:x:1" }, now: {} },
  {
    what: "file, and states its id",
    now: { source: "b.md", body: textOf(2), url: `${site}/b/`, id: `${site}/a/` },
  },
])("the id stays where the $what changed", async ({ before = {}, now }) => {
  const { ledger, identities } = await settle([candidate({ ...article, ...before })]);
  const settled = await settle([candidate({ ...article, ...now })], ledger);
  const [identity] = settled.identities.values();
  expect(identity?.id).toBe(identities.get("a.md")?.id);
  expect(settled.ledger.entries.size).toBe(1);
  expect(settled.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

test("a rename is told", async () => {
  const { ledger } = await settle([candidate(article)]);
  const { findings } = await settle([candidate({ ...article, source: "b.md" })], ledger);
  expect(findings).toEqual([
    {
      source: "b.md",
      severity: "info",
      rule: "renamed",
      reason: "Known again: it was `a.md`, and keeps its id",
    },
  ]);
});

test("lines of articles that are gone stay, and know them when they return", async () => {
  const first = await settle([candidate(article), candidate({ source: "z.md" })]);
  const without = await settle([candidate({ source: "z.md" })], first.ledger);
  expect(without.ledger).toBe(first.ledger);
  const url = "https://a.example/again/";
  const back = await settle(
    [candidate({ ...article, source: "again.md", url, id: url })],
    without.ledger,
  );
  expect(idsOf(back)).toEqual([`again.md ${site}/a/`]);
});

test("one that is perhaps renamed is new, with both choices and the way to say which", async () => {
  const { ledger } = await settle([candidate(article)]);
  const url = `${site}/b/`;
  const half = `${body}\n${textOf(2, 60)}`;
  const settled = await settle(
    [candidate({ ...article, source: "it's.md", url, id: url, body: half })],
    ledger,
  );
  expect(idsOf(settled)).toEqual([`it's.md ${url}`]);
  expect(linesOf(settled.ledger)).toEqual([`a.md ${site}/a/`, `it's.md ${url}`]);
  expect(settled.findings).toEqual([
    {
      source: "it's.md",
      severity: "warning",
      rule: "perhaps-renamed",
      reason: expect.stringMatching(
        /^Expected a new article or a renamed one, not one that may be `a\.md` \(\d\d % alike\), which is gone; it counts as new$/,
      ),
      hint: "If it was renamed, run `feedwright ledger link a.md 'it'\\''s.md'` before it is published, and readers do not get it twice; if it is new, commit the ledger as it is",
    },
  ]);
});

test("of two that may be the renamed one, neither is taken for it", async () => {
  const { ledger } = await settle([candidate(article)]);
  const copies = ["b.md", "c.md"].map((source) => candidate({ source, title: "A", body }));
  const settled = await settle(copies, ledger);
  expect(idsOf(settled)).toEqual([`b.md ${site}/b/`, `c.md ${site}/c/`]);
  expect(rulesOf(settled)).toEqual([
    "warning perhaps-renamed b.md",
    "warning perhaps-renamed c.md",
  ]);
});

test("a copy of an article that is there is new, without a word", async () => {
  const { ledger } = await settle([candidate(article)]);
  const settled = await settle(
    [
      candidate(article),
      candidate({ ...article, source: "b.md", url: `${site}/b/`, id: `${site}/b/` }),
    ],
    ledger,
  );
  expect(idsOf(settled)).toEqual([`a.md ${site}/a/`, `b.md ${site}/b/`]);
  expect(settled.findings).toEqual([]);
});

test("a row of files that all moved by one name, and two that changed places", async () => {
  const names = ["1.md", "2.md", "3.md", "4.md"];
  const { ledger } = await settle(
    names.map((source, index) => candidate({ source, body: textOf(index) })),
  );
  const order = [
    ["2.md", 0],
    ["3.md", 2],
    ["4.md", 1],
    ["5.md", 3],
  ] as const;
  const settled = await settle(
    order.map(([source, index]) => candidate({ source, body: textOf(index) })),
    ledger,
  );
  expect(idsOf(settled)).toEqual([
    `2.md ${site}/1/`,
    `3.md ${site}/3/`,
    `4.md ${site}/2/`,
    `5.md ${site}/4/`,
  ]);
  expect(settled.ledger.entries.size).toBe(4);
});

test("a renamed article may take the name of one that is gone, which is not forgotten", async () => {
  const other = { source: "b.md", body: textOf(2) };
  const both = await settle([candidate(article), candidate(other)]);
  const one = await settle([candidate(article)], both.ledger);
  const taken = await settle([candidate({ ...article, source: "b.md" })], one.ledger);
  expect(linesOf(taken.ledger).toSorted()).toEqual([`b.md ${site}/a/`, `b.md~ ${site}/b/`]);
  const back = await settle(
    [candidate({ ...article, source: "b.md" }), candidate({ ...other, source: "c.md" })],
    taken.ledger,
  );
  expect(idsOf(back)).toEqual([`b.md ${site}/a/`, `c.md ${site}/b/`]);
});

test("an article that took the file of another is new, and the other is not forgotten", async () => {
  const { ledger } = await settle([candidate(article)]);
  const url = `${site}/new/`;
  const next = candidate({
    ...article,
    url,
    id: url,
    body: textOf(2),
    title: "B",
    published: new Date("2025-01-01Z"),
  });
  const settled = await settle([next], ledger);
  expect(idsOf(settled)).toEqual([`a.md ${url}`]);
  expect(rulesOf(settled)).toEqual(["warning replaced a.md"]);
  const back = await settle([next, candidate({ ...article, source: "b.md" })], settled.ledger);
  expect(idsOf(back)).toEqual([`a.md ${url}`, `b.md ${site}/a/`]);
});

test("a new article at the address that is another's id gets one of its own", async () => {
  const { ledger } = await settle([candidate(article)]);
  const moved = { ...article, url: `${site}/moved/`, id: `${site}/moved/` };
  const settled = await settle(
    [
      candidate(moved),
      candidate({ source: "b.md", url: `${site}/a/`, id: `${site}/a/`, body: textOf(2) }),
    ],
    ledger,
  );
  expect(idsOf(settled)).toEqual([`a.md ${site}/a/`, `b.md ${site}/a/#2024-01-02`]);
  expect(rulesOf(settled)).toEqual(["info id b.md"]);
});

test("an id in front matter that is not the known one is an error", async () => {
  const { ledger } = await settle([candidate(article)]);
  const settled = await settle([candidate({ ...article, id: "urn:x:2" })], ledger);
  expect(idsOf(settled)).toEqual([`a.md ${site}/a/`]);
  expect(settled.findings[0]).toMatchObject({
    severity: "error",
    rule: "id",
    reason: "Expected the id that readers know, `https://example.com/a/`, not `urn:x:2`",
  });
  expect(settled.ledger).toBe(ledger);
});

test("an id in front matter that is another article's is an error that names it", async () => {
  const { ledger } = await settle([candidate(article)]);
  const settled = await settle(
    [candidate(article), candidate({ source: "b.md", id: `${site}/a/` })],
    ledger,
  );
  expect(settled.findings).toMatchObject([
    {
      source: "b.md",
      severity: "error",
      rule: "duplicate-id",
      reason: "Expected an id of its own, not `https://example.com/a/`, which is that of `a.md`",
    },
  ]);
  expect(settled.ledger).toBe(ledger);
});

test("drafts get no line, and keep the one that they have", async () => {
  const draft = candidate({ ...article, draft: true });
  expect((await settle([draft])).ledger.entries.size).toBe(0);
  const { ledger } = await settle([candidate(article)]);
  const edited = candidate({ ...article, body: textOf(2), draft: true });
  expect((await settle([edited], ledger)).ledger).toBe(ledger);
  const hidden = await settle([], ledger, { present: new Set(["a.md"]) });
  expect(hidden.ledger).toBe(ledger);
});

test("the file of a draft is not gone: nobody gets its id", async () => {
  const { ledger } = await settle([candidate(article)]);
  const copy = candidate({ ...article, source: "b.md", url: `${site}/b/`, id: `${site}/b/` });
  const settled = await settle([candidate({ ...article, draft: true }), copy], ledger);
  expect(idsOf(settled)).toEqual([`a.md ${site}/a/`, `b.md ${site}/b/`]);
});

test("Atom's id is made once, and survives a move to another domain", async () => {
  const one = { ...article, id: "post:1" };
  const first = await settle([candidate(one)], undefined, {
    toAtomId: ({ id }) => `tag:old,2024:${id}`,
  });
  const then = { toAtomId: ({ id }: { id: string }) => `tag:new,2024:${id}` };
  const moved = await settle(
    [candidate({ ...one, url: "https://new.example/a/" })],
    first.ledger,
    then,
  );
  expect(moved.identities.get("a.md")).toEqual({ id: "post:1", atomId: "tag:old,2024:post:1" });
});

test("the first date of publication stays in the ledger", async () => {
  const { ledger } = await settle([candidate(article)]);
  const settled = await settle(
    [candidate({ ...article, published: new Date("2025-05-05Z") })],
    ledger,
  );
  expect(settled.ledger.entries.get("a.md")?.published).toBe("2024-01-02T03:04:05Z");
});

test("an edit is remembered with its time, and a later run says the same", async () => {
  const { ledger } = await settle([candidate(article)]);
  const edited = [candidate({ ...article, body: `${body}\nMore.` })];
  const time = new Date("2024-05-05T00:00:00Z");
  const settled = await settle(edited, ledger, { committed: async () => time });
  expect(settled.identities.get("a.md")?.updated).toEqual(time);
  const later = await settle(edited, settled.ledger, { now: new Date("2026-01-01Z") });
  expect(later.identities.get("a.md")?.updated).toEqual(time);
  expect(later.ledger).toBe(settled.ledger);
});

test("a shallow clone is one warning, whatever changed", async () => {
  const articles = ["a.md", "b.md"].map((source) => ({ source, body: textOf(1) }));
  const { ledger } = await settle(articles.map(candidate));
  const edited = articles.map((one) => candidate({ ...one, title: "B" }));
  const settled = await settle(edited, ledger, { committed: async () => "shallow" });
  expect(settled.findings).toEqual([
    {
      source: "a.md",
      severity: "warning",
      rule: "shallow-clone",
      reason:
        "Expected the whole history, not a shallow clone, to tell when 2 articles changed; this run's time counts",
      hint: expect.stringContaining("fetch-depth: 0"),
    },
  ]);
});

test("what a later version wrote into a line stays there", async () => {
  const { ledger } = await settle([candidate(article)]);
  const lines = [...ledger.entries].map(
    ([source, line]) => [source, { ...line, later: 1 }] as const,
  );
  const settled = await settle([candidate({ ...article, source: "b.md", body: `${body}.` })], {
    entries: new Map(lines),
  });
  expect(settled.ledger.entries.get("b.md")).toMatchObject({ later: 1 });
});

test("of one date, half a text is enough to ask", async () => {
  const { ledger } = await settle([candidate(article)]);
  const later = { source: "b.md", title: "A", body: `${body}\n${textOf(2, 180)}` };
  const asked = await settle([candidate(later)], ledger);
  expect(rulesOf(asked)).toEqual(["warning perhaps-renamed b.md"]);
  const published = new Date("2025-01-01T00:00:00Z");
  expect(rulesOf(await settle([candidate({ ...later, published })], ledger))).toEqual([]);
});

test("an edited article is known when it returns to its first address", async () => {
  const url = `${site}/moved/`;
  const first = await settle([candidate(article)]);
  const moved = await settle([candidate({ ...article, url, id: url })], first.ledger);
  const back = {
    ...article,
    source: "b.md",
    body: `${body}\n${textOf(2, 40)}`,
    published: new Date("2025-01-01T00:00:00Z"),
  };
  expect(idsOf(await settle([candidate(back)], moved.ledger))).toEqual([`b.md ${site}/a/`]);
});
