import { toLine } from "../xml-text.ts";
import { addError, type FieldName, type Fields, fieldValues } from "./fields.ts";
import type { Value } from "./value.ts";

/**
 * Tags or categories: a list, or text with commas between them. All of a field's names count
 * together; each tag stands once, where it came first.
 */
export function readTags(fields: Fields, name: "tags" | "categories"): readonly string[] {
  const tags = fieldValues(fields, name).flatMap((value) => readValue(fields, name, value));
  return [...new Set(tags)];
}

function readValue(fields: Fields, name: FieldName, value: Value): readonly string[] {
  if (value.kind === "scalar") return value.text.split(",").map(toLine).filter(Boolean);
  if (value.kind === "list") return value.items.flatMap((item) => readItem(fields, name, item));
  // Categories are also the tags: one complaint is enough.
  if (name === "tags") addError(fields, name, value, "Expected a list of tags");
  return [];
}

function readItem(fields: Fields, name: FieldName, item: Value): readonly string[] {
  if (item.kind === "scalar")
    return item.type === "nothing" ? [] : [toLine(item.text)].filter(Boolean);
  if (name === "tags") addError(fields, name, item, "Expected a tag");
  return [];
}
