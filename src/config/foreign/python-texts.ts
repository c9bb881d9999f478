/**
 * What a text literal of Python stands for.
 * https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 *
 * @param prefix the letters before its quotes
 * @returns undefined for a formatted one (`f"{a}"`), which is computed.
 */
export function readPythonText(inner: string, prefix: string): string | undefined {
  if (/f/i.test(prefix) && /[{}]/.test(inner)) return undefined;
  return /r/i.test(prefix) ? inner : inner.replace(escapes, toCharacter);
}

// An unknown escape stays as it is.
const escapes =
  /\\(?:\r?\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([abfnrtv\\'"]))/g;

function toCharacter(_: string, ...groups: readonly (string | undefined)[]): string {
  const [byte, short, long, octal, letter = ""] = groups;
  const hex = byte ?? short ?? long;
  const code = hex === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(hex, 16);
  if (Number.isNaN(code)) return letters.get(letter) ?? letter;
  return code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code);
}

const letters: ReadonlyMap<string, string> = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);
