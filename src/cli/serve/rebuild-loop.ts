/** Does work again after changes: one after another, never two at a time. */
export interface RebuildLoop {
  /** Hears of a change. */
  readonly note: (path: string) => void;
  /** Begins; until then changes are only noted. Rejects with what the work throws. */
  readonly run: () => Promise<never>;
  /** Ends when the work at hand has, and begins no more. */
  readonly stop: () => Promise<void>;
}

/** What is done after changes: the paths of what changed. */
export type Work = (changed: ReadonlySet<string>) => Promise<void>;

/**
 * Makes the loop. Changes that come close together are taken together, and a little later they are
 * looked at once more, for what the watcher keeps to itself: of two changes of a file within 50
 * milliseconds it tells the first.
 */
export function createRebuildLoop(work: Work): RebuildLoop {
  let changed = new Set<string>();
  let suspects: ReadonlySet<string> = new Set();
  let first: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let state: "waiting" | "ready" | "working" | "stopped" = "waiting";
  let running: Promise<void> | undefined;
  let fail: (error: unknown) => void = () => undefined;

  const arm = (delay: number) => {
    if (state !== "ready") return;
    clearTimeout(timer);
    timer = setTimeout(start, delay);
  };
  const start = () => {
    const isSecondLook = changed.size === 0;
    const taken = new Set([...suspects, ...changed]);
    suspects = changed;
    changed = new Set();
    first = undefined;
    state = "working";
    running = work(taken).then(() => rest(isSecondLook), fail);
  };
  const rest = (isSecondLook: boolean) => {
    if (state === "working") state = "ready";
    if (changed.size > 0) arm(quietMs);
    else if (!isSecondLook) arm(secondLookMs);
  };
  return {
    note: (path) => {
      changed.add(path);
      first ??= performance.now();
      arm(Math.max(0, Math.min(quietMs, first + patienceMs - performance.now())));
    },
    run: async () => {
      state = "ready";
      arm(quietMs);
      return await new Promise<never>((_, reject) => {
        fail = reject;
      });
    },
    stop: async () => {
      state = "stopped";
      clearTimeout(timer);
      await running;
    },
  };
}

/** Milliseconds without a change after which the work begins. */
const quietMs = 15;

/** The longest that changes put it off: a folder that never comes to rest is built too. */
const patienceMs = 250;

const secondLookMs = 120;
