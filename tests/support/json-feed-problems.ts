import { htmlProblems } from "./html-problems.ts";
import { problemIf, repeated } from "./problem.ts";
import { isAddress, isLanguageTag, isMediaType, isRfc3339Date, isWebAddress } from "./values.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** Says what is wrong with a value; `place` is its path in the feed. */
type Rule = (value: unknown, place: string) => readonly string[];

type ObjectRule = (value: JsonObject, place: string) => readonly string[];

type Rules = ReadonlyMap<string, Rule>;

const version = "https://jsonfeed.org/version/1.1";

const rule =
  (holds: (value: unknown) => boolean, says: string): Rule =>
  (value, place) =>
    problemIf(!holds(value), `${place} ${says}`);

const text = (holds: (value: string) => boolean, says: string): Rule =>
  rule((value) => typeof value === "string" && holds(value), says);

const number = (holds: (value: number) => boolean, says: string): Rule =>
  rule((value) => typeof value === "number" && holds(value), says);

const list =
  (each: Rule): Rule =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((entry: unknown, index) => each(entry, `${place}[${index}]`))
      : [`${place} is not an array`];

const object =
  (rules: Rules, required: readonly string[], more: ObjectRule = () => []): Rule =>
  (value, place) =>
    isObject(value)
      ? [...membersProblems(value, place, rules, required), ...more(value, place)]
      : [`${place} is not an object`];

const string = text(() => true, "is not a string");
const filled = text((value) => value.trim() !== "", "is not a string with something in it");
const webAddress = text(isWebAddress, "is not an absolute http(s) address");
const address = text(isAddress, "is not an absolute address");
const date = text(isRfc3339Date, "is not an RFC 3339 date");
const language = text(isLanguageTag, "is not a language tag");
const mediaType = text(isMediaType, "is not a media type");

const deprecated: Rule = (_, place) => [`${place} is deprecated`];

/** https://www.jsonfeed.org/version/1.1/#top-level-a-name-top-level-a: one member at least. */
const author = object(
  new Map([
    ["name", filled],
    ["url", address],
    ["avatar", webAddress],
  ]),
  [],
  (value, place) => problemIf(Object.keys(value).length === 0, `${place} is empty`),
);

const hub = object(
  new Map([
    ["type", filled],
    ["url", webAddress],
  ]),
  ["type", "url"],
);

/** https://www.jsonfeed.org/version/1.1/#attachments-a-name-attachments-a */
const attachment = object(
  new Map([
    ["url", webAddress],
    ["mime_type", mediaType],
    ["title", filled],
    [
      "size_in_bytes",
      number((value) => Number.isInteger(value) && value >= 0, "is not a number of bytes"),
    ],
    ["duration_in_seconds", number((value) => value >= 0, "is not a number of seconds")],
  ]),
  ["url", "mime_type"],
);

/** https://www.jsonfeed.org/version/1.1/#items-a-name-items-a */
const item = object(
  new Map([
    ["id", filled],
    ["url", webAddress],
    ["external_url", webAddress],
    ["title", filled],
    ["content_html", html],
    ["content_text", string],
    ["summary", filled],
    ["image", webAddress],
    ["banner_image", webAddress],
    ["date_published", date],
    ["date_modified", date],
    ["author", deprecated],
    ["authors", list(author)],
    ["tags", list(filled)],
    ["language", language],
    ["attachments", list(attachment)],
  ]),
  ["id"],
  (value, place) =>
    problemIf(!hasContent(value), `${place} has neither content_html nor content_text`),
);

/** https://www.jsonfeed.org/version/1.1/#top-level-a-name-top-level-a */
const feed = object(
  new Map([
    ["version", text((value) => value === version, `is not ${version}`)],
    ["title", filled],
    ["home_page_url", webAddress],
    ["feed_url", webAddress],
    ["description", filled],
    ["user_comment", filled],
    ["next_url", webAddress],
    ["icon", webAddress],
    ["favicon", webAddress],
    ["author", deprecated],
    ["authors", list(author)],
    ["language", language],
    ["expired", rule((value) => typeof value === "boolean", "is not a boolean")],
    ["hubs", list(hub)],
    ["items", items],
  ]),
  ["version", "title", "home_page_url", "feed_url", "items"],
  (value, place) => problemIf(isItsOwnNext(value), `${place} has itself as next_url`),
);

/**
 * What a document has against JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), down to what a
 * feed on the public web should have. Stricter where feedwright has no use for more: the deprecated
 * `author` is refused, addresses but an author's are http(s), texts but the content hold something.
 */
export function jsonFeedProblems(json: string): readonly string[] {
  try {
    return feed(JSON.parse(json), "feed");
  } catch (error) {
    return [`not JSON: ${error}`];
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function membersProblems(
  value: JsonObject,
  place: string,
  rules: Rules,
  required: readonly string[],
): readonly string[] {
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${place}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) =>
      (rules.get(name) ?? extension(name))(member, `${place}.${name}`),
    ),
  ];
}

/** https://www.jsonfeed.org/version/1.1/#extensions-a-name-extensions-a */
function extension(name: string): Rule {
  return rule(() => /^_[a-z][^.]*$/i.test(name), "is not a member of JSON Feed 1.1");
}

function html(value: unknown, place: string): readonly string[] {
  if (typeof value !== "string") return string(value, place);
  return htmlProblems(value).map((problem) => `${place}: ${problem}`);
}

function hasContent(value: JsonObject): boolean {
  return "content_html" in value || "content_text" in value;
}

function isItsOwnNext(value: JsonObject): boolean {
  return value["next_url"] !== undefined && value["next_url"] === value["feed_url"];
}

function items(value: unknown, place: string): readonly string[] {
  const ids = (Array.isArray(value) ? value : [])
    .map((entry: unknown) => (isObject(entry) ? entry["id"] : undefined))
    .filter((id) => typeof id === "string");
  return [
    ...list(item)(value, place),
    ...repeated(ids).map((id) => `${place}: more than one id is ${id}`),
  ];
}
