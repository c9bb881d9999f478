import type { Person } from "../../podcast.ts";
import { toLine } from "../../xml-text.ts";
import { addError, type Fields, isText, memberOf } from "../fields.ts";
import type { Bases } from "../references.ts";
import type { Mapping, Value } from "../value.ts";
import { readEpisodeAddress } from "./episode-address.ts";

/** Someone who takes part: a name, or a table of `name`, `role`, `group`, `image` and `url`. */
export function readPerson(fields: Fields, value: Value, bases: Bases): Person | undefined {
  const name =
    value.kind === "mapping" ? lineIn(value, "name") : isText(value) && toLine(value.text);
  if (!name) {
    addError(fields, "podcast", value, "Expected a name or a table with a `name`");
    return undefined;
  }
  if (value.kind !== "mapping") return { name };
  return {
    name,
    role: lineIn(value, "role"),
    group: lineIn(value, "group"),
    image: readEpisodeAddress(fields, memberOf(value, "image", "img", "avatar"), bases),
    url: readEpisodeAddress(fields, memberOf(value, "url", "href"), bases),
  };
}

/** A member as text on one line; undefined where there is none. */
export function lineIn(mapping: Mapping, ...names: readonly string[]): string | undefined {
  const value = memberOf(mapping, ...names);
  return value && isText(value) ? toLine(value.text) || undefined : undefined;
}
