import { resolveAddress } from "../address.ts";
import type { Author, Site } from "../model.ts";
import { toLine } from "../xml-text.ts";
import { addError, type Fields, fieldOf, memberOf } from "./fields.ts";
import type { Mapping, Value } from "./value.ts";

/**
 * The authors of an article: a name, `Name <e-mail>`, a key of `site.authors`, a table, or a list
 * of these. Where the article names nobody, the site's.
 */
export function readAuthors(fields: Fields, site: Site): readonly Author[] {
  const value = fieldOf(fields, "authors");
  if (!value) return site.authors;
  const authors = toList(value, site).flatMap((item) => readAuthor(fields, item, site) ?? []);
  const byName = new Map(authors.map((author) => [author.name, author]));
  return [...byName.values()];
}

// `a, b` are two people only where both are known: a comma may be part of a name.
function toList(value: Value, site: Site): readonly Value[] {
  if (value.kind === "list") return value.items;
  if (value.kind !== "scalar") return [value];
  const keys = value.text.split(",").map((key) => key.trim());
  if (!keys.every((key) => site.authorsByKey.has(key))) return [value];
  return keys.map((text) => ({ ...value, text }));
}

function readAuthor(fields: Fields, value: Value, site: Site): Author | undefined {
  if (value.kind === "list") {
    addError(fields, "author", value, "Expected a name or a table with a `name`");
    return undefined;
  }
  if (value.kind === "mapping") return readPerson(fields, value, site);
  return site.authorsByKey.get(value.text.trim()) ?? parseName(value.text);
}

function readPerson(fields: Fields, person: Mapping, site: Site): Author | undefined {
  const text = (...names: readonly string[]) => {
    const value = memberOf(person, ...names);
    return value?.kind === "scalar" ? toLine(value.text) || undefined : undefined;
  };
  const key = text("key");
  const known = key === undefined ? undefined : site.authorsByKey.get(key);
  const name = text("name") ?? known?.name;
  if (name === undefined) {
    addError(fields, "author", person, "Expected an author with a `name`");
    return undefined;
  }
  const address = (reference: string | undefined) =>
    reference === undefined ? undefined : resolveAddress(reference, site.url);
  return {
    name,
    email: text("email", "mail") ?? known?.email,
    url: address(text("url", "link", "uri", "website")) ?? known?.url,
    avatar: address(text("avatar", "picture", "image", "imageurl")) ?? known?.avatar,
  };
}

/** `Name <e-mail>`, `e-mail (Name)` as in RSS, or a name alone. */
function parseName(text: string): Author | undefined {
  const line = toLine(text);
  if (line === "") return undefined;
  const bracketed = /^(.+?)\s*<([^<>@\s]+@[^<>@\s]+)>$/.exec(line);
  if (bracketed) return { name: bracketed[1] ?? line, email: bracketed[2] };
  const rss = /^([^()@\s]+@[^()@\s]+)\s+\((.+)\)$/.exec(line);
  return rss ? { name: rss[2] ?? line, email: rss[1] } : { name: line };
}
