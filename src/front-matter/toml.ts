import { parse, TomlDate, TomlError } from "smol-toml";
import {
  deepest,
  FrontMatterError,
  type Mapping,
  type Member,
  type Scalar,
  type Value,
} from "./value.ts";

/**
 * Reads TOML 1.0 (https://toml.io/en/v1.0.0). The parser tells no positions, so that a value stands
 * where its top-level key's value or its table's header does. A top-level key that is given twice,
 * which TOML forbids, is a member twice, as in the other notations.
 *
 * @throws FrontMatterError for broken TOML, or more levels than `deepest`.
 */
export function readToml(text: string, start: number): Mapping {
  try {
    const table = parse(text, { maxDepth: deepest });
    const places = findPlaces(text);
    const members = Object.entries(table).map(([key, value]) => {
      return toTopMember(key, value, { text, start, place: places.get(key) ?? 0 });
    });
    return { kind: "mapping", members, offset: start };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const twins = readTwins(text, start);
    if (twins) return twins;
    const reason = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    const offset = start + toOffset(text, error);
    throw new FrontMatterError(`Expected TOML (${reason})`, offset, { cause: error });
  }
}

/** Reads a text in which a line gives a key that a later line gives again: that line first. */
function readTwins(text: string, start: number): Mapping | undefined {
  const line = findTwin(text);
  if (!line) return undefined;
  const blank = " ".repeat(line[0].length);
  const rest = text.slice(0, line.index) + blank + text.slice(line.index + blank.length);
  try {
    const [twin, others] = [readToml(line[0], start + line.index), readToml(rest, start)];
    return { ...others, members: [...twin.members, ...others.members] };
  } catch (error) {
    // Something else is wrong; what the whole text gives says it better.
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
}

function findTwin(text: string): RegExpExecArray | undefined {
  const top = text.slice(0, /^[ \t]*\[/m.exec(text)?.index);
  const lines = [...top.matchAll(/^[ \t]*([\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=.*$/gm)];
  return lines.find(([, key], index) => lines.slice(index + 1).some(([, later]) => later === key));
}

interface Place {
  readonly text: string;
  readonly start: number;
  /** Where the value stands in the text. */
  readonly place: number;
}

function toTopMember(key: string, value: unknown, { text, start, place }: Place): Member {
  const offset = start + place;
  const read = toValue(value, offset, 1);
  if (read.kind !== "scalar") return { key, value: read, offset };
  const written = findWritten(read, text.slice(place));
  return { key, value: { ...read, text: written ?? read.text }, offset };
}

// As it is written, a number keeps its zeros, and 30 February does not become 1 March.
function findWritten({ type }: Scalar, text: string): string | undefined {
  if (type === "number") return /^[-+]?\d+(?:\.\d+)?(?![\w.])/.exec(text)?.[0];
  if (type !== "date") return undefined;
  return /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:[\d:.]+(?:Z|[-+][\d:]+)?)?/i.exec(text)?.[0];
}

function toValue(value: unknown, offset: number, level: number): Value {
  if (level > deepest) {
    throw new FrontMatterError(`Expected TOML of at most ${deepest} levels`, offset);
  }
  if (value instanceof TomlDate) {
    return { kind: "scalar", type: "date", text: value.toISOString(), offset };
  }
  if (Array.isArray(value)) {
    return { kind: "list", items: value.map((item) => toValue(item, offset, level + 1)), offset };
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => {
      return { key, value: toValue(member, offset, level + 1), offset };
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
function findPlaces(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const match of text.matchAll(keysAndTexts)) {
    const { indent = "", header, name } = match.groups ?? {};
    if (name === undefined || places.has(name)) continue;
    places.set(name, match.index + (header ? indent.length : match[0].length));
  }
  return places;
}

// Texts and comments are named too, so that what looks like a key inside them is passed over.
const keysAndTexts = new RegExp(
  [
    String.raw`^(?<indent>[ \t]*)(?<header>\[{1,2}[ \t]*)?(?<quote>["']?)(?<name>[\w-]+)\k<quote>[ \t]*(?:[.\]]|=[ \t]*)`,
    String.raw`"""(?:\\[^]|[^\\])*?"""`,
    "'''[^]*?'''",
    String.raw`"(?:\\.|[^"\\\n])*"`,
    String.raw`'[^'\n]*'`,
    "#.*",
  ].join("|"),
  "gm",
);

function toOffset(text: string, { line, column }: TomlError): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, column - 1);
}
