import type { AnyNode, MemberExpression, Program } from "acorn";
import type { Table } from "../../table.ts";
import { namesIn } from "./script-functions.ts";
import { keyOf, openScope, resultOf, type Scope } from "./script-values.ts";

/**
 * What a CommonJS program exports, so far as its text alone says it: `exports.a` by name,
 * `module.exports` as `default`; of functions what they return.
 */
export function exportsOf({ body }: Program): Table {
  const scope = openScope(namesIn(body, new Map()));
  const found = body.flatMap((statement) => {
    if (statement.type === "ExpressionStatement") return exportsIn(statement.expression, scope);
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ init }) => exportsIn(init, scope));
  });
  return Object.fromEntries(found);
}

// `exports.a = exports.b = value`, alone or as what a constant is set to.
function exportsIn(node: AnyNode | null | undefined, scope: Scope): [string, unknown][] {
  if (node?.type !== "AssignmentExpression") return [];
  const { left, right } = node;
  const name = left.type === "MemberExpression" ? nameOf(left, scope) : undefined;
  const others = exportsIn(right, scope);
  return name === undefined ? others : [[name, resultOf(right, scope)], ...others];
}

function nameOf({ object, property, computed }: MemberExpression, scope: Scope) {
  if (object.type !== "Identifier") return undefined;
  const key = keyOf(property, computed, scope);
  if (object.name === "module" && key === "exports") return "default";
  return object.name === "exports" ? key : undefined;
}
