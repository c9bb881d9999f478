import { quote } from "../message.ts";
import { measureJson } from "./json.ts";
import { FrontMatterError } from "./value.ts";

/** The notations of front matter that are read; every other is refused. */
export type Notation = "yaml" | "toml" | "json";

/** Where front matter stands in a file: characters from its start. */
export interface FrontMatterBlock {
  readonly notation: Notation;
  readonly delimiter: "---" | "+++";
  /** The block's text, without fences, begins here … */
  readonly start: number;
  /** … and ends here. */
  readonly end: number;
  /** Where the article's body begins. */
  readonly body: number;
}

/**
 * Finds front matter: YAML between `---`, TOML between `+++`, JSON as a leading object; blank lines
 * may come first, and `---toml` names another notation.
 *
 * @returns undefined where there is none.
 * @throws FrontMatterError where it is not closed or wants a notation that is not read.
 */
export function findFrontMatter(text: string): FrontMatterBlock | undefined {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  // Only whole blank lines may come first: an indented fence is code.
  const start = text.lastIndexOf("\n", lead - 1) + 1;
  const fence = matchAt(opening, text, start);
  if (fence) return findFenced(text, start, fence);
  return matchAt(object, text, start) ? findJson(text, start) : undefined;
}

// No other word may follow the fence than a notation's name: `--- and so on` is a paragraph.
const opening = /(---|\+\+\+)[ \t]*((?![-+])\S*)[ \t\r]*(?:\n|$)/y;

// An object, whole or broken; `{{ … }}`, `{% … %}` and `{: .class }` belong to templates.
const object = /\{(?:[ \t]*\r?\n|\s*(?:["'}]|[\w$-]+[ \t]*:))/y;

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function findFenced(text: string, start: number, fence: RegExpExecArray): FrontMatterBlock {
  const delimiter = fence[1] === "+++" ? "+++" : "---";
  const notation = toNotation(fence[2]?.toLowerCase() ?? "", delimiter, start);
  const blockStart = start + fence[0].length;
  const rest = text.slice(blockStart);
  const close = (delimiter === "---" ? /^---[ \t\r]*$/m : /^\+\+\+[ \t\r]*$/m).exec(rest);
  if (!close) {
    throw new FrontMatterError(`Expected front matter to be closed by \`${delimiter}\``, start);
  }
  const end = blockStart + close.index;
  return { notation, delimiter, start: blockStart, end, body: end + close[0].length };
}

function findJson(text: string, start: number): FrontMatterBlock {
  const end = start + measureJson(text.slice(start));
  return { notation: "json", delimiter: "---", start, end, body: end };
}

function toNotation(name: string, delimiter: "---" | "+++", offset: number): Notation {
  const notation = notations.get(name || (delimiter === "---" ? "yaml" : "toml"));
  if (notation) return notation;
  throw new FrontMatterError(
    `Expected front matter in YAML, TOML or JSON, not in ${quote(name)}`,
    offset,
  );
}

const notations: ReadonlyMap<string, Notation> = new Map([
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["toml", "toml"],
  ["json", "json"],
]);
