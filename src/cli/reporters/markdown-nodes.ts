import type { Heading, InlineCode, Paragraph, PhrasingContent, Table, Text } from "mdast";

/** Text that means nothing but itself. */
export function text(value: string): Text {
  return { type: "text", value };
}

/** A name or a value, in which nothing is recognised. */
export function code(value: string): InlineCode {
  return { type: "inlineCode", value };
}

/** A text as messages are written: what stands between backticks is code. */
export function quoted(value: string): readonly PhrasingContent[] {
  const parts = value.split("`");
  // Without its partner a backtick is one.
  const isPaired = parts.length % 2 === 1;
  if (!isPaired) return [text(value)];
  return parts
    .map((part, index) => (index % 2 === 1 ? code(part) : text(part)))
    .filter((node) => node.value !== "");
}

/** A heading. */
export function heading(depth: Heading["depth"], title: string): Heading {
  return { type: "heading", depth, children: [text(title)] };
}

/** A paragraph. */
export function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return { type: "paragraph", children: [...children] };
}

/** The content of a cell. */
export type CellContent = readonly PhrasingContent[];

/**
 * A table.
 *
 * @param numbers the first of the columns that hold numbers, which stand at the right
 */
export function table(
  titles: readonly string[],
  rows: readonly (readonly CellContent[])[],
  numbers = titles.length,
): Table {
  const head = titles.map((title) => [text(title)]);
  return {
    type: "table",
    align: titles.map((_, index) => (index < numbers ? null : "right")),
    children: [head, ...rows].map((cells) => ({
      type: "tableRow" as const,
      children: cells.map((cell) => ({ type: "tableCell" as const, children: [...cell] })),
    })),
  };
}
