/**
 * A value of front matter, the same for YAML, TOML and JSON. Scalars keep the text that the author
 * wrote, so that a title `1.10` stays that. `offset` counts characters from the start of the file.
 */
export type Value = Scalar | List | Mapping;

export interface Scalar {
  readonly kind: "scalar";
  readonly type: "text" | "number" | "boolean" | "date" | "nothing";
  readonly text: string;
  readonly offset: number;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly offset: number;
}

export interface Mapping {
  readonly kind: "mapping";
  readonly members: readonly Member[];
  readonly offset: number;
}

export interface Member {
  readonly key: string;
  readonly value: Value;
  readonly offset: number;
}

/** The most levels of lists and tables in front matter, one inside the other. */
export const deepest = 64;

/** The most values that front matter may hold, its aliases followed. */
export const mostValues = 10_000;

/** Front matter that cannot be read: why, and where. */
export class FrontMatterError extends Error {
  override readonly name = "FrontMatterError";
  readonly offset: number;

  constructor(reason: string, offset: number, options?: ErrorOptions) {
    super(reason, options);
    this.offset = offset;
  }
}

/** A reader of one notation. `start` is where `text` begins in the file. */
export type ReadNotation = (text: string, start: number) => Value;

/** A value and all that it holds; what an alias repeats comes once. */
export function* walk(value: Value): Generator<Value> {
  const seen = new Set([value]);
  for (const next of seen) {
    yield next;
    for (const part of partsOf(next)) seen.add(part);
  }
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === "list") return value.items;
  return value.kind === "mapping" ? value.members.map((member) => member.value) : [];
}

/** A value's kind in words, for messages. */
export function nameKind(value: Value): string {
  if (value.kind === "list") return "a list";
  if (value.kind === "mapping") return "a table";
  return value.type === "nothing" ? "nothing" : "text";
}

/** A table as plain values; numbers and dates stay the text that they are written as. */
export function toPlain({ members }: Mapping): Readonly<Record<string, unknown>> {
  return Object.fromEntries(members.map(({ key, value }) => [key, plainValue(value)]));
}

function plainValue(value: Value): unknown {
  if (value.kind === "list") return value.items.map(plainValue);
  if (value.kind === "mapping") return toPlain(value);
  if (value.type === "boolean") return value.text.toLowerCase() === "true";
  return value.type === "nothing" ? null : value.text;
}

/** A table of plain values, as another file's parser gives them; its values have no place here. */
export function fromPlain(table: Readonly<Record<string, unknown>>): Mapping {
  const members = Object.entries(table).map(([key, value]) => {
    return { key, value: toValue(value), offset: 0 };
  });
  return { kind: "mapping", members, offset: 0 };
}

function toValue(value: unknown): Value {
  if (Array.isArray(value)) return { kind: "list", items: value.map(toValue), offset: 0 };
  if (value instanceof Date) return scalar("text", value.toISOString());
  if (typeof value === "object" && value !== null) return fromPlain({ ...value });
  if (value === null || value === undefined) return scalar("nothing", "");
  if (typeof value === "number" || typeof value === "boolean") {
    return scalar(typeof value === "number" ? "number" : "boolean", String(value));
  }
  return scalar("text", String(value));
}

function scalar(type: Scalar["type"], text: string): Scalar {
  return { kind: "scalar", type, text, offset: 0 };
}
