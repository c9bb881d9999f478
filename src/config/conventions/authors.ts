import { isTable, type Table } from "../../table.ts";
import { isWebAddress } from "../checks.ts";
import { textAt } from "../foreign/table.ts";
import type { Options } from "../options.ts";

type Person = NonNullable<NonNullable<Options["site"]>["authors"]>[string];

/** A person as generators' configs and data files write one: a name, or a table of many shapes. */
export function personIn(value: unknown): Person | undefined {
  if (typeof value === "string") return value.trim() || undefined;
  if (!isTable(value)) return undefined;
  const read = (...names: readonly string[]) =>
    names.map((name) => textAt(value, name)).find(Boolean);
  const name = read("name", "display_name", "displayName", "Name");
  if (name === undefined) return undefined;
  const url = read("url", "uri", "link", "web", "website", "homepage", "site");
  const email = read("email", "mail");
  return {
    name,
    ...(email?.includes("@") ? { email } : {}),
    ...(url !== undefined && isWebAddress(url) ? { url } : {}),
    ...optional("avatar", read("avatar", "image_url", "imageURL", "picture", "image", "photo")),
  };
}

/** People by key, as in `_data/authors.yml`; who has no name goes by the key. */
export function authorsIn(table: Table | undefined): Record<string, Person> | undefined {
  if (!table) return undefined;
  const people = Object.entries(table).flatMap(([key, value]) => {
    const person =
      personIn(value) ?? (isTable(value) ? personIn({ ...value, name: key }) : undefined);
    return person === undefined ? [] : [[key, person] as const];
  });
  return people.length === 0 ? undefined : Object.fromEntries(people);
}

function optional(name: "avatar", value: string | undefined) {
  return value === undefined ? {} : { [name]: value };
}
