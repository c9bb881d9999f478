import cliProgress from "cli-progress";
import type { Progress } from "../generate.ts";
import type { Io } from "./io.ts";

/** What is said while work lasts; `stop` takes it off the terminal. */
export interface Meter {
  readonly onProgress: Progress;
  readonly stop: () => void;
}

/**
 * Makes what tells people how far the rendering is: nothing in its first second, then a bar on a
 * terminal, elsewhere a line now and then.
 */
export function createMeter({ stderr }: Io): Meter {
  const start = performance.now();
  const isTerminal = stderr.isTTY === true;
  let bar: cliProgress.SingleBar | undefined;
  let told = start;
  return {
    onProgress: (done, all) => {
      const now = performance.now();
      if (now - start < patienceMs) return;
      if (isTerminal) {
        bar ??= startBar(all);
        bar.update(done);
      } else if (now - told > linesMs) {
        told = now;
        stderr.write(`rendering: ${done} of ${all} articles\n`);
      }
    },
    stop: () => bar?.stop(),
  };
}

const patienceMs = 1000;
const linesMs = 10_000;

function startBar(all: number): cliProgress.SingleBar {
  const bar = new cliProgress.SingleBar({
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 200,
    ...cliProgress.Presets.shades_classic,
    format: "rendering {bar} {value} of {total} articles, {eta_formatted} left",
  });
  bar.start(all, 0);
  return bar;
}
