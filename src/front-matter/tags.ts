import { toLine } from "../xml-text.ts";
import { addError, type Fields, fieldValues, isText, itemsOf } from "./fields.ts";
import type { Value } from "./value.ts";

/**
 * Tags or categories: a list, or text with commas between them. All of a field's names count
 * together; each tag stands once, where it came first.
 */
export function readTags(fields: Fields, name: "tags" | "categories"): readonly string[] {
  // Categories are also the tags: one complaint is enough.
  const complain = (value: Value, expected: string) => {
    if (name === "tags") addError(fields, name, value, expected);
    return [];
  };
  const tags = fieldValues(fields, name).flatMap((value) => {
    if (value.kind === "list") {
      return itemsOf(value).flatMap((item) => {
        return item.kind === "scalar" ? toLine(item.text) : complain(item, "Expected a tag");
      });
    }
    return isText(value)
      ? value.text.split(",").map(toLine)
      : complain(value, "Expected a list of tags");
  });
  return [...new Set(tags.filter(Boolean))];
}
