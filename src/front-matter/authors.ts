import { resolveReference } from "../address.ts";
import type { Author, Site } from "../model.ts";
import { toLine } from "../xml-text.ts";
import { parseNames, splitNames } from "./author-names.ts";
import {
  addError,
  type Fields,
  fieldOf,
  isText,
  isWhole,
  itemsOf,
  memberOf,
  textOf,
} from "./fields.ts";
import type { Mapping, Value } from "./value.ts";

/**
 * The authors of an article: a name, `Name <e-mail>`, `[Name](address)`, a key of `site.authors`, a
 * table, or a list of these. Where the article names nobody, the site's.
 */
export function readAuthors(fields: Fields, site: Site): readonly Author[] {
  const value = fieldOf(fields, "authors");
  const items = value ? toItems(fields, value, site) : [];
  if (items.length === 0) return site.authors;
  const authors = items.flatMap((item) => readAuthor(fields, item, site));
  const byName = new Map(authors.map((author) => [author.name, author]));
  return [...byName.values()];
}

// A comma may be part of a name; what the whole stands for is asked first.
function toItems(fields: Fields, value: Value, site: Site): readonly Value[] {
  if (value.kind !== "scalar" || site.authorsByKey.has(value.text.trim())) return itemsOf(value);
  const isPlural = fields.members.get("authors")?.value === value;
  if (isWhole(fields, value)) return [value];
  const names = splitNames(value.text, {
    isKey: (name) => site.authorsByKey.has(name),
    isList: isPlural || fields.rules.lists.authors === "semicolon",
  });
  return names.map((text) => ({ ...value, text }));
}

function readAuthor(fields: Fields, value: Value, site: Site): readonly Author[] {
  if (value.kind === "mapping") return [readPerson(fields, value, site) ?? []].flat();
  if (isText(value)) {
    const known = site.authorsByKey.get(value.text.trim());
    return known
      ? [known]
      : parseNames(value.text).map((author) => withOwnPages(fields, author, site));
  }
  addError(fields, "author", value, "Expected a name or a table with a `name`");
  return [];
}

// `author`, `author_url`, `author_image_url` side by side: one person in three fields.
function withOwnPages(fields: Fields, author: Author, site: Site): Author {
  if (fieldOf(fields, "authors")?.kind !== "scalar") return author;
  const url = readPage(fields, "authorUrl", site);
  const avatar = readPage(fields, "authorAvatar", site);
  return { ...author, ...(url ? { url } : {}), ...(avatar ? { avatar } : {}) };
}

function readPage(
  fields: Fields,
  name: "authorUrl" | "authorAvatar",
  { url }: Site,
): string | undefined {
  const text = textOf(fields, name);
  return text === undefined ? undefined : resolveReference(text, url);
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
