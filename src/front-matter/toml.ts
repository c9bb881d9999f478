import { parse, TomlDate, TomlError } from "smol-toml";
import { FrontMatterError, type Value } from "./value.ts";

/**
 * Reads TOML 1.0 (https://toml.io/en/v1.0.0). The parser tells no positions, so that a value stands
 * where its top-level key's value or its table's header does.
 *
 * @throws FrontMatterError for broken TOML.
 */
export function readToml(text: string, start: number): Value {
  try {
    const places = findKeys(text);
    const table = parse(text, { maxDepth: deepest });
    return {
      kind: "mapping",
      members: Object.entries(table).map(([key, value]) => {
        const offset = start + (places.get(key) ?? 0);
        return { key, value: toValue(value, offset), offset };
      }),
      offset: start,
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    const offset = start + toOffset(text, error);
    throw new FrontMatterError(`Expected TOML (${reason})`, offset, { cause: error });
  }
}

const deepest = 64;

function toValue(value: unknown, offset: number): Value {
  if (Array.isArray(value)) {
    return { kind: "list", items: value.map((item) => toValue(item, offset)), offset };
  }
  if (value instanceof TomlDate) {
    return { kind: "scalar", type: "date", text: value.toISOString(), offset };
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => {
      return { key, value: toValue(member, offset), offset };
    });
    return { kind: "mapping", members, offset };
  }
  return { kind: "scalar", type: scalarType(value), text: String(value), offset };
}

function scalarType(value: unknown): "text" | "number" | "boolean" {
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "text" : "number";
}

/** Where the values of the top-level keys and the headers of the tables stand. */
function findKeys(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const line = /^[ \t]*(?:\[{1,2}[ \t]*)?["']?([\w-]+)["']?[ \t]*(?:[.\]]|=[ \t]*)/gm;
  for (const match of text.matchAll(line)) {
    const key = match[1];
    if (key !== undefined && !places.has(key)) places.set(key, match.index + match[0].length);
  }
  return places;
}

function toOffset(text: string, { line, column }: TomlError): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, column - 1);
}
