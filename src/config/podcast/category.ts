import type { PodcastCategory } from "../../podcast.ts";
import { appleCategories } from "./apple-categories.ts";

/**
 * Reads a category as people write it: `Technology`, `Arts > Books`; case makes no difference.
 *
 * @returns undefined where Apple has none of that name.
 */
export function toCategory(text: string): PodcastCategory | undefined {
  const [first = "", second, ...more] = text.split(">").map((part) => part.trim());
  const name = findName(Object.keys(appleCategories), first);
  if (name === undefined || more.length > 0) return undefined;
  if (second === undefined) return { name };
  const subcategory = findName(appleCategories[name] ?? [], second);
  return subcategory === undefined ? undefined : { name, subcategory };
}

function findName(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => name.toLowerCase() === wanted.toLowerCase());
}
