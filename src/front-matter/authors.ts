import { resolveReference } from "../address.ts";
import type { Author, Site } from "../model.ts";
import { toLine } from "../xml-text.ts";
import { addError, type Fields, fieldOf, isText, itemsOf, memberOf } from "./fields.ts";
import type { Mapping, Value } from "./value.ts";

/**
 * The authors of an article: a name, `Name <e-mail>`, a key of `site.authors`, a table, or a list
 * of these. Where the article names nobody, the site's.
 */
export function readAuthors(fields: Fields, site: Site): readonly Author[] {
  const value = fieldOf(fields, "authors");
  const items = value ? toItems(value, site) : [];
  if (items.length === 0) return site.authors;
  const authors = items.flatMap((item) => readAuthor(fields, item, site) ?? []);
  const byName = new Map(authors.map((author) => [author.name, author]));
  return [...byName.values()];
}

// `a, b` are two people only where both are known: a comma may be part of a name.
function toItems(value: Value, site: Site): readonly Value[] {
  if (value.kind !== "scalar") return itemsOf(value);
  const keys = value.text.split(",").map((key) => key.trim());
  if (!keys.every((key) => site.authorsByKey.has(key))) return [value];
  return keys.map((text) => ({ ...value, text }));
}

function readAuthor(fields: Fields, value: Value, site: Site): Author | undefined {
  if (value.kind === "mapping") return readPerson(fields, value, site);
  if (isText(value)) return site.authorsByKey.get(value.text.trim()) ?? parseName(value.text);
  addError(fields, "author", value, "Expected a name or a table with a `name`");
  return undefined;
}

function readPerson(fields: Fields, person: Mapping, site: Site): Author | undefined {
  const read = ({ wanted, parse }: Kind, ...names: readonly string[]) => {
    const value = memberOf(person, ...names);
    const parsed = value && isText(value) ? parse(toLine(value.text), site) : undefined;
    if (value && parsed === undefined) addError(fields, "author", value, `Expected ${wanted}`);
    return parsed;
  };
  const key = read(text, "key");
  const known = key === undefined ? undefined : site.authorsByKey.get(key);
  const name = read(text, "name") ?? known?.name;
  if (name === undefined) {
    addError(fields, "author", person, "Expected an author with a `name`");
    return undefined;
  }
  return {
    name,
    email: read(email, "email", "mail") ?? known?.email,
    url: read(address, "url", "link", "uri", "website") ?? known?.url,
    avatar: read(address, "avatar", "picture", "image", "imageurl") ?? known?.avatar,
  };
}

/** What a member of a person may be. */
interface Kind {
  readonly wanted: string;
  readonly parse: (text: string, site: Site) => string | undefined;
}

const text: Kind = { wanted: "text", parse: (line) => line || undefined };

const email: Kind = {
  wanted: "an e-mail address",
  parse: (line) => (/^[^\s<>@:]+@[^\s<>@]+$/.test(line) ? line : undefined),
};

const address: Kind = {
  wanted: "an http(s) address",
  parse: (line, site) => resolveReference(line, site.url),
};

/** `Name <e-mail>`, `e-mail (Name)` as in RSS, or a name alone. */
function parseName(written: string): Author | undefined {
  const line = toLine(written);
  if (line === "") return undefined;
  const bracketed = /^(.+?)\s*<([^<>@\s]+@[^<>@\s]+)>$/.exec(line);
  if (bracketed) return { name: bracketed[1] ?? line, email: bracketed[2] };
  const rss = /^([^()@\s]+@[^()@\s]+)\s+\((.+)\)$/.exec(line);
  return rss ? { name: rss[2] ?? line, email: rss[1] } : { name: line };
}
