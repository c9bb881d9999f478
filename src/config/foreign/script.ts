import type { Table } from "../../table.ts";
import { ConfigError } from "../errors.ts";
import { exportsOf } from "./script-exports.ts";
import type { SiteFolder } from "./site-folder.ts";
import { tableAt, textAt, valueAt } from "./table.ts";

/** The longest script that is read, in characters; parsing a longer one would take many seconds. */
const longestScript = 256 * 1024;

/**
 * What a JavaScript or TypeScript config exports by default (`export default`, `module.exports`), or
 * what the function that it exports returns. It is not run: only what is written out is read, the
 * rest is left out.
 *
 * @param path the file's name; its ending tells TypeScript from JavaScript
 * @throws ConfigError where it cannot be parsed.
 */
export async function readScript(text: string, path: string): Promise<Table> {
  return tableAt(await readExports(text, path), "default");
}

/**
 * Everything that a script exports, by name, as `readScript` reads it: `export const TITLE = "…"`.
 *
 * @throws ConfigError where it cannot be parsed.
 */
export async function readExports(text: string, path: string): Promise<Table> {
  if (text.length > longestScript) {
    throw toError(path, `at most ${longestScript} characters, not ${text.length}`);
  }
  try {
    const found = await parse(text, path);
    refuseBroken(tableAt(found, "__JITI_ERROR__"), path);
    return found;
  } catch (cause) {
    // Parsers call themselves once a level.
    if (cause instanceof RangeError) throw toError(path, "nested less deeply", { cause });
    throw cause;
  }
}

/**
 * What the first of several scripts that is there exports by default; nothing where there is none.
 *
 * @throws ConfigError where it cannot be parsed.
 */
export async function readFirstScript(site: SiteFolder, paths: readonly string[]): Promise<Table> {
  for (const path of paths) {
    const text = await site.readText(path);
    if (text !== undefined) return await readScript(text, path);
  }
  return {};
}

async function parse(text: string, path: string): Promise<Table> {
  // Imported here: most runs do without them, and they take their time.
  const [{ createJiti }, acorn] = await Promise.all([import("jiti"), import("acorn")]);
  // Takes the types off and makes imports and exports those of CommonJS; runs nothing. What cannot
  // be parsed comes back as a program that exports the mistake.
  const source = createJiti(import.meta.url, { fsCache: false }).transform({
    source: text,
    filename: path,
    ts: /\.[cm]?tsx?$/.test(path),
    jsx: path.endsWith("x"),
  });
  const program = acorn.parse(source, {
    ecmaVersion: "latest",
    sourceType: "script",
    allowHashBang: true,
    allowAwaitOutsideFunction: true,
    allowReturnOutsideFunction: true,
  });
  return exportsOf(program);
}

function refuseBroken(mistake: Table, path: string): void {
  const message = textAt(mistake, "message");
  if (message === undefined) return;
  const [line, column] = [valueAt(mistake, "line"), valueAt(mistake, "column")].map(Number);
  if (!line || column === undefined) throw toError(path, "nested less deeply");
  throw toError(path, message, { line, column: column + 1 });
}

interface Details extends ErrorOptions {
  readonly line?: number;
  readonly column?: number;
}

function toError(path: string, what: string, { line, column, cause }: Details = {}): ConfigError {
  const reason = `Expected a site's config that can be read (${what})`;
  return new ConfigError(path, [{ reason, line, column }], { cause });
}
