/**
 * Writes a date that Pelican's parser reads in a form that everybody reads: `10/08/2012` begins with
 * the month where it can, `2012_10_08`, `2012.10.08`, `Mon Oct  8 10:20:00 2012`, `3:30 PM`.
 * https://dateutil.readthedocs.io/en/stable/parser.html
 */
export function tidyPelicanDate(date: string): string {
  return date
    .replace(/[_\s]+/g, " ")
    .trim()
    .replace(/^(\d{4})[. ](\d{1,2})[. ](\d{1,2})(?!\d)/, "$1-$2-$3")
    .replace(/^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)/, fromDayAndMonth)
    .replace(/^([a-z]+ )?([a-z]+ \d{1,2}) (\d{1,2}:[\d:]+) (\d{4})$/i, "$2 $4 $3")
    .replace(/\b(\d{1,2})((?::\d{2}){0,2}) ?([ap])\.?m\b\.?/i, toTwentyFourHours);
}

function fromDayAndMonth(_: string, first: string, __: string, second: string, year: string) {
  return Number(first) > 12 ? `${year}-${second}-${first}` : `${year}-${first}-${second}`;
}

function toTwentyFourHours(_: string, hour: string, rest: string, half: string): string {
  const hours = (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(hours).padStart(2, "0")}${rest || ":00"}`;
}
