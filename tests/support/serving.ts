import { onTestFinished } from "vitest";
import type { ExitCode } from "../../src/cli/command.ts";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";

/** A `feedwright serve` under way. */
export interface Serving {
  /** Its address, with a slash at the end. */
  readonly url: string;
  /** What it has said since it was asked last, without colours. */
  readonly hear: () => string;
  /** Waits until it has said something that fits; returns what it has said since it was asked last. */
  readonly hearOf: (pattern: RegExp) => Promise<string>;
  /** Interrupts it, as Ctrl-C does. */
  readonly interrupt: () => Promise<ExitCode>;
}

const flags = ["--site", "https://example.com/", "--title", "Example", "--port", "0"];

/** Starts to serve a folder on a free port, in this process; it ends with the test. */
export async function startServing(cwd: string, ...more: readonly string[]): Promise<Serving> {
  let said = "";
  let interrupt: () => void = () => undefined;
  const io: Io = {
    stdout: { write: (text) => (said += text) },
    stderr: { write: (text) => (said += text) },
    env: {},
    cwd,
    now: () => new Date(),
    onInterrupt: (listener) => {
      interrupt = listener;
    },
  };
  const ended = run(["serve", ...flags, ...more], io);
  onTestFinished(async () => {
    interrupt();
    await ended;
  });
  const hear = () => {
    const heard = said;
    said = "";
    return heard;
  };
  const hearOf = async (pattern: RegExp) => {
    await until(
      () => pattern.test(said),
      () => `${pattern}, not ${said}`,
    );
    return hear();
  };
  const started = await Promise.race([hearOf(/Ctrl-C\n/), ended]);
  if (typeof started === "number") throw new Error(`It ended with ${started}: ${said}`);
  return {
    url: / at (\S+) until/.exec(started)?.[1] ?? "",
    hear,
    hearOf,
    interrupt: async () => {
      interrupt();
      return await ended;
    },
  };
}

const patienceMs = 20_000;

/** Waits until something holds. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  describe: () => string,
): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > patienceMs) throw new Error(`Expected ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
