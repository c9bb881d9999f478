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
