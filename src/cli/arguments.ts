import { parseArgs } from "node:util";
import { nearest } from "../config/check-options.ts";
import { UsageError } from "../config/errors.ts";
import { type Command, type CommandName, commandNames, type Operands } from "./command.ts";
import { commands } from "./commands.ts";
import { type Flag, type FlagName, flags, type SwitchFlag, type ValueFlag } from "./flags.ts";

/** A command line, taken apart. */
export interface Arguments {
  readonly command: CommandName;
  /** The content folder, as it was given. */
  readonly folder: string | undefined;
  /** What stands behind a command that takes no folder there. */
  readonly operands: readonly string[];
  readonly values: Readonly<Partial<Record<ValueFlag, string>>>;
  readonly switches: ReadonlySet<SwitchFlag>;
}

/**
 * Takes a command line apart: `[COMMAND] [FOLDER] [flags]`, or what a command takes instead of the
 * folder. Of a flag given twice the last counts.
 *
 * @throws UsageError for an unknown flag or one of another command, a missing value, or too many
 * words.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const tokens = toTokens(argv);
  const words = tokens.flatMap((token) => (token.kind === "positional" ? token.value : []));
  const command = readCommand(words[0]);
  const values: Partial<Record<ValueFlag, string>> = {};
  const switches = new Set<SwitchFlag>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const name = toFlagName(token.name, token.rawName, command);
    if (isValueFlag(name)) values[name] = requireValue(token);
    else switches.add(refuseValue(name, token.value));
  }
  const rest = isCommandName(words[0]) ? words.slice(1) : words;
  const { operands }: Command = commands[command];
  return {
    command,
    folder: readFolder(operands ? [] : rest, values.content),
    operands: operands ? requireFew(command, rest, operands) : [],
    values,
    switches,
  };
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

function readCommand(word: string | undefined): CommandName {
  if (word !== undefined && laterCommands.has(word)) throw toLaterError(word);
  return isCommandName(word) ? word : "build";
}

function isCommandName(word: string | undefined): word is CommandName {
  return commandNames.some((name) => name === word);
}

// Their names are taken, so that no script comes to rely on a folder of that name.
const laterCommands: ReadonlySet<string> = new Set(["validate"]);

function toLaterError(name: string): UsageError {
  return new UsageError(
    `Expected ${inWords(commandNames, "or")}, not \`${name}\`, which this version does not have (a folder of that name is \`./${name}\`)`,
  );
}

function requireFew(
  command: CommandName,
  words: readonly string[],
  { usage, most }: Operands,
): readonly string[] {
  if (words.length <= most) return words;
  throw new UsageError(
    `Expected \`${command} ${usage}\`, not \`${[command, ...words].join(" ")}\``,
  );
}

function readFolder(folders: readonly string[], content: string | undefined): string | undefined {
  const given = content === undefined ? folders : [...folders, content];
  if (given.length > 1) {
    throw new UsageError(`Expected one content folder, not \`${given.join("`, `")}\``);
  }
  if (given[0] === "") throw new UsageError("Expected a content folder, not an empty name");
  return given[0];
}

function toFlagName(name: string, raw: string, command: CommandName): FlagName {
  if (isFlagName(name)) return requireTaken(name, command);
  const near = nearest(name, commands[command].flags);
  const advice = near ? `did you mean \`--${near}\`?` : `see ${toHelp(command)}`;
  throw new UsageError(`Expected a known flag, not \`${raw}\`; ${advice}`);
}

function toHelp(command: CommandName): string {
  return `\`feedwright ${command === "build" ? "" : `${command} `}--help\``;
}

function requireTaken(flag: FlagName, command: CommandName): FlagName {
  const takes = (name: CommandName) => commands[name].flags.some((one) => one === flag);
  if (takes(command)) return flag;
  const takers = commandNames.filter(takes);
  throw new UsageError(
    `Expected a flag of \`${command}\`, not \`--${flag}\`, which ${inWords(takers, "and")} ${takers.length === 1 ? "takes" : "take"}`,
  );
}

function inWords(names: readonly string[], last: "and" | "or"): string {
  const quoted = names.map((name) => `\`${name}\``);
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter(Boolean).join(` ${last} `);
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
