import matter from "gray-matter";
import type { VFile } from "vfile";
import { addMessage } from "../message.ts";
import { type FrontMatterBlock, findFrontMatter, type Notation } from "./fence.ts";
import { readJson } from "./json.ts";
import { readToml } from "./toml.ts";
import {
  FrontMatterError,
  type Mapping,
  nameKind,
  type ReadNotation,
  type Value,
} from "./value.ts";
import { readYaml } from "./yaml.ts";

/** A file taken apart. */
export interface Parts {
  /** Undefined where there is no front matter. */
  readonly data: Mapping | undefined;
  /** The rest, led by as many line breaks as were cut off, so that its lines keep their numbers. */
  readonly body: string;
}

/**
 * Takes the front matter off a file.
 *
 * @returns undefined where it cannot be read; the file then carries the error.
 */
export function takeFrontMatter(file: VFile): Parts | undefined {
  const text = String(file.value);
  try {
    const block = findFrontMatter(text);
    if (!block) return { data: undefined, body: text.replace(/^\uFEFF/, "") };
    return { data: readBlock(text, block), body: cutOff(text, block.body) };
  } catch (error) {
    const problem = toProblem(error);
    addMessage(file, {
      severity: "error",
      rule: "front-matter",
      reason: problem.message,
      hint: "Front matter is a table of `key: value` between two lines `---` (YAML) or `+++` (TOML)",
      offset: problem.offset,
    });
    return undefined;
  }
}

const readers = { yaml: readYaml, toml: readToml, json: readJson } as const satisfies Record<
  Notation,
  ReadNotation
>;

/**
 * gray-matter hands the block to our reader. It is always given options, without which it answers
 * from a cache, and all of its engines: its own would run `---js` front matter as a program.
 */
function readBlock(text: string, block: FrontMatterBlock): Mapping {
  const { notation, delimiter } = block;
  const inner = text.slice(block.start, block.end);
  const head = `${delimiter}\n${inner}${inner.endsWith("\n") ? "" : "\n"}${delimiter}\n`;
  let value: Value = { kind: "mapping", members: [], offset: block.start };
  // gray-matter's text begins with the line break after the fence.
  const parse = (matterText: string) => {
    value = readers[notation](matterText.slice(1), block.start);
    return {};
  };
  const engines = { yaml: parse, toml: parse, json: parse, javascript: refuse, coffee: refuse };
  const rest = matter(head, { language: notation, delimiters: delimiter, engines }).content;
  if (rest !== "") {
    throw new FrontMatterError(
      `Expected no line of front matter to begin with \`${delimiter}\``,
      block.start,
    );
  }
  return toMapping(value);
}

function refuse(): never {
  throw new TypeError("Front matter is never run");
}

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

function cutOff(text: string, end: number): string {
  const lines = text.slice(0, end).split("\n").length - 1;
  return "\n".repeat(lines) + text.slice(end);
}

function toProblem(error: unknown): FrontMatterError {
  if (error instanceof FrontMatterError) return error;
  // The parsers call themselves once a level; the stack ends a nesting that no limit of theirs ends.
  if (error instanceof RangeError) {
    return new FrontMatterError("Expected front matter that is not nested so deeply", 0);
  }
  throw error;
}
