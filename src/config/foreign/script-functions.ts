import type { AnyNode, ModuleDeclaration, Statement } from "acorn";
import type { Names, Scope } from "./script-values.ts";

/** What a function returns at the end of its body, and what is known there. */
export interface Returned {
  readonly node: AnyNode;
  readonly scope: Scope;
}

/** What a node returns; undefined where it is no function, or returns nothing. */
export function returnedBy(node: AnyNode, scope: Scope): Returned | undefined {
  if (!isFunction(node)) return undefined;
  // Only calling it would give its parameters values.
  const parameters = node.params.flatMap((one) => (one.type === "Identifier" ? [one.name] : []));
  const outer = new Map([...scope.names, ...parameters.map((name) => [name, undefined] as const)]);
  const { body } = node;
  if (body.type !== "BlockStatement") return { node: body, scope: { ...scope, names: outer } };
  const last = body.body.findLast((statement) => statement.type === "ReturnStatement");
  if (!last?.argument) return undefined;
  return { node: last.argument, scope: { ...scope, names: namesIn(body.body, outer) } };
}

function isFunction(node: AnyNode) {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}

/** The constants and functions of a program or a function's body, and those around it. */
export function namesIn(body: readonly (Statement | ModuleDeclaration)[], outer: Names): Names {
  const names = new Map(outer);
  for (const statement of body) {
    if (statement.type === "FunctionDeclaration") names.set(statement.id.name, statement);
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations) {
      if (id.type !== "Identifier") continue;
      // What Babel makes of `export default` is no constant.
      const isConstant = statement.kind === "const" || id.name === "_default";
      names.set(id.name, isConstant ? (init ?? undefined) : undefined);
    }
  }
  return names;
}
