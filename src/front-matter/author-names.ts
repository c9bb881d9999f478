import { isWeb, resolveAddress } from "../address.ts";
import type { Author } from "../model.ts";
import { toLine } from "../xml-text.ts";

/** What helps to tell one name with a comma in it from several. */
export interface NameFacts {
  /** Whether a name is the key of a known person. */
  readonly isKey: (name: string) => boolean;
  /** Whether the text is meant as a list: `authors`, or a convention that has it so. */
  readonly isList: boolean;
}

/**
 * The names that a text holds. `a, b` are two people where it is meant as a list, or where each part
 * is a key or looks like one (no space, no capital letter); `Josh Aas, Director` is one.
 */
export function splitNames(text: string, { isKey, isList }: NameFacts): readonly string[] {
  const parts = text
    .split(isList && text.includes(";") ? ";" : ",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const isEach = parts.every((part) => isKey(part) || /^[a-z0-9][\w.-]*$/.test(part));
  return parts.length > 1 && !text.includes("](") && (isList || isEach) ? parts : [text];
}

/** The people that a name stands for; with links in it, in Markdown or HTML, they may be several. */
export function parseNames(written: string): readonly Author[] {
  const line = toLine(written);
  if (!/[<[(]/.test(line)) return line === "" ? [] : [{ name: line }];
  return parseMarked(line.replace(htmlLink, "[$2]($1)"));
}

function parseMarked(line: string): readonly Author[] {
  const links = [...line.matchAll(markdownLink)];
  const isNothingElse = /^(?:[\s,;&+]|and)*$/.test(line.replace(markdownLink, ""));
  if (links.length > 0 && isNothingElse) {
    return links.map(([, name = "", url = ""]) => withPage({ name }, url));
  }
  const author = parseName(line.replace(markdownLink, "$1"));
  return author ? [withPage(author, links[0]?.[2] ?? "")] : [];
}

const htmlLink = /<a\s[^>]*href=["']([^"'>]+)["'][^>]*>([^<]+)<\/a>/gi;
const markdownLink = /\[([^[\]]+)\]\(([^()\s]+)\)/g;

function withPage(author: Author, reference: string): Author {
  const url = isWeb(reference) ? resolveAddress(reference) : undefined;
  return url === undefined ? author : { ...author, url };
}

/** `Name <e-mail>`, `e-mail (Name)` as in RSS, or a name alone. */
function parseName(line: string): Author | undefined {
  if (line === "") return undefined;
  const bracketed = /^(.+?)\s*<([^<>@\s]+@[^<>@\s]+)>$/.exec(line);
  if (bracketed) return { name: bracketed[1] ?? line, email: bracketed[2] };
  const rss = /^([^()@\s]+@[^()@\s]+)\s+\((.+)\)$/.exec(line);
  return rss ? { name: rss[2] ?? line, email: rss[1] } : { name: line };
}
