/** The most levels of quotes and lists, one inside the other; no article needs more. */
export const mostLevels = 100;

// CommonMark §5: a quote's mark, a bullet or a number, each of which opens a level.
const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** The most brackets open at once on a line. */
const mostBrackets = 1000;

/**
 * Finds the first line that opens more levels than `mostLevels`, by its marks or its indentation,
 * or too many brackets: the parser's time grows with their square, and its stack ends at some
 * thousand.
 *
 * @returns its number from 1; undefined where there is none.
 */
export function findDeepLine(text: string): number | undefined {
  // Most articles have no line that could be one.
  if (!/^[ \t]*(?:[->+*\d.)][ \t]*){100}|^[ \t]{200}|^.*\[.{1000}/m.test(text)) return undefined;
  const index = text.split("\n").findIndex((line) => {
    return countLevels(line) > mostLevels || countBrackets(line) > mostBrackets;
  });
  return index === -1 ? undefined : index + 1;
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
