import { type Command, type CommandName, commandNames } from "./command.ts";
import { commands } from "./commands.ts";
import { type Flag, type FlagName, flags } from "./flags.ts";

/** The help text, made from the tables of commands and flags; that of `build` has all commands. */
export function composeHelp(name: CommandName): string {
  const lines = name === "build" ? describeAll() : describeCommand(name);
  return `${[...lines, "", ...tail].join("\n")}\n`;
}

function describeAll(): readonly string[] {
  return [
    "feedwright: a folder of Markdown articles becomes RSS 2.0, Atom 1.0 and JSON Feed 1.1",
    "",
    "Usage: feedwright [COMMAND] [FOLDER] [flags]",
    "",
    folder,
    "",
    "Commands (`feedwright COMMAND --help` tells the flags of each):",
    ...align(commandNames.map((name) => [`  ${name}`, commands[name].meaning])),
    "",
    "Flags of build:",
    ...describeFlags(commands.build.flags),
  ];
}

function describeCommand(name: CommandName): readonly string[] {
  const { meaning, operands, ...command }: Command = commands[name];
  return [
    `feedwright ${name}: ${meaning}`,
    "",
    `Usage: feedwright ${name} ${operands?.usage ?? "[FOLDER]"} [flags]`,
    "",
    operands?.meaning ?? folder,
    "",
    "Flags:",
    ...describeFlags(command.flags),
  ];
}

const folder =
  "FOLDER is the content folder (default: the config's, the site generator's, content).";

function describeFlags(names: Command["flags"]): readonly string[] {
  return align(names.map(describeFlag));
}

function describeFlag(name: FlagName): readonly [string, string] {
  const { short, value, meaning }: Flag = flags[name];
  const start = short === undefined ? "    " : `-${short}, `;
  return [`  ${start}--${name}${value === undefined ? "" : ` ${value}`}`, meaning];
}

function align(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}

const tail = [
  "Config: feedwright.config.{ts,mts,js,mjs,json}, or the key feedwright in package.json.",
  "Exit codes: 0 done; 1 something was found (an invalid article, too many warnings, feeds that are",
  "out of date, or what check refuses); 2 the command or the config is wrong, or feedwright crashed.",
];
