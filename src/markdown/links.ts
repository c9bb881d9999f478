import { posix } from "node:path";
import type { Article } from "../model.ts";
import type { Context } from "./context.ts";

/**
 * The address of another article of the folder, named by a path: beside the article
 * (`../other-post.md`), below the content folder (`_posts/2024-01-01-a.md`, `/post/a.md`), or by its
 * name without ending (`2024-01-01-a`). A fragment is kept.
 */
export function findArticle(reference: string, context: Context): string | undefined {
  const [, path = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(decode(reference.trim())) ?? [];
  if (path === "") return undefined;
  const beside = posix.join(posix.dirname(context.article.source), path);
  const below = path.replace(/^\/+/, "");
  const url = [beside, below].map((source) => lookUp(source, context)).find(Boolean);
  return url === undefined ? undefined : url + suffix;
}

/** What links may name, of the articles of a folder. */
export function addressesOf(articles: readonly Article[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const { source, url } of articles) addresses.set(nameOf(source), url).set(source, url);
  return addresses;
}

function lookUp(source: string, { addresses }: Context): string | undefined {
  return addresses.get(posix.normalize(source)) ?? addresses.get(nameOf(source));
}

/** The name by which `post_url` and `ref` know an article: no folders, no ending. */
function nameOf(source: string): string {
  const name = posix.basename(source).replace(/\.(?:md|markdown|mdx)$/i, "");
  return /^_?index$/i.test(name) ? posix.basename(posix.dirname(source)) : name;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
