import { isAbsolute, isWeb, resolveAddress, resolveBelow } from "../address.ts";
import type { Config } from "../config/resolve.ts";
import { addMessage, quote } from "../message.ts";
import { toLine } from "../xml-text.ts";
import { addError, type Fields, scalarOf } from "./fields.ts";
import type { PathFacts } from "./path-facts.ts";
import { fillPermalink } from "./permalink.ts";
import { readTags } from "./tags.ts";
import type { Scalar } from "./value.ts";

/** What an article's address is made of where it does not state one. */
export interface AddressFacts {
  readonly path: PathFacts;
  readonly published: Date;
  readonly language: string | undefined;
  readonly config: Config;
}

/** The article's address: its own, whole or below the site; else by the pattern. */
export function readOwnAddress(fields: Fields, facts: AddressFacts): string | undefined {
  const stated = scalarOf(fields, "permalink", "a path below the site or an http(s) address");
  return stated ? readStated(fields, stated, facts.config.site.url) : composeAddress(fields, facts);
}

function readStated(fields: Fields, stated: Scalar, siteUrl: string): string | undefined {
  const text = toLine(stated.text);
  const url = isAbsolute(text) ? resolveAddress(text, siteUrl) : resolveBelow(siteUrl, text);
  if (url !== undefined && isWeb(url)) return url;
  addError(fields, "permalink", stated, "Expected a path below the site or an http(s) address");
  return undefined;
}

function composeAddress(
  fields: Fields,
  { path, published, language, config }: AddressFacts,
): string | undefined {
  const { site, content } = config;
  const slug = readSlug(fields) ?? path.slug;
  const categories = readTags(fields, "categories");
  const facts = { path, slug, published, timezone: site.timezone, categories, language };
  const url = fillPermalink(content.permalink, facts, site.url);
  if (url?.startsWith(site.url)) return url;
  addMessage(fields.file, {
    severity: "error",
    rule: "permalink",
    reason: `Expected an address below the site, not ${quote(url ?? "")}`,
    hint: "Give a `permalink` or a `slug` of its own; `..` leads out of the site",
    offset: 0,
  });
  return undefined;
}

function readSlug(fields: Fields): string | undefined {
  const stated = scalarOf(fields, "slug", "text");
  if (!stated) return undefined;
  const slug = toLine(stated.text).replace(/^\/+|\/+$/g, "");
  if (!slug.split(/[\\/]/).some((segment) => /^\.{0,2}$/.test(segment))) return slug;
  addError(fields, "slug", stated, "Expected a slug without `.`, `..` and empty parts");
  return undefined;
}
