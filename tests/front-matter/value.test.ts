import { describe, expect, test } from "vitest";
import { nameKind, type Scalar, type Value, walk } from "../../src/front-matter/value.ts";

const scalar: Scalar = { kind: "scalar", type: "text", text: "a", offset: 1 };

describe("walk", () => {
  test("gives a value and all that it holds, once", () => {
    const list: Value = { kind: "list", items: [scalar, scalar], offset: 0 };
    const members = [
      { key: "a", value: list, offset: 0 },
      { key: "b", value: list, offset: 0 },
    ];
    const mapping: Value = { kind: "mapping", members, offset: 0 };
    expect([...walk(mapping)]).toEqual([mapping, list, scalar]);
  });
});

describe("nameKind", () => {
  test.each<[string, Value]>([
    ["a list", { kind: "list", items: [], offset: 0 }],
    ["a table", { kind: "mapping", members: [], offset: 0 }],
    ["text", scalar],
    ["nothing", { ...scalar, type: "nothing" }],
  ])("says %s", (name, value) => {
    expect(nameKind(value)).toBe(name);
  });
});
