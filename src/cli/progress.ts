import type { SingleBar } from "cli-progress";
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
export async function createMeter({ stderr }: Io): Promise<Meter> {
  const start = performance.now();
  const startBar = stderr.isTTY === true ? await loadBar() : undefined;
  let bar: SingleBar | undefined;
  let told = start;
  return {
    onProgress: (done, all) => {
      const now = performance.now();
      if (now - start < patienceMs) return;
      if (startBar) {
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

// Imported here: scripts have no use for it.
async function loadBar(): Promise<(all: number) => SingleBar> {
  const { Presets, SingleBar } = (await import("cli-progress")).default;
  return (all) => {
    const bar = new SingleBar({
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 200,
      ...Presets.shades_classic,
      format: "rendering {bar} {value} of {total} articles, {eta_formatted} left",
    });
    bar.start(all, 0);
    return bar;
  };
}
