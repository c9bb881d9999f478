import { expect, test } from "vitest";
import { byNewest, newestOf, toNewestFirst } from "../../src/select/newest.ts";
import { article } from "../support/article.ts";
import { fc } from "../support/fast-check.ts";

const at = (time: string, id: string) => article({ id, published: new Date(time) });

const newest = at("2024-03-01T00:00:00.001Z", "z");
const sameTimeA = at("2024-03-01T00:00:00Z", "A");
const sameTimeLittleA = at("2024-03-01T00:00:00Z", "a");
const sameTimeHangul = at("2024-03-01T00:00:00Z", "가");
const oldest = at("1969-12-31T23:59:59Z", "0");

test.each([
  { when: "in order", order: [newest, sameTimeA, sameTimeLittleA, sameTimeHangul, oldest] },
  { when: "backwards", order: [oldest, sameTimeHangul, sameTimeLittleA, sameTimeA, newest] },
  { when: "mixed", order: [sameTimeLittleA, oldest, sameTimeHangul, newest, sameTimeA] },
])("puts the newest first, and those of one moment by their ids: $when", ({ order }) => {
  const ids = ["z", "A", "a", "가", "0"];
  expect(order.toSorted(byNewest).map(({ id }) => id)).toEqual(ids);
  expect(toNewestFirst(order).map(({ id }) => id)).toEqual(ids);
});

test("looks at the publication, not at the update", () => {
  const changed = article({ ...oldest, updated: new Date("2024-06-01T00:00:00Z") });
  expect([changed, newest].toSorted(byNewest)).toEqual([newest, changed]);
});

test("finds the newest without putting all in order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 })), fc.nat(8), (days, more) => {
      const articles = days.map((day, index) => at(`2024-03-0${day + 1}T00:00:00Z`, `id ${index}`));
      const all = toNewestFirst(articles);
      expect(newestOf(articles, more + 1).toSorted(byNewest)).toEqual(all.slice(0, more + 1));
      expect(newestOf(articles, Number.POSITIVE_INFINITY).toSorted(byNewest)).toEqual(all);
    }),
  );
});
