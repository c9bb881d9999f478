import { describe, expect, test } from "vitest";
import type { Article, Reading } from "../../src/model.ts";
import { decide, type Gate, nextMoment } from "../../src/select/publishable.ts";
import { article } from "../support/article.ts";

const now = new Date("2024-06-01T00:00:00Z");
const before = new Date("2024-05-01T00:00:00Z");
const after = new Date("2024-07-01T00:00:00Z");
const closed: Gate = { drafts: false, future: false, now };

function reading(status: Reading["status"], one: Article | undefined): Reading {
  const { source, file } = one ?? article();
  const outline = { authors: [], tags: [], enclosures: [] };
  return { source, file, status, outline, article: one };
}

describe("decide", () => {
  const past = article({ published: before });
  const next = article({ published: after });
  const present = article({ published: now });

  test.each([
    { when: "published", status: "published", one: past, gate: {}, gives: "published" },
    {
      when: "published this moment",
      status: "published",
      one: present,
      gate: {},
      gives: "published",
    },
    { when: "published later", status: "published", one: next, gate: {}, gives: "future" },
    {
      when: "later, and let in",
      status: "published",
      one: next,
      gate: { future: true },
      gives: "published",
    },
    {
      when: "published, but shown only later",
      status: "published",
      one: article({ published: before, from: after }),
      gate: {},
      gives: "future",
    },
    {
      when: "shown from this moment",
      status: "published",
      one: article({ published: before, from: now }),
      gate: {},
      gives: "published",
    },
    {
      when: "shown until later",
      status: "published",
      one: article({ published: before, until: after }),
      gate: {},
      gives: "published",
    },
    { when: "a draft", status: "draft", one: past, gate: {}, gives: "draft" },
    {
      when: "a draft, and let in",
      status: "draft",
      one: past,
      gate: { drafts: true },
      gives: "published",
    },
    {
      when: "a later draft, and drafts let in",
      status: "draft",
      one: next,
      gate: { drafts: true },
      gives: "future",
    },
    {
      when: "a later draft, and both let in",
      status: "draft",
      one: next,
      gate: { drafts: true, future: true },
      gives: "published",
    },
    { when: "a later draft", status: "draft", one: next, gate: { future: true }, gives: "draft" },
    { when: "unlisted", status: "unlisted", one: past, gate: { drafts: true }, gives: "unlisted" },
    { when: "ignored", status: "ignored", one: undefined, gate: {}, gives: "ignored" },
    { when: "invalid", status: "invalid", one: undefined, gate: {}, gives: "invalid" },
  ] as const)("gives a file its status: $when", ({ status, one, gate, gives }) => {
    const given = reading(status, one);
    expect(decide(given, { ...closed, ...gate })).toEqual({
      reading: given,
      status: gives,
      article: gives === "published" ? one : undefined,
    });
    expect(given.file.messages).toEqual([]);
  });

  test("warns of a draft that is let in and has no date", () => {
    const given = reading("draft", undefined);
    expect(decide(given, { ...closed, drafts: true })).toEqual({
      reading: given,
      status: "draft",
      article: undefined,
    });
    expect(given.file.messages.map(String)).toEqual([
      "a.md:1:1: Expected a draft with a date; it is left out",
    ]);
    expect(given.file.messages.map(({ fatal }) => fatal)).toEqual([false]);
  });
});

describe("an update", () => {
  const warning = "a.md:1:1: Expected an update that does not lie in the future; it is left out";

  test.each([
    { when: "of the past", published: before, updated: now, kept: now, told: [] },
    { when: "of the future", published: before, updated: after, kept: undefined, told: [warning] },
    { when: "of a future article", published: after, updated: after, kept: after, told: [] },
    { when: "that is not given", published: before, updated: undefined, kept: undefined, told: [] },
  ])("is kept unless it would date the feed into the future: $when", (row) => {
    const { published, updated, kept, told } = row;
    const given = reading("published", article({ published, updated }));
    const decision = decide(given, { ...closed, future: true });
    expect(decision.article).toEqual({ ...given.article, updated: kept });
    expect(given.file.messages.map(String)).toEqual(told);
  });

  test("leaves out what is shown until this moment, and says so", () => {
    const one = article({ published: before, until: now });
    const decision = decide(reading("published", one), { ...closed, future: true });
    expect([decision.status, decision.article]).toEqual(["unlisted", undefined]);
    expect(one.file.messages.map(({ reason }) => reason)).toEqual([
      "Expected an article that has not expired; it is left out",
    ]);
  });
});

test.each(["published", "updated", "from", "until"] as const)(
  "the next moment is the first to come: %s",
  (field) => {
    const later = new Date("2024-08-01T00:00:00Z");
    const all = [{ [field]: before }, { [field]: later }, { [field]: after }, { [field]: now }, {}];
    const decisions = all.map((dates) => {
      const one = reading("published", undefined);
      const outlined = { ...one, outline: { ...one.outline, ...dates } };
      return { reading: outlined, status: "published", article: undefined } as const;
    });
    expect(nextMoment(decisions, now)).toBe(after);
    expect(nextMoment(decisions, later)).toBeUndefined();
  },
);
