import type { ListRules, PathFacts } from "../config/conventions/rules.ts";
import { toLine } from "../xml-text.ts";
import {
  addError,
  type Fields,
  fieldValues,
  isText,
  isWhole,
  itemsOf,
  memberOf,
} from "./fields.ts";
import type { Value } from "./value.ts";

/**
 * Tags or categories: a list, or text with commas between them (or spaces, where the convention has
 * it so and there is no comma). All of a field's names count together, after the categories that
 * the article's folders stand for; each tag stands once, where it came first.
 */
export function readTags(
  fields: Fields,
  name: "tags" | "categories",
  path?: PathFacts,
): readonly string[] {
  // Categories are also the tags: one complaint is enough.
  const complain = (value: Value, expected: string) => {
    if (name === "tags") addError(fields, name, value, expected);
    return [];
  };
  const values = fieldValues(fields, name);
  if (values.length === 0 && !path?.categories) return [];
  const stated = values.flatMap((value) => {
    if (value.kind === "list") return readItems(value, fields.rules.lists, complain);
    return isText(value)
      ? (isWhole(fields, value) ? [value.text] : split(value.text, fields)).map(toLine)
      : complain(value, "Expected a list of tags");
  });
  const hidden = new Set(fields.rules.lists.hiddenTags);
  const tags = [...(path?.categories ?? []), ...stated].filter((tag) => tag && !hidden.has(tag));
  return [...new Set(tags.map((tag) => fields.rules.lists.labels.get(tag) ?? tag))];
}

/**
 * The last path of categories: the last list in the list, or the whole of it.
 * https://hexo.io/docs/front-matter#Categories-Tags
 */
export function readCategoryPath(fields: Fields): readonly string[] {
  const value = fieldValues(fields, "categories")[0];
  const items = value ? itemsOf(value) : [];
  const isNested = items.some(({ kind }) => kind === "list");
  const last = isNested ? items.slice(-1).flatMap(itemsOf) : items;
  return last.flatMap((item) => (item.kind === "scalar" ? toLine(item.text) : []));
}

type Complain = (value: Value, expected: string) => readonly string[];

// A table has a `label`: https://docusaurus.io/docs/create-doc#adding-a-tag
// A list in a list is a path of categories: https://hexo.io/docs/front-matter#Categories-Tags
function readItems(list: Value, rules: ListRules, complain: Complain): readonly string[] {
  return itemsOf(list).flatMap((item) => {
    if (item.kind === "list" && rules.nested) return readItems(item, rules, complain);
    const tag = item.kind === "mapping" ? (memberOf(item, "label") ?? item) : item;
    return tag.kind === "scalar" ? toLine(tag.text) : complain(tag, "Expected a tag");
  });
}

function split(text: string, { rules }: Fields): readonly string[] {
  if (rules.lists.tags === "semicolon" && text.includes(";")) return text.split(";");
  return text.split(rules.lists.tags === "space" && !text.includes(",") ? /\s+/ : ",");
}
