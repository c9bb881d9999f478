import {
  createScanner,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { deepest, FrontMatterError, type Value } from "./value.ts";

/**
 * Reads JSON (RFC 8259).
 *
 * @throws FrontMatterError for broken JSON, or more levels than `deepest`.
 */
export function readJson(text: string, start: number): Value {
  refuseDeep(text, start);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first || !tree) {
    const reason = first ? toWords(first) : "value expected";
    throw new FrontMatterError(`Expected JSON (${reason})`, start + (first?.offset ?? 0));
  }
  return toValue(tree, { text, start });
}

/** The length of the object that a text begins with; all of the text where it is not closed. */
export function measureJson(text: string): number {
  for (const { offset, level } of findBrackets(text)) if (level === 0) return offset + 1;
  return text.length;
}

// The parser calls itself once a level; the stack's end is another one on every machine.
function refuseDeep(text: string, start: number): void {
  for (const { offset, level } of findBrackets(text)) {
    if (level > deepest) {
      throw new FrontMatterError(`Expected JSON of at most ${deepest} levels`, start + offset);
    }
  }
}

interface Bracket {
  readonly offset: number;
  /** How many are open after this one. */
  readonly level: number;
}

function* findBrackets(text: string): Generator<Bracket> {
  const scanner = createScanner(text, true);
  let level = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const step = steps.get(text.charAt(offset));
    if (step === undefined) continue;
    level += step;
    yield { offset, level };
  }
}

const steps: ReadonlyMap<string, number> = new Map([
  ["{", 1],
  ["[", 1],
  ["}", -1],
  ["]", -1],
]);

interface Source {
  readonly text: string;
  readonly start: number;
}

function toValue(node: Node, source: Source): Value {
  const offset = source.start + node.offset;
  const children = node.children ?? [];
  if (node.type === "array") {
    return { kind: "list", items: children.map((child) => toValue(child, source)), offset };
  }
  if (node.type === "object") {
    const members = children.flatMap(({ children: pair }) => {
      const [key, value] = pair ?? [];
      return key && value
        ? [
            {
              key: String(key.value),
              value: toValue(value, source),
              offset: source.start + key.offset,
            },
          ]
        : [];
    });
    return { kind: "mapping", members, offset };
  }
  return { kind: "scalar", type: scalarType(node), text: toText(node, source), offset };
}

// A number stays as it is written: `1.10` is no `1.1`.
function toText(node: Node, { text }: Source): string {
  if (node.type === "number") return text.slice(node.offset, node.offset + node.length);
  return String(node.value ?? "");
}

function scalarType({ type }: Node): "text" | "number" | "boolean" | "nothing" {
  if (type === "number" || type === "boolean") return type;
  return type === "null" ? "nothing" : "text";
}

function toWords(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
