import { isTable, type Table } from "../../table.ts";

/** The value at the end of a path of keys. */
export function valueAt(table: Table, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isTable(value) ? value[key] : undefined), table);
}

/** The text at the end of a path of keys; undefined where there is none, or an empty one. */
export function textAt(table: Table, ...path: readonly string[]): string | undefined {
  const value = valueAt(table, ...path);
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "" ? undefined : text;
}

/** The table at the end of a path of keys; an empty one where there is none. */
export function tableAt(table: Table, ...path: readonly string[]): Table {
  const value = valueAt(table, ...path);
  return isTable(value) ? value : {};
}

/** The list at the end of a path of keys; one value is a list of it. */
export function listAt(table: Table, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(table, ...path);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The texts of a list. */
export function textsAt(table: Table, ...path: readonly string[]): readonly string[] {
  return listAt(table, ...path).flatMap((item) => {
    return typeof item === "string" || typeof item === "number" ? String(item) : [];
  });
}
