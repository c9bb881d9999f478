import { FrontMatterError, type Value } from "../../src/front-matter/value.ts";

/** A value as a test can write it: `type` and text of a scalar in one, `number 1.10`. */
export type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

/** What stands in a value, without places. */
export function toPlain(value: Value): Plain {
  if (value.kind === "list") return value.items.map(toPlain);
  if (value.kind === "scalar") return `${value.type} ${value.text}`.trimEnd();
  return Object.fromEntries(value.members.map((member) => [member.key, toPlain(member.value)]));
}

/** Where each value stands: its name and the three characters found there. */
export function toPlaces(value: Value, text: string, name = ""): readonly string[] {
  const place = `${name} ${text.slice(value.offset, value.offset + 3)}`.trim();
  if (value.kind === "list") {
    return [place, ...value.items.flatMap((item, at) => toPlaces(item, text, `${name}${at}`))];
  }
  if (value.kind === "scalar") return [place];
  return [place, ...value.members.flatMap((member) => toPlaces(member.value, text, member.key))];
}

/** The error of a reader; undefined where it reads. */
export function errorOf(
  read: () => unknown,
): { readonly reason: string; readonly offset: number } | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return { reason: error.message, offset: error.offset };
  }
}
