import type { Element, Root } from "hast";
import { raw } from "hast-util-raw";
import { toString as textOf } from "hast-util-to-string";
import { toHast } from "mdast-util-to-hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/cli/outcome.ts";
import { composeSummary } from "../../../src/cli/reporters/github-summary.ts";
import { feedOf, messageOf, outcomeOf } from "../../support/outcome.ts";

const roomy = 1024 * 1024;

interface Manner {
  readonly verbose: boolean;
  readonly subscribers?: { readonly newItems: number; readonly markdown: string };
}

function summaryOf(stated: Partial<Outcome>, manner: Manner = { verbose: false }, room = roomy) {
  const outcome = outcomeOf(stated);
  return composeSummary({ outcome, manner, nameFile: (path) => `content/${path}` }, room);
}

/** The HTML that GitHub makes of a summary, HTML in it read as such. */
function render(markdown: string): Root {
  const hast = toHast(unified().use(remarkParse).use(remarkGfm).parse(markdown), {
    allowDangerousHtml: true,
  });
  const read = raw(hast);
  return read.type === "root" ? read : { type: "root", children: [] };
}

function find(tree: Root, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (names.includes(element.tagName)) found.push(element);
  });
  return found;
}

/** The texts of every cell, table by table, row by row. */
function cellsOf(tree: Root): readonly (readonly (readonly string[])[])[] {
  return find(tree, "table").map((table) =>
    find({ type: "root", children: [table] }, "tr").map((row) =>
      find({ type: "root", children: [row] }, "th", "td").map((cell) => textOf(cell)),
    ),
  );
}

const whole = {
  ok: false,
  feeds: [feedOf(), feedOf({ path: "a|b.xml", status: "unchanged", items: 20, bytes: 1000 })],
  messages: [
    messageOf({ severity: "warning", line: null, column: null, rule: null }),
    messageOf({ reason: "Expected a date, not `never`", hint: "Such as `2024-07-31`" }),
    messageOf({ severity: "info", file: "" }),
  ],
} as const;

test("a summary has counts, feeds and messages, errors first", () => {
  const tree = render(summaryOf(whole));
  expect(find(tree, "h2", "h3").map((title) => textOf(title))).toEqual([
    "feedwright",
    "Feeds",
    "Messages",
  ]);
  expect(find(tree, "p").map((one) => textOf(one))).toEqual([
    "✖ 0 files: none; 1 error, 1 warning",
  ]);
  expect(cellsOf(tree)).toEqual([
    [
      ["Feed", "Status", "Articles", "Size"],
      ["rss.xml", "written", "2", "2.0 KiB"],
      ["a|b.xml", "unchanged", "20", "1.0 KiB"],
    ],
    [
      ["", "Where", "What", "Rule"],
      ["❌ error", "content/a.md:3:7", "Expected a date, not never. Such as 2024-07-31", "date"],
      ["⚠️ warning", "content/a.md", "Expected a date", ""],
    ],
  ]);
  expect(find(tree, "code").map((one) => textOf(one))).toContain("never");
});

test("numbers stand at the right", () => {
  const aligned = find(render(summaryOf(whole)), "th").map(({ properties }) => properties["align"]);
  expect(aligned.slice(0, 4)).toEqual([undefined, undefined, "right", "right"]);
});

test("everything is told when it is asked for", () => {
  const [, messages = []] = cellsOf(render(summaryOf(whole, { verbose: true })));
  expect(messages.at(-1)).toEqual(["ℹ️ info", "", "Expected a date", "date"]);
});

test("what there is nothing of has no title", () => {
  expect(summaryOf({})).toBe("\n## feedwright\n\n✔ 0 files: none; 0 errors, 0 warnings\n");
});

test("what subscribers will see stands between feeds and messages, as it was given", () => {
  const markdown = "\n- **New**: [A](https://example.com/)\n\n";
  const tree = render(summaryOf(whole, { verbose: false, subscribers: { newItems: 1, markdown } }));
  expect(find(tree, "h3").map((title) => textOf(title))).toEqual([
    "Feeds",
    "What subscribers will see",
    "Messages",
  ]);
  expect(find(tree, "li").map((one) => textOf(one))).toEqual(["New: A"]);
});

