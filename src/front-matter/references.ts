import { isAbsolute, isWeb, resolveAddress, resolveReference } from "../address.ts";
import { addMessage } from "../message.ts";
import { toLine } from "../xml-text.ts";
import { addError, type Fields, fieldOf, flagOf, hasMember, isText, memberOf } from "./fields.ts";
import type { Value } from "./value.ts";

/** What an article's references are resolved against. */
export interface Bases {
  readonly siteUrl: string;
  /** Undefined where the article has no address; the site's then takes its place. */
  readonly articleUrl: string | undefined;
}

/** The lead image: an address, or a table with one. */
export function readImage(fields: Fields, bases: Bases): string | undefined {
  const value = fieldOf(fields, "image");
  if (!value) return undefined;
  const stated = value.kind === "mapping" ? memberOf(value, ...imageNames) : value;
  // Templates for new articles hold a table whose address is still to be filled in.
  if (!stated && value.kind === "mapping" && hasMember(value, ...imageNames)) return undefined;
  if (stated && isBundled(stated, fields)) return leaveOut(stated, fields);
  const url = stated && resolve(stated, bases);
  if (url === undefined)
    addError(fields, "image", stated ?? value, "Expected the address of an image");
  return url;
}

const imageNames = ["url", "src", "path", "image", "feature"];

// `../pictures/a.png` and aliases such as `@/pictures/a.png`; what is served as it is begins with `/`.
function isBundled(value: Value, { rules }: Fields): boolean {
  return rules.bundlesImages && isText(value) && /^(?:\.{1,2}\/|[@~])/.test(value.text.trim());
}

function leaveOut(value: Value, { file }: Fields): undefined {
  addMessage(file, {
    severity: "info",
    rule: "image",
    reason: "Expected an image with an address of its own, not one that the build gives it",
    hint: "Put it where files are served as they are, and write `image: /pictures/cover.png`",
    offset: value.offset,
  });
  return undefined;
}

/** The address of the page where the article is discussed. */
export function readComments(fields: Fields, bases: Bases): string | undefined {
  const value = fieldOf(fields, "comments");
  // `comments: true` switches a site's own comments on; it is no address.
  if (!value || flagOf(value) !== undefined) return undefined;
  const url = resolve(value, bases);
  if (url === undefined)
    addError(fields, "comments", value, "Expected the address of a discussion");
  return url;
}

function resolve(value: Value, { siteUrl, articleUrl }: Bases): string | undefined {
  return isText(value) ? resolveReference(toLine(value.text), siteUrl, articleUrl) : undefined;
}

/** The page elsewhere that the article is about (JSON Feed 1.1 `external_url`). */
export function readExternalUrl(fields: Fields): string | undefined {
  const value = fieldOf(fields, "externalUrl");
  // `link: true` and `link: ./other` are a site's own; only a whole address leads elsewhere.
  if (!value || !isText(value) || !isAbsolute(value.text.trim())) return undefined;
  const url = resolveAddress(toLine(value.text));
  if (url !== undefined && isWeb(url)) return url;
  addError(fields, "link", value, "Expected the http(s) address of a page elsewhere");
  return undefined;
}
