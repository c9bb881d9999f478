/**
 * Makes a text fit for an address as Hexo does: Latin letters lose their marks, everything between
 * words becomes one hyphen, other scripts stay.
 * https://github.com/hexojs/hexo-util#slugizestr-options
 */
export function slugizeAsHexo(text: string): string {
  return text
    .replace(/[^\0-~]/g, toPlainLetter)
    .replace(/\p{Cc}/gu, "")
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, "-")
    .replace(/^-|-$/g, "");
}

function toPlainLetter(letter: string): string {
  const [base = "", ...marks] = letter.normalize("NFD");
  return letters.get(letter) ?? (/[a-z]/i.test(base) && marks.length > 0 ? base : letter);
}

// Letters that Unicode does not take apart.
const letters: ReadonlyMap<string, string> = new Map([
  ["Æ", "AE"],
  ["Ǽ", "AE"],
  ["æ", "ae"],
  ["ǽ", "ae"],
  ["Đ", "D"],
  ["đ", "d"],
  ["Ħ", "H"],
  ["ħ", "h"],
  ["ı", "i"],
  ["Ł", "L"],
  ["ł", "l"],
  ["Œ", "OE"],
  ["œ", "oe"],
  ["Ø", "O"],
  ["Ǿ", "O"],
  ["ø", "o"],
  ["ǿ", "o"],
  ["ß", "s"],
  ["ẞ", "S"],
  ["Ŧ", "T"],
  ["ŧ", "t"],
]);
