import type { PathFacts, StatusRule } from "../config/conventions/rules.ts";
import { addMessage } from "../message.ts";
import type { Reading } from "../model.ts";
import { canonical } from "./duplicate-keys.ts";
import { addError, type Fields, fieldOf, flagOf, itemsOf, publishedFlag } from "./fields.ts";
import type { Value } from "./value.ts";

/**
 * What an article's own flags make of it (`draft`, `published: false`, `unlisted`, `feed: false`),
 * its folder, and what its convention has besides.
 */
export function readStatus(fields: Fields, path: PathFacts): Exclude<Reading["status"], "invalid"> {
  const draft = readFlag(fields, "draft") === true;
  const held = readFlag(fields, "publish") === false || flagOf(publishedFlag(fields)) === false;
  const unlisted = readFlag(fields, "unlisted") === true;
  const out = readFlag(fields, "feed") === false;
  const rule = fields.rules.statuses.find((one) => isMet(fields, one));
  if (rule?.status === "ignored") return ignore(fields, rule);
  if (draft || held || path.isDraft || rule?.status === "draft") return "draft";
  return unlisted || out || rule?.status === "unlisted" ? "unlisted" : "published";
}

function ignore({ file }: Fields, { what }: StatusRule): "ignored" {
  addMessage(file, {
    severity: "info",
    rule: "ignored",
    reason: `Expected an article, not ${what ?? "another page"}`,
    offset: 0,
  });
  return "ignored";
}

function isMet(fields: Fields, { path, values, inLists = false }: StatusRule): boolean {
  const [first = "", ...rest] = path;
  const value = rest.reduce(memberOf, fields.members.get(canonical(first))?.value);
  if (!value || (value.kind === "scalar" && value.text.trim() === "")) return false;
  if (!values) return true;
  return (inLists ? itemsOf(value) : [value]).some((one) => {
    return one.kind === "scalar" && values.includes(one.text.trim().toLowerCase());
  });
}

function memberOf(value: Value | undefined, key: string): Value | undefined {
  if (value?.kind !== "mapping") return undefined;
  return value.members.findLast((member) => canonical(member.key) === canonical(key))?.value;
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
