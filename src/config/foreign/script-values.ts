import type { AnyNode, MemberExpression, Property, SpreadElement, TemplateLiteral } from "acorn";
import { isTable } from "../../table.ts";
import { returnedBy } from "./script-functions.ts";

/** What names stand for: constants and functions; undefined for what only running would tell. */
export type Names = ReadonlyMap<string, AnyNode | undefined>;

/** What is known where a value stands. */
export interface Scope {
  readonly names: Names;
  /** Levels that are still read. */
  readonly levels: number;
  /** Values that are still read, all in all: constants can repeat one another without end. */
  readonly budget: { values: number };
}

/** The scope at the top of a program. */
export function openScope(names: Names): Scope {
  return { names, levels: 64, budget: { values: 100_000 } };
}

/**
 * A value as the text of a program has it: literals, lists and tables of them, constants by their
 * names, and of a call such as `defineConfig({ … })` the table that it is given.
 *
 * @returns undefined for what only running the program would tell.
 */
function evaluate(node: AnyNode | null | undefined, outer: Scope): unknown {
  if (!node || outer.levels === 0 || outer.budget.values-- <= 0) return undefined;
  const scope = { ...outer, levels: outer.levels - 1 };
  switch (node.type) {
    case "Literal":
      return node.regex || node.bigint ? undefined : node.value;
    case "TemplateLiteral":
      return join(node, scope);
    case "UnaryExpression":
      return node.operator === "-" ? negate(evaluate(node.argument, scope)) : undefined;
    case "ArrayExpression":
      return node.elements.flatMap((element) => itemsOf(element, scope));
    case "ObjectExpression":
      return Object.fromEntries(node.properties.flatMap((one) => membersOf(one, scope)));
    case "Identifier":
      return evaluate(scope.names.get(node.name), scope);
    case "MemberExpression":
      return readMember(node, scope);
    case "AssignmentExpression":
      return evaluate(node.right, scope);
    case "CallExpression":
      return tableOrNothing(resultOf(node.arguments[0], scope));
    default:
      return undefined;
  }
}

/** A value, or what a function returns in its place. */
export function resultOf(node: AnyNode | undefined, scope: Scope): unknown {
  const found = node?.type === "Identifier" ? (scope.names.get(node.name) ?? node) : node;
  const returned = found && returnedBy(found, scope);
  return returned ? evaluate(returned.node, returned.scope) : evaluate(node, scope);
}

/** The longest text that is put together, in characters. */
const longestText = 10_000;

function join({ quasis, expressions }: TemplateLiteral, scope: Scope): string | undefined {
  const values = expressions.map((expression) => evaluate(expression, scope));
  const isKnown = values.every((value) => typeof value === "string" || typeof value === "number");
  if (!isKnown) return undefined;
  const text = quasis.map(({ value }, index) => `${value.cooked ?? ""}${values[index] ?? ""}`);
  return text.join("").slice(0, longestText);
}

function negate(value: unknown): number | undefined {
  return typeof value === "number" ? -value : undefined;
}

// What is not known leaves its place empty: others are told by theirs.
function itemsOf(node: AnyNode | null, scope: Scope): unknown {
  if (node?.type !== "SpreadElement") return [evaluate(node, scope)];
  const list = evaluate(node.argument, scope);
  return Array.isArray(list) ? list : [];
}

function membersOf(
  node: Property | SpreadElement,
  scope: Scope,
): readonly (readonly [string, unknown])[] {
  if (node.type === "SpreadElement") {
    const table = evaluate(node.argument, scope);
    return isTable(table) ? Object.entries(table) : [];
  }
  const key = keyOf(node.key, node.computed, scope);
  const value = node.kind === "init" ? evaluate(node.value, scope) : undefined;
  return key === undefined ? [] : [[key, value]];
}

function readMember({ object, property, computed }: MemberExpression, scope: Scope): unknown {
  const table = evaluate(object, scope);
  const key = keyOf(property, computed, scope);
  return isTable(table) && key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The key of a member; undefined for one that is not written out. */
export function keyOf(node: AnyNode, isComputed: boolean, scope: Scope): string | undefined {
  if (node.type === "Identifier" && !isComputed) return node.name;
  const key = evaluate(node, scope);
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

function tableOrNothing(value: unknown): unknown {
  return isTable(value) ? value : undefined;
}
