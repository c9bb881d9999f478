import { isAbsolute, isWeb, resolveAddress, resolveBelow } from "../address.ts";
import { toLanguage } from "../config/checks.ts";
import type { PathFacts } from "../config/conventions/rules.ts";
import { parsePermalink } from "../config/permalink-pattern.ts";
import type { Config } from "../config/resolve.ts";
import { addMessage, quote } from "../message.ts";
import { toLine } from "../xml-text.ts";
import { isLackingField, warnOfProgram } from "./address-findings.ts";
import { offsetOf } from "./date.ts";
import { publishedOf } from "./dates.ts";
import { canonical } from "./duplicate-keys.ts";
import { addError, type Fields, fieldOf, isText, memberOf, scalarOf } from "./fields.ts";
import { fillPattern, fillPermalink, type PermalinkFacts } from "./permalink.ts";
import { slugifiers } from "./slugify/slugify.ts";
import { readCategoryPath } from "./tags.ts";
import { fillTemplate } from "./template-address.ts";
import type { Scalar } from "./value.ts";

/** What an article's address is made of where it does not state one. */
export interface AddressFacts {
  readonly path: PathFacts;
  readonly published: Date;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly categories: readonly string[];
  readonly language: string | undefined;
  readonly config: Config;
}

/** The article's address: its own, whole or below the site; else by the pattern. */
export function readOwnAddress(fields: Fields, facts: AddressFacts): string | undefined {
  const stated = statedOf(fields);
  const url = stated ? readStated(fields, stated, facts) : composeAddress(fields, facts);
  const { hidesIndex, hidesHtml } = fields.rules.address;
  if (url?.endsWith("/index.html")) return hidesIndex ? url.replace(/index\.html$/, "") : url;
  return hidesHtml ? url?.replace(/\.html$/, "") : url;
}

function statedOf(fields: Fields): Scalar | undefined {
  const value = fieldOf(fields, "permalink");
  // https://www.11ty.dev/docs/permalinks/#skip-writing-to-the-file-system
  const build = value?.kind === "mapping" ? memberOf(value, "build") : undefined;
  const isTemplate = fields.rules.address.stated === "template";
  if (isTemplate && build && isText(build)) return build;
  return scalarOf(fields, "permalink", "a path below the site or an http(s) address");
}

function readStated(fields: Fields, stated: Scalar, facts: AddressFacts): string | undefined {
  const isTemplate = fields.rules.address.stated === "template";
  const line = isTemplate ? fillStatedTemplate(fields, stated, facts) : toLine(stated.text);
  if (line === undefined) return undefined;
  const isWhole = isAbsolute(line);
  const { completeStated } = fields.rules.address;
  const text = isWhole ? line : completeStated(fillStated(fields, line, facts), facts.path);
  const siteUrl = facts.config.site.url;
  const url = isWhole ? resolveAddress(text, siteUrl) : resolveBelow(siteUrl, text);
  if (url !== undefined && isWeb(url)) return url;
  addError(fields, "permalink", stated, "Expected a path below the site or an http(s) address");
  return undefined;
}

// Some generators take a stated address for a pattern; a token that none knows stays as it is.
function fillStated(fields: Fields, text: string, facts: AddressFacts): string {
  const { address } = fields.rules;
  if (address.stated !== "pattern" || isAbsolute(text) || !text.includes(":")) return text;
  try {
    return fillPattern(
      parsePermalink(text, address),
      toPermalinkFacts(fields, facts, slugOf(fields, facts)),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return text;
  }
}

function fillStatedTemplate(
  fields: Fields,
  stated: Scalar,
  facts: AddressFacts,
): string | undefined {
  const filled = fillTemplate(toLine(stated.text), toPermalinkFacts(fields, facts, undefined));
  if (filled === undefined) {
    addError(fields, "permalink", stated, "Expected an address that can be filled", templateHint);
  }
  return filled;
}

const templateHint =
  "Known are fields that the article has, `page.fileSlug`, `page.filePathStem`, `page.date` with `date`, and the filters `slugify`, `slug`, `downcase`, `strip`; write anything else out";

function composeAddress(fields: Fields, facts: AddressFacts): string | undefined {
  const { site, content } = facts.config;
  const slug = slugOf(fields, facts);
  const folder = facts.path.folders.join("/");
  const fitting = content.permalinks.byFolder.find((one) => {
    const isBelow = one.folder === "" || `${folder}/`.startsWith(`${one.folder}/`);
    return isBelow && (one.covers?.(facts.path) ?? true);
  });
  const { forSlug, forTranslation } = content.permalinks;
  const pattern =
    (forTranslation && isTranslation(fields, facts) ? forTranslation : undefined) ??
    (slug === undefined ? undefined : forSlug) ??
    fitting?.pattern ??
    [];
  const filling = toPermalinkFacts(fields, facts, slug);
  if (isLackingField(fields, pattern, filling)) return undefined;
  if (fitting?.covers) warnOfProgram(fields.file, facts.path);
  const url = fillPermalink(pattern, filling, site.url);
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

function isTranslation(fields: Fields, { language }: AddressFacts): boolean {
  const main = toLanguage(fields.rules.languages.main ?? "");
  return fieldOf(fields, "language") !== undefined && language !== main;
}

function toPermalinkFacts(
  fields: Fields,
  facts: AddressFacts,
  slug: string | undefined,
): PermalinkFacts {
  const { rules } = fields;
  return {
    categoryPath: readCategoryPath(fields),
    slug: slug ?? slugFrom(fields, facts),
    statedSlug: slug,
    timezone: dayZone(fields, facts) ?? facts.config.site.timezone,
    rules: rules.address,
    field: (name) => {
      const value = fields.members.get(canonical(name))?.value;
      return value && isText(value) ? value.text : undefined;
    },
    ...facts,
  };
}

function slugFrom({ rules }: Fields, { path, title }: AddressFacts): string {
  const { slugFrom: source, slugify } = rules.address;
  if (source === "name") return slugifiers[slugify.title](path.slug);
  return source === "title" && title !== undefined ? slugifiers[slugify.title](title) : path.slug;
}

function dayZone(fields: Fields, { path }: AddressFacts): string | undefined {
  const { dates } = fields.rules;
  const isOfPath = dates.path === "before" && path.date !== undefined;
  if (dates.addressDay !== "written" || isOfPath) return undefined;
  const value = publishedOf(fields);
  return value?.kind === "scalar" ? offsetOf(value.text) : undefined;
}

// A slug beside the date in a file's name counts where that date does.
function slugOf(fields: Fields, { path }: AddressFacts): string | undefined {
  const isDated = fields.rules.dates.path === "before" || publishedOf(fields) === undefined;
  return readSlug(fields) ?? (isDated ? path.datedSlug : undefined);
}

function readSlug(fields: Fields): string | undefined {
  const stated = scalarOf(fields, "slug", "text");
  if (!stated) return undefined;
  const slug = toLine(stated.text).replace(/^\/+|\/+$/g, "");
  if (!slug.split(/[\\/]/).some((segment) => /^\.{0,2}$/.test(segment))) return slug;
  addError(fields, "slug", stated, "Expected a slug without `.`, `..` and empty parts");
  return undefined;
}
