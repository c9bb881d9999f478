import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { FrontMatterError, type Value } from "./value.ts";

/**
 * Reads JSON (RFC 8259).
 *
 * @throws FrontMatterError for broken JSON.
 */
export function readJson(text: string, start: number): Value {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, strict);
  const first = errors[0];
  if (first || !tree) {
    const reason = first ? toWords(first) : "value expected";
    throw new FrontMatterError(`Expected JSON (${reason})`, start + (first?.offset ?? 0));
  }
  return toValue(tree, start);
}

/** The length of the object that a text begins with, broken or not. */
export function measureJson(text: string): number {
  return parseTree(text, [], strict)?.length ?? 0;
}

const strict = { disallowComments: true, allowTrailingComma: false };

function toValue(node: Node, start: number): Value {
  const offset = start + node.offset;
  const children = node.children ?? [];
  if (node.type === "array") {
    return { kind: "list", items: children.map((child) => toValue(child, start)), offset };
  }
  if (node.type === "object") {
    const members = children.flatMap(({ children: pair }) => {
      const [key, value] = pair ?? [];
      return key && value
        ? [{ key: String(key.value), value: toValue(value, start), offset: start + key.offset }]
        : [];
    });
    return { kind: "mapping", members, offset };
  }
  return { kind: "scalar", type: scalarType(node), text: String(node.value ?? ""), offset };
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
