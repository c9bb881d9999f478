import { applyEdits, modify } from "jsonc-parser";
import { ConfigError } from "../../config/errors.ts";
import { parseJson } from "../../config/parse-json.ts";
import { isTable } from "../../table.ts";

/** The script's name and what it runs. */
export const script = { name: "feeds", command: "feedwright" } as const;

/** Adds the script to the text of a sound `package.json` that has none, which keeps its layout. */
export function addScript(text: string): string {
  const edits = modify(text, ["scripts", script.name], script.command, {
    ...(text.includes("\n") ? { formattingOptions: layoutOf(text) } : {}),
  });
  return applyEdits(text, edits);
}

/**
 * What the script of that name runs; undefined where there is none.
 *
 * @throws ConfigError where the text is damaged.
 */
export function presentScript(text: string): unknown {
  const value = parseJson(text, file);
  if (!isTable(value)) throw new ConfigError(file, [{ reason: "Expected a table" }]);
  const { scripts = {} } = value;
  if (isTable(scripts)) return scripts[script.name];
  throw new ConfigError(file, [{ reason: "Expected a table for `scripts`" }]);
}

const file = "package.json";

function layoutOf(text: string) {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? "  ";
  return {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 1 : indent.length,
  };
}
