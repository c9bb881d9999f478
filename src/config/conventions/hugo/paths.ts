import type { LanguageRules, PathFacts } from "../rules.ts";
import { type HugoLanguages, type HugoPlace, locateHugo } from "./languages.ts";

/** Makes the reader of paths of a site with these languages. */
export function readHugoPath(languages: HugoLanguages) {
  return (path: string, names: LanguageRules): HugoPlace => {
    const place = locateHugo(path, languages, names);
    return { ...place, ...takeHugoDate(place.slug), other: otherOf(place, languages) };
  };
}

/**
 * A date in a file's name, and the slug beside it, for sites that count it: `2025-02-01-slug`,
 * `2025-02-01T14-30-00-slug`. https://gohugo.io/configuration/front-matter/#tokens
 */
function takeHugoDate(name: string): Pick<PathFacts, "date" | "datedSlug"> {
  const [, day, clock, rest = ""] =
    /^(\d{4}-\d\d-\d\d)(?:.(\d\d-\d\d-\d\d))?(.*)$/.exec(name) ?? [];
  if (day === undefined) return {};
  return {
    date: clock === undefined ? day : `${day}T${clock.replaceAll("-", ":")}`,
    datedSlug: rest.replace(/^[ _-]+|[ _-]+$/g, "") || undefined,
  };
}

function otherOf({ name, key }: HugoPlace, { off }: HugoLanguages): string | undefined {
  if (off.has(key)) return "a page in a language that is switched off";
  return name === "_index" ? "a section" : undefined;
}

/**
 * Completes an address that an article states: without a leading slash it comes after the language,
 * and one that is no file ends with a slash. https://gohugo.io/content-management/urls/#url
 */
export function completeHugo(address: string, { prefix }: PathFacts): string {
  const isWhole = address.startsWith("/") || prefix === undefined;
  const whole = isWhole ? address : `/${prefix}/${address}`;
  return whole.endsWith("/") || whole.includes(".") ? whole : `${whole}/`;
}
