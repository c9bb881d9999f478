import { parseArgs } from "node:util";
import { nearest } from "../config/check-options.ts";
import { UsageError } from "../config/errors.ts";
import { type Flag, type FlagName, flags, type SwitchFlag, type ValueFlag } from "./flags.ts";

/** A command line, taken apart. */
export interface Arguments {
  readonly folder: string | undefined;
  readonly values: Readonly<Partial<Record<ValueFlag, string>>>;
  readonly switches: ReadonlySet<SwitchFlag>;
}

/**
 * Takes a command line apart: `[build] [FOLDER] [flags]`. Of a flag given twice the last counts.
 *
 * @throws UsageError for an unknown flag, a missing value, or too many words.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const values: Partial<Record<ValueFlag, string>> = {};
  const switches = new Set<SwitchFlag>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const name = toFlagName(token.name, token.rawName);
    if (isValueFlag(name)) values[name] = requireValue(token.rawName, token.value);
    else switches.add(refuseValue(name, token.value));
  }
  return { folder: readFolder(words), values, switches };
}

const options = Object.fromEntries(
  Object.entries(flags).map(([name, flag]: [string, Flag]) => [
    name,
    {
      type: flag.value === undefined ? ("boolean" as const) : ("string" as const),
      ...(flag.short === undefined ? {} : { short: flag.short }),
    },
  ]),
);

function readFolder(words: readonly string[]): string | undefined {
  const [folder, ...more] = words[0] === "build" ? words.slice(1) : words;
  if (more.length === 0) return folder;
  throw new UsageError(`Expected one content folder, not \`${[folder, ...more].join("`, `")}\``);
}

function toFlagName(name: string, raw: string): FlagName {
  if (isFlagName(name)) return name;
  const near = nearest(name, Object.keys(flags));
  const advice = near ? `did you mean \`--${near}\`?` : "see `feedwright --help`";
  throw new UsageError(`Expected a known flag, not \`${raw}\`; ${advice}`);
}

function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

function isValueFlag(name: FlagName): name is ValueFlag {
  return "value" in flags[name];
}

function requireValue(raw: string, value: string | undefined): string {
  // Without strictness the parser takes the next flag for a value.
  if (value !== undefined && value !== "" && !/^--\w/.test(value)) return value;
  throw new UsageError(`Expected a value after \`${raw}\``);
}

function refuseValue(name: SwitchFlag, value: string | undefined): SwitchFlag {
  if (value === undefined) return name;
  throw new UsageError(`Expected no value for \`--${name}\`, not \`${value}\``);
}
