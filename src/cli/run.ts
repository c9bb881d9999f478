import { relative } from "node:path";
import { generate, type Result } from "../generate.ts";
import { recallWritten, rememberWritten } from "../store/written-files.ts";
import { measure } from "../timings.ts";
import { digestOf, type FilePlan, planFiles, writeFiles } from "../write/files.ts";
import { generator } from "../write/generator.ts";
import { type Arguments, peekValue, readArguments } from "./arguments.ts";
import { reportFailure } from "./failure.ts";
import { composeHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { type Outcome, toOutcome } from "./outcome.ts";
import type { Manner } from "./reporters/report.ts";
import { chooseReporter, reporters } from "./reporters/reporter.ts";
import { type Settings, settle } from "./settings.ts";

/** 0 done; 1 something was found; 2 the command or the config is wrong, or feedwright crashed. */
export type ExitCode = 0 | 1 | 2;

/** One run from arguments to exit code. What users do wrong is a sentence on stderr. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const args = readArguments(argv);
    if (args.switches.has("help")) return say(io, composeHelp());
    if (args.switches.has("version")) return say(io, `${generator.version}\n`);
    return await build(args, io);
  } catch (error) {
    reportFailure(error, io, peekValue(argv, "reporter"));
    return 2;
  }
}

function say(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return 0;
}

async function build(args: Arguments, io: Io): Promise<ExitCode> {
  const report = reporters[chooseReporter(args.values.reporter, io)];
  const settings = await settle(args, io);
  const result = await generate(settings.config, settings.run);
  const memory = await recallWritten(settings.cache, settings.owner);
  if (memory.problem) warn(io, `${memory.problem}; the run goes on without it`);
  const plans = await planRun(result, settings, memory.written);
  const code = judge(result, plans, settings);
  const stage = measure();
  if (settings.mode === "write" && code === 0) {
    await stage("write", () => carryOut(plans, settings, io));
  }
  const outcome = toOutcome(result, plans, { settings, ok: code === 0 });
  const timings = { ...outcome.timings, ...stage.timings };
  report({ ...outcome, timings }, io, toManner(args, settings, io));
  if (code === 1) io.stderr.write(`feedwright: ${explain(outcome, settings)}\n`);
  return code;
}

// Where an article is invalid there are no feeds, and nothing may go because of it.
async function planRun(
  { outputs }: Result,
  { config }: Settings,
  written: ReadonlyMap<string, string>,
): Promise<readonly FilePlan[]> {
  return outputs.length === 0 ? [] : await planFiles(config.out, outputs, written);
}

function judge(
  { files, decisions }: Result,
  plans: readonly FilePlan[],
  settings: Settings,
): ExitCode {
  const isInvalid = decisions.some(({ status }) => status === "invalid");
  if (isInvalid && !settings.run.skipInvalid) return 1;
  const warnings = files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal === false));
  if (warnings.length > settings.maxWarnings) return 1;
  return settings.mode === "check" && plans.some(({ change }) => change !== "none") ? 1 : 0;
}

async function carryOut(plans: readonly FilePlan[], settings: Settings, io: Io): Promise<void> {
  const { config, cache, owner } = settings;
  await writeFiles(config.out, plans);
  const standing = plans.flatMap(({ path, text }) => {
    return text === undefined ? [] : [[path, digestOf(text)] as const];
  });
  try {
    await rememberWritten(cache, owner, new Map(standing));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(io, `Expected a cache that can be written (${reason}); the feeds are done`);
  }
}

function warn(io: Io, sentence: string): void {
  io.stderr.write(`feedwright: warning: ${sentence}\n`);
}

function toManner({ switches }: Arguments, { config }: Settings, io: Io): Manner {
  const { NO_COLOR, FORCE_COLOR } = io.env;
  const isWanted = FORCE_COLOR ? FORCE_COLOR !== "0" : io.stderr.isTTY === true;
  return {
    quiet: switches.has("quiet"),
    verbose: switches.has("verbose"),
    color: isWanted && !NO_COLOR && !switches.has("no-color"),
    folder: relative(io.cwd, config.content.folder).replaceAll("\\", "/"),
  };
}

// Why the exit code is 1.
function explain({ messages, feeds }: Outcome, { maxWarnings }: Settings): string {
  if (messages.some(({ severity }) => severity === "error")) {
    return "nothing was written; mend the articles, or leave them out with `--skip-invalid`";
  }
  const warnings = messages.filter(({ severity }) => severity === "warning").length;
  if (warnings > maxWarnings) {
    return `nothing was written; expected at most ${maxWarnings} warnings, not ${warnings} (\`--max-warnings\`)`;
  }
  const changed = feeds.filter(({ status }) => status.startsWith("would")).map(({ path }) => path);
  return `out of date: ${changed.join(", ")}; run \`feedwright build\``;
}
