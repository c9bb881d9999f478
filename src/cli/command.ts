import type { Arguments } from "./arguments.ts";
import type { FlagName } from "./flags.ts";
import type { Io } from "./io.ts";

/** 0 done; 1 something was found; 2 the command or the config is wrong, or feedwright crashed. */
export type ExitCode = 0 | 1 | 2;

/** The names of the commands; without one `build` is meant. */
export const commandNames = [
  "build",
  "serve",
  "check",
  "list",
  "init",
  "diff",
  "adopt",
  "ledger",
  "ping",
] as const;

/** The name of a command. */
export type CommandName = (typeof commandNames)[number];

/** Words behind a command: how they are told, and the most there may be. */
export interface Operands {
  readonly usage: string;
  /** A line of the help. */
  readonly meaning: string;
  readonly most: number;
}

/** A command: what it does, what it takes, how it runs. The help is made from these. */
export interface Command {
  readonly meaning: string;
  /** What stands behind its name, where that is no content folder. */
  readonly operands?: Operands;
  /** In the order in which the help shows them. */
  readonly flags: readonly FlagName[];
  readonly run: (args: Arguments, io: Io) => Promise<ExitCode>;
}
