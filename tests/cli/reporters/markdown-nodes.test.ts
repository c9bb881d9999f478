import { expect, test } from "vitest";
import { code, quoted, table, text } from "../../../src/cli/reporters/markdown-nodes.ts";

test.each([
  { value: "", nodes: [] },
  { value: "plain", nodes: [text("plain")] },
  { value: "not `x` here", nodes: [text("not "), code("x"), text(" here")] },
  { value: "`x``y`", nodes: [code("x"), code("y")] },
  { value: "one ` alone", nodes: [text("one ` alone")] },
  { value: "`x` and ` alone", nodes: [text("`x` and ` alone")] },
])("of $value code is what stands between backticks", ({ value, nodes }) => {
  expect(quoted(value)).toEqual(nodes);
});

test("a table has its titles first, and numbers at the right", () => {
  expect(table(["Name", "Size"], [[[code("a")], [text("1")]]], 1)).toEqual({
    type: "table",
    align: [null, "right"],
    children: [row(text("Name"), text("Size")), row(code("a"), text("1"))],
  });
});

function row(...cells: readonly object[]) {
  return {
    type: "tableRow",
    children: cells.map((one) => ({ type: "tableCell", children: [one] })),
  };
}
