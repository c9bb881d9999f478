import matter from "gray-matter";
import type { VFile } from "vfile";
import { addMessage } from "../message.ts";
import { toOwnText } from "../own-text.ts";
import { type FrontMatterBlock, findFrontMatter, type Headers, type Notation } from "./fence.ts";
import { readHeaders } from "./headers.ts";
import { readJson } from "./json.ts";
import { readToml } from "./toml.ts";
import {
  FrontMatterError,
  type Mapping,
  mostValues,
  nameKind,
  type ReadNotation,
  type Value,
  walk,
} from "./value.ts";
import { readYaml } from "./yaml.ts";

/** A file taken apart. */
export interface Parts {
  /** Undefined where there is no front matter. */
  readonly data: Mapping | undefined;
  /** Where the rest begins: characters from the start. */
  readonly bodyOffset: number;
}

/**
 * Takes the front matter off a file.
 *
 * @returns undefined where it cannot be read; the file then carries the error.
 */
export function takeFrontMatter(file: VFile, headers: Headers = false): Parts | undefined {
  const text = String(file.value);
  try {
    const block = findFrontMatter(text, headers);
    if (!block) return { data: undefined, bodyOffset: 0 };
    return { data: readBlock(text, block), bodyOffset: block.body };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    addMessage(file, {
      severity: "error",
      rule: "front-matter",
      reason: error.message,
      hint: "Front matter is a table of `key: value` between two lines `---` (YAML) or `+++` (TOML)",
      offset: error.offset,
    });
    return undefined;
  }
}

const readers = {
  yaml: readYaml,
  toml: readToml,
  json: readJson,
  headers: readHeaders,
} as const satisfies Record<Notation, ReadNotation>;

/** gray-matter calls our reader where the block says anything. */
function readBlock(text: string, { notation, delimiter, start, end }: FrontMatterBlock): Mapping {
  // A title that is cut out of it would keep the whole article.
  const inner = toOwnText(text.slice(start, end));
  if (inner.length > longest) {
    throw new FrontMatterError(
      `Expected front matter of at most ${longest} characters, not ${inner.length}`,
      start,
    );
  }
  let value: Value = { kind: "mapping", members: [], offset: start };
  readNow = () => {
    value = readers[notation](inner, start);
  };
  const head = `${delimiter}\n${toSketch(inner)}\n${delimiter}\n`;
  matter(head, { language: notation, delimiters: delimiter, engines });
  // A value takes a character at least; what aliases repeat, their parser counts.
  if (inner.length > mostValues) refuseMany(value);
  return toMapping(value);
}

/** The most characters of front matter; its parsers need some hundred times the memory. */
const longest = 1_000_000;

function refuseMany(value: Value): void {
  let count = 0;
  for (const { offset } of walk(value)) {
    count++;
    if (count > mostValues) {
      throw new FrontMatterError(`Expected at most ${mostValues} values in front matter`, offset);
    }
  }
}

// gray-matter looks for comments in a time that grows with the square of white space, ends the block
// at any line that begins like a fence, and copies what it gets: whether anything stands there is
// all that it needs.
function toSketch(inner: string): string {
  return /^[ \t]*[^#\s]/m.test(inner) ? "x" : "";
}

function refuse(): never {
  throw new TypeError("Front matter is never run");
}

let readNow: () => void = refuse;

const parse = () => {
  readNow();
  return {};
};

// Always given, as options are, without which gray-matter answers from a cache, and all of them: its
// own would run `---js` front matter as a program. Made once: it takes longer than gray-matter's work.
const engines = {
  yaml: parse,
  toml: parse,
  json: parse,
  headers: parse,
  javascript: refuse,
  coffee: refuse,
};

function toMapping(value: Value): Mapping {
  if (value.kind === "mapping") return value;
  if (value.kind === "scalar" && value.type === "nothing") {
    return { kind: "mapping", members: [], offset: value.offset };
  }
  throw new FrontMatterError(
    `Expected front matter to be a table of keys, not ${nameKind(value)}`,
    value.offset,
  );
}
