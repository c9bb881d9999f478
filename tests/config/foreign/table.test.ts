import { expect, test } from "vitest";
import { listAt, tableAt, textAt, textsAt, valueAt } from "../../../src/config/foreign/table.ts";
import { isTable } from "../../../src/table.ts";

const table = { a: { b: " c ", n: 1, e: " ", l: ["x", 2, null, {}], s: "one" }, z: null };

test("values are found by the path of their keys, whatever stands on the way", () => {
  expect(valueAt(table, "a", "n")).toBe(1);
  expect(valueAt(table, "a", "b", "c")).toBeUndefined();
  expect(valueAt(table, "z", "b")).toBeUndefined();
});

test("texts are trimmed, numbers are texts, empty ones are none", () => {
  expect([textAt(table, "a", "b"), textAt(table, "a", "n")]).toEqual(["c", "1"]);
  expect([textAt(table, "a", "e"), textAt(table, "a", "l"), textAt(table, "q")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what is no table is an empty one", () => {
  expect([tableAt(table, "a", "b"), tableAt(table, "q")]).toEqual([{}, {}]);
  expect(tableAt(table, "a")).toBe(table.a);
  expect([isTable([]), isTable(new Date()), isTable(null), isTable({})]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("one value is a list of it, and only texts are texts", () => {
  expect([listAt(table, "a", "s"), listAt(table, "z"), listAt(table, "q")]).toEqual([
    ["one"],
    [],
    [],
  ]);
  expect(textsAt(table, "a", "l")).toEqual(["x", "2"]);
});
