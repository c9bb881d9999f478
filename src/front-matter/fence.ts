import { quote } from "../message.ts";
import { findHeaders } from "./headers.ts";
import { measureJson } from "./json.ts";
import { FrontMatterError } from "./value.ts";

/** The notations of front matter that are read; every other is refused. */
export type Notation = "yaml" | "toml" | "json" | "headers";

/** What front matter may be besides, as `Rules` has it. */
export type Headers = boolean | "unopened";

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
 * may come first, and `---toml` names another notation. YAML may also end with its own `...`.
 *
 * @param headers whether lines of `Key: value`, with or without fences, are read instead, or YAML
 *   also without its first fence
 * @returns undefined where there is none.
 * @throws FrontMatterError where it is not closed or wants a notation that is not read.
 */
export function findFrontMatter(
  text: string,
  headers: Headers = false,
): FrontMatterBlock | undefined {
  if (headers === true) return findHeaderLines(text);
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  // Only whole blank lines may come first: an indented fence is code.
  const start = text.lastIndexOf("\n", lead - 1) + 1;
  const fence = matchAt(opening, text, start);
  if (fence) return findFenced(text, start, fence);
  if (headers === "unopened") return findUnopened(text, start);
  return matchAt(object, text, start) ? findJson(text, start) : undefined;
}

// No other word may follow the fence than a notation's name: `--- and so on` is a paragraph.
const opening = /(---|\+\+\+)[ \t]*((?![-+])\S*)[ \t\r]*(?:\n|$)/y;

// An object, whole or broken; `{{ … }}`, `{% … %}` and `{: .class }` belong to templates.
const object = /\{(?:[ \t]*\r?\n|\s*(?:["'}]|[\w$-]+[ \t]*:))/y;

function findHeaderLines(text: string): FrontMatterBlock | undefined {
  const block = findHeaders(text);
  return block && { notation: "headers", delimiter: "---", ...block };
}

// https://github.com/hexojs/hexo-front-matter: the first line must look like a key here.
function findUnopened(text: string, start: number): FrontMatterBlock | undefined {
  const close = matchAt(key, text, start) && /^-{3,}[ \t\r]*$/m.exec(text.slice(start));
  if (!close) return undefined;
  const end = start + close.index;
  return { notation: "yaml", delimiter: "---", start, end, body: end + close[0].length };
}

const key = /["']?[\w-]+["']?:(?=\s)/y;

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function findFenced(text: string, start: number, fence: RegExpExecArray): FrontMatterBlock {
  const delimiter = fence[1] === "+++" ? "+++" : "---";
  const notation = toNotation(fence[2]?.toLowerCase() ?? "", delimiter, start);
  const blockStart = start + fence[0].length;
  const rest = text.slice(blockStart);
  const isYaml = notation === "yaml" && delimiter === "---";
  const close = (isYaml ? closings.yaml : closings[delimiter]).exec(rest);
  if (!close) {
    throw new FrontMatterError(`Expected front matter to be closed by \`${delimiter}\``, start);
  }
  const end = blockStart + close.index;
  return { notation, delimiter, start: blockStart, end, body: end + close[0].length };
}

// https://yaml.org/spec/1.2.2/#914-explicit-documents: `...` ends a document.
const closings = {
  "---": /^---[ \t\r]*$/m,
  "+++": /^\+\+\+[ \t\r]*$/m,
  yaml: /^(?:---|\.\.\.)[ \t\r]*$/m,
} as const;

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
