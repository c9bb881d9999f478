import { generate, type Result } from "../generate.ts";
import { recallWritten, rememberWritten } from "../store/written-files.ts";
import { measure } from "../timings.ts";
import { digestOf, type FilePlan, planFiles, writeFiles } from "../write/files.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitCode } from "./command.ts";
import type { Io } from "./io.ts";
import { explain, isSound } from "./judge.ts";
import { toManner } from "./manner.ts";
import { type Outcome, toOutcome } from "./outcome.ts";
import { chooseReporter, reporters } from "./reporters/reporter.ts";
import { type Settings, settle } from "./settings.ts";

/** `feedwright build`: the content folder becomes feed files in the output folder. */
export async function build(args: Arguments, io: Io): Promise<ExitCode> {
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
  if (code === 1) io.stderr.write(`feedwright: ${explainCode(outcome, settings)}\n`);
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

function judge(result: Result, plans: readonly FilePlan[], settings: Settings): ExitCode {
  if (!isSound(result, settings)) return 1;
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

// Why the exit code is 1.
function explainCode(outcome: Outcome, settings: Settings): string {
  const reason = explain(outcome, settings);
  if (reason !== undefined) return `nothing was written; ${reason}`;
  const changed = outcome.feeds.filter(({ status }) => status.startsWith("would"));
  return `out of date: ${changed.map(({ path }) => path).join(", ")}; run \`feedwright build\``;
}
