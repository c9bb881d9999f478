import { isWeb, resolveAddress } from "../address.ts";
import { type Fields, isText } from "./fields.ts";
import { isMedium } from "./media-type.ts";
import type { Member } from "./value.ts";

/**
 * Settles what `url` means by the value's shape: an address of another host is what the article is
 * about, a sound or a film belongs to the article, anything else is the article's own address.
 */
export function settleUrl(fields: Fields, siteUrl: string): Fields {
  const member = fields.members.get("url");
  const isOwn = fields.rules.fields.permalink.includes("url");
  const meaning = member && isOwn ? meaningOf(member, siteUrl) : undefined;
  if (!member || meaning === undefined) return fields;
  const members = new Map(fields.members);
  members.delete("url");
  const [name = ""] = fields.rules.fields[meaning];
  if (!members.has(name)) members.set(name, { ...member, key: name });
  return { ...fields, members };
}

function meaningOf(member: Member, siteUrl: string): "externalUrl" | "enclosure" | undefined {
  const { value } = member;
  const text = isText(value) ? value.text.trim() : "";
  if (isMedium(text)) return "enclosure";
  const url = isWeb(text) ? resolveAddress(text) : undefined;
  return url !== undefined && new URL(url).host !== new URL(siteUrl).host
    ? "externalUrl"
    : undefined;
}
