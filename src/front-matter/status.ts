import type { Reading } from "../model.ts";
import { addError, type Fields, fieldOf, flagOf, publishedFlag } from "./fields.ts";

/** What an article's own flags make of it: `draft`, `published: false`, `unlisted`, `feed: false`. */
export function readStatus(fields: Fields): Exclude<Reading["status"], "ignored" | "invalid"> {
  const draft = readFlag(fields, "draft") === true;
  const held = readFlag(fields, "publish") === false || flagOf(publishedFlag(fields)) === false;
  const unlisted = readFlag(fields, "unlisted") === true;
  const out = readFlag(fields, "feed") === false;
  if (draft || held) return "draft";
  return unlisted || out ? "unlisted" : "published";
}

function readFlag(
  fields: Fields,
  name: "draft" | "publish" | "unlisted" | "feed",
): boolean | undefined {
  const value = fieldOf(fields, name);
  const flag = flagOf(value);
  // A table under `feed` holds another plugin's settings, as in `feed: { excerpt_only: true }`
  // (https://github.com/jekyll/jekyll-feed#excerpt-only-flag).
  const isForeign = name === "feed" && value?.kind === "mapping";
  if (value && flag === undefined && !isForeign) {
    addError(fields, name, value, "Expected `true` or `false`");
  }
  return flag;
}
