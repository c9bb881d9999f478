import { basename } from "node:path";
import { resolveConfig } from "../../config/resolve.ts";
import { survey } from "../../generate.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { toLine } from "../reporters/text.ts";
import { toOptions, toRunOptions } from "../settings.ts";
import { describeFindings, describeSurvey } from "./describe.ts";
import { Declined, findIdentity } from "./find-identity.ts";
import { type Findings, lookAround } from "./look-around.ts";
import { describeNextSteps } from "./next-steps.ts";
import { toOwnOptions } from "./own-options.ts";
import { isInstalled, type Plan, planConfig, planScript } from "./plan-changes.ts";
import { findPresent, type Present, requireFirst, requireSame } from "./present.ts";
import { writeAll } from "./write-all.ts";

/**
 * `feedwright init`: looks at the folder it stands in, tells what it found, and writes a config that
 * says only what could not be found. With a terminal it asks for what is missing, and whether the
 * config is right; without one it never asks. A second run changes nothing.
 */
export async function init(args: Arguments, io: Io): Promise<ExitCode> {
  try {
    return await introduce(args, io);
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    io.stderr.write("feedwright: nothing was written\n");
    return 1;
  }
}

async function introduce(args: Arguments, io: Io): Promise<ExitCode> {
  const { cwd } = io;
  const present = args.switches.has("force") ? undefined : await findPresent(cwd);
  const findings = await lookAround(cwd, toOptions(args, cwd).content?.folder);
  tell(io, describeFindings(findings));
  const options = await settleOptions({ args, findings, present }, io);
  const name = `feedwright.config.${args.switches.has("ts") ? "ts" : "json"}`;
  if (present) requireSame(present, name, options);
  else requireFirst(cwd, name);
  const config = resolveConfig(options, cwd, { site: findings.site });
  tell(io, describeSurvey(await survey(config, await toRunOptions(args, config, io))));
  const plans = [
    present ? nothingNew(present) : planConfig(cwd, name, options),
    ...(args.switches.has("script") ? [await planScript(cwd)] : []),
  ];
  await carryOut(plans, args, io);
  tell(io, describeNextSteps(config, cwd, args.switches.has("ts") && !isInstalled(cwd)));
  return 0;
}

interface Given {
  readonly args: Arguments;
  readonly findings: Findings;
  readonly present: Present | undefined;
}

async function settleOptions({ args, findings, present }: Given, io: Io) {
  const flags = toOptions(args, io.cwd);
  const sources = {
    flags: flags.site ?? {},
    generator: findings.site.options.site ?? {},
    present: present && (present.options.site ?? {}),
  };
  const identity = await findIdentity(sources, io);
  return toOwnOptions({ cwd: io.cwd, findings, flags, ...identity });
}

function nothingNew({ name }: Present): Plan {
  return { changes: [], lines: [`\`${name}\` is there already, and says just what it must`] };
}

async function carryOut(plans: readonly Plan[], args: Arguments, io: Io): Promise<void> {
  tell(
    io,
    plans.flatMap(({ lines }) => lines),
  );
  const changes = plans.flatMap((plan) => plan.changes);
  if (changes.length === 0) return;
  if (io.ask && !args.switches.has("yes") && !(await io.ask.confirm("Write it?"))) {
    throw new Declined();
  }
  await writeAll(changes);
  tell(io, [`Written: ${changes.map(({ path }) => basename(path)).join(", ")}`]);
}

function tell(io: Io, lines: readonly string[]): void {
  for (const line of lines) io.stderr.write(`${toLine(line)}\n`);
}
