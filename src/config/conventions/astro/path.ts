import { slug as slugify } from "github-slugger";
import picomatch from "picomatch";
import { isOneOf, prefixOf } from "../path-parts.ts";
import type { Rules } from "../rules.ts";

/** How paths become ids. */
interface PathStyle {
  /** The globs of the collection below its base; those after `!` take away. Without any, all files. */
  readonly patterns: readonly string[];
  /** Whether articles are pages, whose addresses are their paths as they are. */
  readonly isPage: boolean;
  /** Whether the folder of a language goes to the front of the address. */
  readonly hasLanguage: boolean;
}

/**
 * Makes a reader of paths. An article's id is its path, each part made fit for an address, without
 * `index` at its end: https://docs.astro.build/en/reference/content-loader-reference/#generateid
 */
export function readAstroPath({ patterns, isPage, hasLanguage }: PathStyle): Rules["readPath"] {
  const isContent = matcherOf(patterns);
  return (path, languages) => {
    const written = path.replace(/\.[^./]+$/, "").split("/");
    const parts = written.map((part) => (isPage ? part : slugify(part)));
    if (parts.length > 1 && parts.at(-1) === "index") parts.pop();
    const [first = "", ...rest] = written;
    const language = rest.length > 0 && isOneOf(languages)(first) ? first : undefined;
    if (hasLanguage && language !== undefined && parts.length > 1) parts.shift();
    return {
      slug: parts.at(-1) ?? "",
      folders: parts.slice(0, -1),
      filename: written.at(-1) ?? "",
      language,
      prefix: hasLanguage ? prefixOf(language, languages) : undefined,
      other: isContent(path) ? undefined : "a file that the collection leaves out",
    };
  };
}

function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const ignore = patterns.flatMap((pattern) => (pattern.startsWith("!") ? pattern.slice(1) : []));
  return picomatch(wanted.length > 0 ? wanted : ["**"], { ignore });
}
