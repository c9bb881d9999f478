import { generator } from "../write/generator.ts";
import { peekValue, readArguments } from "./arguments.ts";
import type { ExitCode } from "./command.ts";
import { commands } from "./commands.ts";
import { composeHelp } from "./help.ts";
import type { Io } from "./io.ts";

/** One run from arguments to exit code. What users do wrong is a sentence on stderr. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const args = readArguments(argv);
    if (args.switches.has("help")) return say(io, composeHelp(args.command));
    if (args.switches.has("version")) return say(io, `${generator.version}\n`);
    return await commands[args.command].run(args, io);
  } catch (error) {
    const { reportFailure } = await import("./failure.ts");
    reportFailure(error, io, peekValue(argv, "reporter"));
    return 2;
  }
}

function say(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return 0;
}