const hostile = [
  "a | b \\| c || d",
  "<img src=x onerror=alert(1)> <script>alert(1)</script> </td></tr></table>",
  "&lt;b&gt; &amp; &#124;",
  "[a](javascript:x) ![b](https://example.com/b.png) <https://example.com/>",
  "https://example.com/ www.example.com a@example.com",
  "**a** _b_ ~~c~~ $x$ # d",
  "back`tick and `` two",
  "`a|b` `<b>` `\\`",
  "[^1] - [ ] task",
  "ends with \\",
  "\u0000\u001b[31m\u0085",
];

function readable(value: string): string {
  return value.replace(/[\p{Cc}\s]+/gu, " ").trim();
}

function expectPlain(tree: Root): void {
  expect(find(tree, "img", "script", "strong", "em", "del", "b", "input", "li", "sup")).toEqual([]);
  // An address that stands there as such leads where it says.
  for (const link of find(tree, "a")) {
    expect(link.properties["href"]).toMatch(new RegExp(`^(https?://|mailto:)?${textOf(link)}$`));
  }
}

test.each(hostile)("a message is nothing but text: %j", (reason) => {
  const tree = render(summaryOf({ messages: [messageOf({ reason, hint: reason })] }));
  const words = (value: string) => readable(value.replaceAll("`", ""));
  const [[, cells = []] = []] = cellsOf(tree);
  expect(cells.length).toBe(4);
  expect(words(cells[2] ?? "")).toBe(words(`${reason}. ${reason}`));
  expectPlain(tree);
  expect(find(tree, "tr").length).toBe(2);
});

test.each(hostile)("the names of files and rules are nothing but text: %j", (name) => {
  const messages = [messageOf({ file: name, rule: name })];
  const tree = render(summaryOf({ messages, feeds: [feedOf({ path: name })] }));
  // GitHub's tables have no way to write a backslash before a line in code.
  const words = (value: string) => readable(value.replaceAll("\\|", "|"));
  const [[, feed = []] = [], [, cells = []] = []] = cellsOf(tree);
  expect([feed.length, cells.length]).toEqual([4, 4]);
  expect(words(feed[0] ?? "")).toBe(words(name));
  expect(words(cells[1] ?? "")).toBe(words(`content/${name}:3:7`));
  expect(words(cells[3] ?? "")).toBe(words(name));
  expectPlain(tree);
});

test("two hundred messages are told, the worst first, and how many more there are", () => {
  const warnings = Array.from({ length: 300 }, () => messageOf({ severity: "warning" }));
  const tree = render(summaryOf({ messages: [...warnings, messageOf()] }));
  const [rows = []] = cellsOf(tree);
  expect(rows.length).toBe(201);
  expect(rows[1]?.[0]).toBe("❌ error");
  expect(find(tree, "p").map((one) => textOf(one))).toContain("… and 101 more, which the log has.");
});

test("a long message is cut, but no character", () => {
  const messages = [messageOf({ reason: `ab${"😀".repeat(300)}` })];
  const [[, row = []] = []] = cellsOf(render(summaryOf({ messages })));
  expect(row[2]).toBe(`ab${"😀".repeat(198)}…`);
});

test.each([
  { room: 100_000, titles: ["Feeds", "What subscribers will see", "Messages"], cut: 0 },
  { room: 30_000, titles: ["Feeds", "What subscribers will see", "Messages"], cut: 1 },
  { room: 2000, titles: ["Feeds", "What subscribers will see", "Messages"], cut: 1 },
  { room: 430, titles: ["Feeds", "What subscribers will see", "Messages"], cut: 2 },
  { room: 60, titles: [], cut: 0 },
  { room: 10, titles: [], cut: 0 },
  { room: -5, titles: [], cut: 0 },
])("a summary fits into $room bytes", ({ room, titles, cut }) => {
  const subscribers = { newItems: 1, markdown: "é".repeat(20_000) };
  const summary = summaryOf(whole, { verbose: false, subscribers }, room);
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(Math.max(room, 0));
  expect(summary.match(/^### .*/gm) ?? []).toEqual(titles.map((title) => `### ${title}`));
  expect(summary.split("Too long for this page").length - 1).toBe(cut);
});
