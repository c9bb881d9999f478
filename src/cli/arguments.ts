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
  const values: Partial<Record<ValueFlag, string>> = {};
  const switches = new Set<SwitchFlag>();
  const words: string[] = [];
  for (const token of toTokens(argv)) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const name = toFlagName(token.name, token.rawName);
    if (isValueFlag(name)) values[name] = requireValue(token);
    else switches.add(refuseValue(name, token.value));
  }
  return { folder: readFolder(words, values.content), values, switches };
}

/** The value that a flag seems to have on a command line, which may otherwise be wrong. */
export function peekValue(argv: readonly string[], flag: ValueFlag): string | undefined {
  return toTokens(argv)
    .filter((token) => token.kind === "option")
    .findLast(({ name }) => name === flag)?.value;
}

function toTokens(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens;
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

function readFolder(words: readonly string[], content: string | undefined): string | undefined {
  if (words[0] !== undefined && laterCommands.has(words[0])) throw toLaterError(words[0]);
  const folders = words[0] === "build" ? words.slice(1) : words;
  const given = content === undefined ? folders : [...folders, content];
  if (given.length > 1) {
    throw new UsageError(`Expected one content folder, not \`${given.join("`, `")}\``);
  }
  if (given[0] === "") throw new UsageError("Expected a content folder, not an empty name");
  return given[0];
}

// Their names are taken, so that no script comes to rely on a folder of that name.
const laterCommands: ReadonlySet<string> = new Set([
  "init",
  "check",
  "diff",
  "adopt",
  "serve",
  "validate",
]);

function toLaterError(name: string): UsageError {
  const flag = name === "check" ? "; `--check` tells whether the feeds are up to date" : "";
  return new UsageError(
    `Expected \`build\`, not \`${name}\`, which this version does not have${flag} (a folder of that name is \`./${name}\`)`,
  );
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

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value stands behind `=`. */
  readonly inlineValue?: boolean | undefined;
}

function requireValue({ rawName, value, inlineValue = false }: OptionToken): string {
  // Without strictness the parser takes the next flag for a value.
  const isFlag = !inlineValue && value !== undefined && /^-{1,2}[a-z]/i.test(value);
  if (value !== undefined && value.trim() !== "" && !isFlag) return value;
  throw new UsageError(
    `Expected a value after \`${rawName}\`${isFlag ? `, not \`${value}\`` : ""}`,
  );
}

function refuseValue(name: SwitchFlag, value: string | undefined): SwitchFlag {
  if (value === undefined) return name;
  throw new UsageError(`Expected no value for \`--${name}\`, not \`${value}\``);
}
