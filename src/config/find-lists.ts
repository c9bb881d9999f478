import { isTable, type Table } from "../table.ts";

/** A list where a table belongs. */
interface StrayList {
  readonly path: readonly string[];
  readonly value: readonly unknown[];
  /** What belongs there, as messages say it. */
  readonly expected: string;
}

/**
 * Finds lists where a schema has a table: to valibot a list is one, whose keys are numbers.
 *
 * @param schema a valibot schema
 * @param value what it is to describe
 */
export function findLists(
  schema: unknown,
  value: unknown,
  path: readonly string[] = [],
): readonly StrayList[] {
  if (!isTable(schema)) return [];
  if (schema["wrapped"] !== undefined) return findLists(schema["wrapped"], value, path);
  if (schema["type"] === "union") return findInUnion(schema, value, path);
  if (Array.isArray(value)) {
    if (isOfTables(schema)) return [{ path, value, expected: String(schema["message"]) }];
    return value.flatMap((item, index) => findLists(schema["item"], item, [...path, `${index}`]));
  }
  const { entries } = schema;
  if (!isTable(value) || !isTable(entries)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    return Object.hasOwn(entries, key) ? findLists(entries[key], member, [...path, key]) : [];
  });
}

// Of the forms that a value may have the one that it has.
function findInUnion(schema: Table, value: unknown, path: readonly string[]): readonly StrayList[] {
  const forms = Array.isArray(schema["options"]) ? schema["options"].filter(isTable) : [];
  const ofLists = forms.filter(({ type }) => type === "array");
  const ofTables = forms.filter(isOfTables);
  if (!Array.isArray(value)) return ofTables.flatMap((form) => findLists(form, value, path));
  if (ofLists.length > 0) return ofLists.flatMap((form) => findLists(form, value, path));
  return ofTables.length > 0 ? [{ path, value, expected: String(schema["message"]) }] : [];
}

function isOfTables({ type }: Table): boolean {
  return type === "strict_object" || type === "record";
}
