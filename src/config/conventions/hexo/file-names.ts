import type { LanguageRules, PathFacts, Rules } from "../rules.ts";
import { slugizeAsHexo } from "./slugize.ts";

/**
 * Makes the reader of Hexo's paths: `_posts/2024/hello.md`, `_drafts/later.md`.
 *
 * @param pattern how files are named, as in `:year-:month-:day-:title.md`
 *   (https://hexo.io/docs/writing#Filename)
 */
export function readHexoPath(pattern: string): Rules["readPath"] {
  const names = toRegExp(withoutEnding(pattern));
  return (path: string, _languages: LanguageRules): PathFacts => {
    const [folder = "", ...rest] = withoutEnding(path).split("/");
    const name = rest.join("/");
    const { title, year, month, i_month, day, i_day, hash, ...fields } =
      names.exec(name)?.groups ?? {};
    const date = [year, month ?? i_month, day ?? i_day];
    return {
      date: date.includes(undefined) ? undefined : date.join("-"),
      slug: title ?? slugizeAsHexo(name),
      folders: [],
      filename: rest.at(-1) ?? "",
      // Given even where there are none: a text without front matter is a post too.
      fields,
      isDraft: folder === "_drafts",
      other: otherOf(folder, rest),
    };
  };
}

function toRegExp(pattern: string): RegExp {
  const seen = new Set<string>();
  const source = pattern.split(/(:[a-z]\w*[^_\W])/i).map((piece, index) => {
    const name = piece.slice(1);
    if (index % 2 === 0) return toLiteral(piece);
    if (seen.has(name)) return String.raw`\k<${name}>`;
    seen.add(name);
    return `(?<${name}>${shapes.get(name) ?? ".+?"})`;
  });
  return new RegExp(`^${source.join("")}$`);
}

const shapes: ReadonlyMap<string, string> = new Map([
  ["year", String.raw`\d{4}`],
  ["month", String.raw`\d{2}`],
  ["day", String.raw`\d{2}`],
  ["i_month", String.raw`\d{1,2}`],
  ["i_day", String.raw`\d{1,2}`],
  ["hash", "[0-9a-f]{12}"],
]);

function toLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]+$/, "");
}

// https://hexo.io/docs/configuration#include: names that begin with `_` are no posts.
function otherOf(folder: string, names: readonly string[]): string | undefined {
  if (folder !== "_posts" && folder !== "_drafts") return "a page of the site";
  return names.some((name) => name.startsWith("_")) ? "a hidden file" : undefined;
}
