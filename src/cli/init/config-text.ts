import type { Options } from "../../config/options.ts";

/**
 * A config file's text in JSON.
 *
 * @param schema the path of the schema, by which editors complete and check; undefined for none
 */
export function toJsonConfig(options: Options, schema: string | undefined): string {
  return toText(schema === undefined ? options : { $schema: schema, ...options });
}

/** A config file's text in TypeScript. */
export function toTypedConfig(options: Options): string {
  const value = toText(options)
    .replace(/^( *)"(\w+)":/gm, "$1$2:")
    .replace(/([^{[,])\n(?= *[\]}])/g, "$1,\n")
    .trimEnd();
  return `import { defineConfig } from "feedwright";\n\nexport default defineConfig(${value});\n`;
}

function toText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
