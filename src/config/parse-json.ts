import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { VFile } from "vfile";
import { location } from "vfile-location";
import { ConfigError } from "./errors.ts";

/**
 * Reads JSON with comments and trailing commas, as editors allow them in config files.
 *
 * @throws ConfigError with line and column of the first mistake.
 */
export function parseJson(text: string, origin: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ""), errors, { allowTrailingComma: true });
  const first = errors[0];
  if (!first) return value;
  const point = location(new VFile(text)).toPoint(first.offset);
  const place = point ? `:${point.line}:${point.column}` : "";
  throw new ConfigError(`${origin}${place}: Expected JSON (${toWords(first)})`);
}

function toWords(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
