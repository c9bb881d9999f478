import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import * as v from "valibot";
import { readActionOutputs } from "./action-outputs.ts";

const texts = v.record(v.string(), v.string());

// https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
const composite = v.object({
  inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
  outputs: v.record(v.string(), v.object({ description: v.string(), value: v.string() })),
  runs: v.object({
    using: v.literal("composite"),
    steps: v.array(
      v.union([
        v.strictObject({ name: v.string(), uses: v.string(), with: texts }),
        v.strictObject({
          name: v.string(),
          id: v.string(),
          shell: v.literal("bash"),
          "working-directory": v.string(),
          env: texts,
          // What is put into a script is run: https://docs.github.com/actions/reference/security/secure-use
          run: v.pipe(v.string(), v.excludes("${{")),
        }),
      ]),
    ),
  }),
});

const root = fileURLToPath(new URL("../..", import.meta.url));

/** This repository's action. */
export const action = v.parse(composite, load(readFileSync(join(root, "action.yml"), "utf8")));

type Step = (typeof action)["runs"]["steps"][number];
type Script = Extract<Step, { readonly run: string }>;

/** What the runner has: the clone that it works in, a temporary folder, and what finds programs. */
export interface Runner {
  readonly workspace: string;
  readonly temp: string;
  readonly path: string;
}

/** What came of the action: its outputs, and what it said. */
export interface ActionRun {
  readonly code: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  /** The other actions that it uses, and what they are given. */
  readonly used: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Runs the action's scripts as the runner does; the actions that it uses are only noted. */
export function runAction(runner: Runner, given: Readonly<Record<string, string>> = {}): ActionRun {
  const known = new Map([
    ["runner.temp", runner.temp],
    ["github.action_path", root],
    ...Object.entries(action.inputs).map(([name, one]) => entry("inputs", name, one.default)),
    ...Object.entries(given).map(([name, value]) => entry("inputs", name, value)),
  ]);
  const ran = { code: 0 as number | null, stdout: "", stderr: "", summary: "" };
  const used: Record<string, Readonly<Record<string, string>>> = {};
  for (const step of action.runs.steps) {
    if ("uses" in step) {
      used[step.uses] = evaluateAll(step.with, known);
      continue;
    }
    const done = runScript(step, known, runner);
    ran.stdout += done.stdout;
    ran.stderr += done.stderr;
    ran.summary += done.summary;
    ran.code = done.code;
    for (const [name, value] of Object.entries(done.outputs)) {
      known.set(`steps.${step.id}.outputs.${name}`, value);
    }
    if (done.code !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => {
    return [name, evaluate(value, known)];
  });
  return { ...ran, used, outputs: Object.fromEntries(outputs) };
}

function entry(context: string, name: string, value: string): readonly [string, string] {
  return [`${context}.${name}`, value];
}

function evaluateAll(values: Readonly<Record<string, string>>, known: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, evaluate(value, known)]),
  );
}

// An output that a step did not set is empty; anything else has to be known.
function evaluate(value: string, known: ReadonlyMap<string, string>): string {
  return value.replace(/\$\{\{ (.+?) \}\}/g, (_, name: string) => {
    const found = known.get(name) ?? (/^steps\.[a-z]+\.outputs\./.test(name) ? "" : undefined);
    if (found === undefined) throw new Error(`Expected a known expression, not ${name}`);
    return found;
  });
}

function runScript(step: Script, known: ReadonlyMap<string, string>, runner: Runner) {
  // Every step has files of its own.
  const folder = mkdtempSync(join(runner.temp, "step-"));
  const [output, summary] = [join(folder, "output"), join(folder, "summary")];
  for (const path of [output, summary]) writeFileSync(path, "");
  const script = join(folder, "script.sh");
  writeFileSync(script, step.run);
  const home = join(runner.temp, "home");
  mkdirSync(home, { recursive: true });
  // https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
  const { status, stdout, stderr, error } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", script],
    {
      cwd: join(runner.workspace, evaluate(step["working-directory"], known)),
      env: {
        PATH: runner.path,
        HOME: home,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: runner.workspace,
        GITHUB_RUN_ID: "1234",
        GITHUB_RUN_ATTEMPT: "1",
        RUNNER_OS: "Linux",
        RUNNER_TEMP: runner.temp,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        ...evaluateAll(step.env, known),
      },
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  if (error) throw error;
  const outputs = readActionOutputs(readFileSync(output, "utf8"));
  return { code: status, stdout, stderr, outputs, summary: readFileSync(summary, "utf8") };
}
