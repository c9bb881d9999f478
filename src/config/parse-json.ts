import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { VFile } from "vfile";
import { location } from "vfile-location";
import { ConfigError } from "./errors.ts";

/**
 * Reads JSON with comments and trailing commas, as editors allow them in config files.
 *
 * @param origin the file's name, for the message
 * @throws ConfigError with line and column of the first mistake.
 */
export function parseJson(text: string, origin: string): unknown {
  const json = text.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const value: unknown = parse(json, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (!first) return value;
  const point = location(new VFile(json)).toPoint(first.offset);
  const reason = `Expected JSON that can be read (${toWords(first)})`;
  throw new ConfigError(origin, [{ reason, line: point?.line, column: point?.column }]);
}

// `CommaExpected` becomes `comma expected`.
function toWords(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
