import { expect, test } from "vitest";
import { contentKey, dayKeys, titleKey } from "../../src/published/text-keys.ts";

test.each([
  { title: "Don’t <em>panic</em> – it’s AT&amp;T", key: "don t panic it s at t" },
  { title: "  ＦＵＬＬ   width ", key: "full width" },
  { title: "日本語。", key: "日本語" },
  { title: "…!?", key: undefined },
  { title: undefined, key: undefined },
])("the key of the title $title is $key", ({ title, key }) => {
  expect(titleKey(title)).toBe(key);
});

test("the key of a content is that of every spelling of it, and none of a short one", () => {
  const text = "A text that is long enough to be known again.";
  expect(contentKey(`<p class='a'>${text}</p>`)).toBe(contentKey(`<P class=a>${text}`));
  expect(contentKey(`<p>${text}</p>`)).not.toBe(contentKey(`<p>${text}!</p>`));
  expect([contentKey("<p>Short</p>"), contentKey(undefined)]).toEqual([undefined, undefined]);
});

test("the keys of a day are those of its neighbours too, on both sides of the epoch", () => {
  for (const day of ["2024-03-01", "1970-01-01", "1950-01-01"]) {
    const evening = dayKeys(new Date(`${day}T23:59:59Z`), 0);
    const around = dayKeys(new Date(`${day}T00:00:00Z`), 1);
    expect(around).toHaveLength(3);
    expect(around[1]).toBe(evening[0]);
  }
  expect(dayKeys(undefined, 1)).toEqual([]);
});
