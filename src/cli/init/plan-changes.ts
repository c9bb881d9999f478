import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../../config/errors.ts";
import type { Options } from "../../config/options.ts";
import { toJsonConfig, toTypedConfig } from "./config-text.ts";
import { toRelative } from "./look-around.ts";
import { addScript, presentScript, script } from "./package-script.ts";
import type { Change } from "./write-all.ts";

/** What is to be written, and the lines that show it. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly lines: readonly string[];
}

/** Plans the config file. */
export function planConfig(cwd: string, name: string, options: Options): Plan {
  const text = name.endsWith(".ts")
    ? toTypedConfig(options)
    : toJsonConfig(options, findSchema(cwd));
  return {
    changes: [{ path: join(cwd, name), text }],
    lines: [
      `${name}:`,
      ...text
        .trimEnd()
        .split("\n")
        .map((line) => `  ${line}`.trimEnd()),
    ],
  };
}

/**
 * Plans the script in `package.json`.
 *
 * @throws UsageError where there is none, or it is damaged.
 */
export async function planScript(cwd: string): Promise<Plan> {
  const path = join(cwd, "package.json");
  if (!existsSync(path)) {
    throw new UsageError("Expected a package.json for `--script`, but there is none");
  }
  const text = await readFile(path, "utf8");
  const present = presentScript(text);
  const name = `the script \`${script.name}\``;
  if (present === script.command)
    return { changes: [], lines: [`package.json has ${name} already`] };
  if (present !== undefined) {
    return {
      changes: [],
      lines: [`package.json has another script \`${script.name}\`, which stays`],
    };
  }
  return {
    changes: [{ path, text: addScript(text) }],
    lines: [`package.json: ${name} runs \`${script.command}\``],
  };
}

/** Whether feedwright is installed where a folder's config can import it. */
export function isInstalled(cwd: string): boolean {
  return findInstalled(cwd) !== undefined;
}

// Where it is, or will be: beside a package.json it is a matter of `npm install`.
function findSchema(cwd: string): string | undefined {
  const installed = findInstalled(cwd);
  if (installed !== undefined) {
    const path = toRelative(cwd, join(installed, "schema.json"));
    return path.startsWith(".") ? path : `./${path}`;
  }
  const isPackage = existsSync(join(cwd, "package.json"));
  return isPackage ? "./node_modules/feedwright/schema.json" : undefined;
}

function findInstalled(folder: string): string | undefined {
  const path = join(folder, "node_modules", "feedwright");
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? undefined : findInstalled(dirname(folder));
}
