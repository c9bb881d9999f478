import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { resolveConfig } from "../../src/config/resolve.ts";
import { survey } from "../../src/generate.ts";
import { isTelling, likeness, sketchOf } from "../../src/ledger/sketch.ts";
import type { Article, Enclosure } from "../../src/model.ts";
import { digestOf } from "../../src/noticed.ts";
import { bodyOf } from "../../src/source-file.ts";
import { textOf } from "./candidate-of.ts";

interface Told {
  readonly title: string;
  readonly body: string;
  readonly enclosures: readonly Enclosure[];
}

const of = (body: string, title = "Title"): Told => ({ title, body, enclosures: [] });
const alike = (one: string, other: string) => likeness(sketchOf(of(one)), sketchOf(of(other)));

const japanese =
  "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。";

test.each([
  { when: "nothing changed", one: textOf(1), other: textOf(1), from: 1, to: 1 },
  {
    when: "case and signs changed",
    one: textOf(1),
    other: textOf(1).toUpperCase().replaceAll(" ", " *(\n"),
    from: 1,
    to: 1,
  },
  {
    when: "a word changed",
    one: textOf(1),
    other: textOf(1).replace(/ \w+/, " other"),
    from: 0.9,
    to: 1,
  },
  { when: "half was added", one: textOf(1), other: textOf(1) + textOf(2, 75), from: 0.5, to: 0.8 },
  { when: "all changed", one: textOf(1), other: textOf(2), from: 0, to: 0.2 },
  {
    when: "a word of Japanese changed",
    one: japanese,
    other: japanese.replace("名前", "仕事"),
    from: 0.8,
    to: 0.99,
  },
])("tells how alike texts are where $when", ({ one, other, from, to }) => {
  const result = alike(one, other);
  expect(result).toBeGreaterThanOrEqual(from);
  expect(result).toBeLessThanOrEqual(to);
});

test("says nothing of too short a text", () => {
  expect(alike("Hi there", "Hi there")).toBe(0);
  expect(isTelling(sketchOf(of("Hi there")))).toBe(false);
  expect(likeness("", sketchOf(of(textOf(1))))).toBe(0);
});

test("tells texts of one mould apart by title and enclosure", () => {
  const sketch = sketchOf(of(textOf(1, 20), "Version 1"));
  expect(likeness(sketch, sketchOf(of(textOf(1, 20), "Version 2")))).toBeLessThan(0.92);
});

test.each([
  { when: "the title", change: { title: "Other" }, isSame: false },
  { when: "the body", change: { body: "\n\nText,\nmore.\n" }, isSame: false },
  {
    when: "an enclosure",
    change: { enclosures: [{ url: "https://a.example/b.mp3" }] },
    isSame: false,
  },
  { when: "ends of lines", change: { body: "Text\r\nmore.\r\n" }, isSame: true },
  { when: "space at the end", change: { body: "Text  \nmore.\n\n\n" }, isSame: true },
  { when: "lines before the text", change: { body: "\n\n\n\nText\nmore." }, isSame: true },
  { when: "space around the title", change: { title: " Title " }, isSame: true },
])("a digest changes with what readers notice: $when, $isSame", ({ change, isSame }) => {
  const article = { ...of("\nText\nmore.\n"), enclosures: [{ url: "https://a.example/x/a.mp3" }] };
  expect(digestOf(article) === digestOf({ ...article, ...change })).toBe(isSame);
});

test("a digest does not change with the folder and the length of an enclosure", () => {
  const [one, other] = [
    { ...of("Text"), enclosures: [{ url: "https://a.example/a.mp3", length: 7 }] },
    { ...of("Text"), enclosures: [{ url: "https://b.example/blog/a.mp3" }] },
  ];
  expect(digestOf(one)).toBe(digestOf(other));
});

// Three real blogs, byte for byte. They lie beside the repository, not in it.
const corpora = join(import.meta.dirname, "../../../shared/corpora");

async function readBlog(folder: string): Promise<readonly Article[]> {
  const site = { url: "https://example.com/", title: "Example" };
  const config = resolveConfig({ site, content: { folder } }, corpora);
  const gate = { drafts: true, future: true, skipInvalid: true, now: new Date("2026-11-01Z") };
  const { decisions } = await survey(config, gate);
  return decisions.flatMap(({ reading }) => reading.article ?? []);
}

describe.runIf(existsSync(corpora))("the articles of three real blogs", () => {
  test("are never taken for one another", { timeout: 60_000 }, async () => {
    const blogs = await Promise.all(["jekyll", "burntsushi", "vim-jp"].map(readBlog));
    const sketches = blogs
      .flat()
      .map((one) => [one, sketchOf({ ...one, body: bodyOf(one) })] as const);
    const closest = sketches.flatMap(([one, sketch], index) => {
      return sketches.slice(0, index).map(([other, second]) => {
        const isSame = one.published.getTime() === other.published.getTime();
        return likeness(sketch, second) + (isSame ? 0.08 : 0);
      });
    });
    expect(sketches.length).toBeGreaterThan(380);
    expect(closest.reduce((most, one) => Math.max(most, one), 0)).toBeLessThan(0.92);
  });
});
