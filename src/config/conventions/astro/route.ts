import type { SiteFolder } from "../../foreign/site-folder.ts";
import type { LanguageRules } from "../rules.ts";
import { postNames } from "./posts.ts";

/** The page that shows posts: what stands before their ids in an address. */
export interface Route {
  /** A permalink pattern without a slash at its end: `/blog`, `/:year/:month`. */
  readonly path: string;
  /** Which posts have their language before that; undefined where the page knows none. */
  readonly prefix?: LanguageRules["prefix"];
}

/**
 * Finds the page that shows a collection's posts, such as `src/pages/blog/[...slug].astro`: one that
 * names the collection, or whose folder does. https://docs.astro.build/en/guides/routing/#dynamic-routes
 */
export async function findRoute(site: SiteFolder, collection: string): Promise<Route> {
  const pages = await listPages(site, "src/pages", 0);
  const found = await Promise.all(pages.map((page) => weigh(site, page, collection)));
  const [best] = found.flat().toSorted((left, right) => right.weight - left.weight);
  return best?.route ?? { path: `/${collection}` };
}

/** The deepest folder below `src/pages` that is looked into. */
const deepest = 5;

async function listPages(site: SiteFolder, folder: string, depth: number): Promise<string[]> {
  const names = (await site.list(folder)).filter((name) => !/^[_.]/.test(name));
  const pages = names.filter((name) => name.endsWith(".astro")).map((name) => `${folder}/${name}`);
  // Folders have no ending, but parameters may begin with dots: `[...slug]`.
  const folders = names.filter((name) => depth < deepest && /^(?:[^.]+|\[.*\])$/.test(name));
  const below = folders.map((name) => listPages(site, `${folder}/${name}`, depth + 1));
  return [...pages, ...(await Promise.all(below)).flat()];
}

interface Weighed {
  readonly route: Route;
  readonly weight: number;
}

async function weigh(site: SiteFolder, page: string, collection: string): Promise<Weighed[]> {
  const segments = page.replace(/^src\/pages\/|(?:\/index)?\.astro$/g, "").split("/");
  const route = toRoute(segments);
  if (!route) return [];
  const text = (await site.readText(page)) ?? "";
  const isNamed = ['"', "'", "`"].some((mark) => text.includes(`${mark}${collection}${mark}`));
  const folder = segments.filter((segment) => parameterOf(segment) === undefined).join("/");
  const isOwn = folder === collection;
  const isLikely = folder === "" || postNames.includes(folder);
  if (!isNamed && !isOwn && !isLikely) return [];
  // Short addresses are the posts' own; longer ones show pictures, embeds and the like.
  const weight = [isOwn, isNamed, isLikely].reduce((sum, is) => sum * 2 + (is ? 1 : 0), 0);
  return [{ route, weight: weight - segments.length / 100 }];
}

function toRoute(segments: readonly string[]): Route | undefined {
  const last = parameterOf(segments.at(-1) ?? "");
  if (last === undefined || otherThings.test(last)) return undefined;
  const [first = ""] = segments;
  const isLanguage = /^(?:lang|locale|language)$/.test(parameterOf(first) ?? "");
  const before = segments.slice(isLanguage ? 1 : 0, -1).map((segment) => {
    const parameter = parameterOf(segment);
    if (parameter === undefined) return segment;
    return /^(?:year|month|day)$/.test(parameter) ? `:${parameter}` : undefined;
  });
  if (before.includes(undefined)) return undefined;
  const path = before.map((segment) => `/${segment}`).join("");
  return isLanguage ? { path, prefix: first.startsWith("[...") ? "others" : "all" } : { path };
}

function parameterOf(segment: string): string | undefined {
  return /^\[(?:\.\.\.)?(\w+)\]$/.exec(segment)?.[1]?.toLowerCase();
}

// What pages are for that show something else than one post.
const otherThings =
  /^(?:page|pages|tags?|categor(?:y|ies)|authors?|series|topics?|lang|locale|language|year|month|day)$/;
