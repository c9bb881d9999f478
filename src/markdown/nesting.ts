/** The most levels of quotes and lists, one inside the other; no article needs more. */
export const mostLevels = 100;

// CommonMark §5: a quote's mark, a bullet or a number, each of which opens a level.
const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** The most brackets open at once on a line. */
const mostBrackets = 1000;

// Emphasis in emphasis: a long run of its marks before a word.
const deepEmphasis = /[*_]{1000}(?![\s*_]|$)/;

/**
 * Finds the first line that opens more levels than `mostLevels`, by its marks or its indentation,
 * or too many brackets or marks of emphasis: the parser's time grows with their square, and its
 * stack ends at some thousand. Fenced code and thematic breaks open nothing.
 *
 * @returns its number from 1; undefined where there is none.
 */
export function findDeepLine(text: string): number | undefined {
  // Most articles have no line that could be one.
  if (!/^[ \t]*(?:[->+*\d.)][ \t]*){100}|^[ \t]{200}|\[.{1000}|[*_]{1000}/m.test(text))
    return undefined;
  const lines = withoutCode(text.split("\n"));
  const index = lines.findIndex((line) => {
    return (
      countLevels(line) > mostLevels ||
      countBrackets(line) > mostBrackets ||
      deepEmphasis.test(line)
    );
  });
  return index === -1 ? undefined : index + 1;
}

// CommonMark §4.5: a fence ends with one of the same character that is at least as long.
function withoutCode(lines: readonly string[]): readonly string[] {
  let open: string | undefined;
  return lines.map((line) => {
    const fence = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (open === undefined) {
      open = fence;
      return line;
    }
    if (fence?.startsWith(open)) open = undefined;
    return "";
  });
}

function countBrackets(line: string): number {
  let [open, most] = [0, 0];
  for (const [bracket] of line.matchAll(/[[\]]/g)) {
    open = Math.max(0, open + (bracket === "[" ? 1 : -1));
    most = Math.max(most, open);
  }
  return most;
}

function countLevels(line: string): number {
  // CommonMark §4.1: a line of nothing but stars or dashes is a break.
  if (/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line)) return 0;
  marker.lastIndex = 0;
  let count = 0;
  let end = 0;
  while (marker.test(line)) {
    end = marker.lastIndex;
    count++;
  }
  // An item of a list lies at least two columns further in than the one around it.
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return end > 0 ? count + Math.floor(indent / 2) : 0;
}
