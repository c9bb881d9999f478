import widthOf from "fast-string-width";

/** A cell of a table, and which end of it may go where there is no room. */
export interface Cell {
  readonly text: string;
  readonly cut: "never" | "start" | "end";
}

/**
 * Pads the cells of a table to the width of their column, as a terminal shows them: an East Asian
 * letter takes two places. The last column needs no padding.
 *
 * @param most the most that a row may take, with two spaces between cells; undefined for any
 */
export function alignRows(
  rows: readonly (readonly Cell[])[],
  most: number | undefined,
): readonly (readonly string[])[] {
  const widths = narrow(columnWidths(rows), rows[0] ?? [], most);
  return rows.map((cells) =>
    cells.map((cell, index) => {
      const text = shorten(cell, widths[index] ?? 0);
      const room = (widths[index] ?? 0) - widthOf(text);
      return index === cells.length - 1 ? text : text + " ".repeat(Math.max(0, room));
    }),
  );
}

function columnWidths(rows: readonly (readonly Cell[])[]): readonly number[] {
  const widths: number[] = [];
  for (const cells of rows) {
    for (const [index, { text }] of cells.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(text));
    }
  }
  return widths;
}

// The widest column gives way first, so that all of them stay readable.
function narrow(
  widths: readonly number[],
  kinds: readonly Cell[],
  most = Number.POSITIVE_INFINITY,
): readonly number[] {
  const narrowed = [...widths];
  const total = () => narrowed.reduce((sum, width) => sum + width + 2, -2);
  while (total() > most) {
    const flexible = narrowed.map((width, index) => (kinds[index]?.cut === "never" ? 0 : width));
    const widest = Math.max(...flexible);
    if (widest <= leastWidth) break;
    narrowed[flexible.indexOf(widest)] = widest - 1;
  }
  return narrowed;
}

const leastWidth = 10;

function shorten({ text, cut }: Cell, width: number): string {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && widthOf(letters.join("")) > width - 1) {
    if (cut === "start") letters.shift();
    else letters.pop();
  }
  return cut === "start" ? `…${letters.join("")}` : `${letters.join("")}…`;
}
