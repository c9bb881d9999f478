import { createContext, Script } from "node:vm";

/** Work that did not end within its time. */
export class TimeLimitError extends Error {
  override readonly name = "TimeLimitError";
}

/**
 * Does synchronous work and ends it by force when it lasts longer than `limitMs`: some Markdown
 * takes a parser quadratic time or worse. Node interrupts a script and whatever it calls
 * (https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptrunincontextcontextifiedobject-options).
 *
 * Within work that has a limit already that one counts: each takes a thread of its own to watch it,
 * which costs half a millisecond.
 *
 * @throws TimeLimitError when the time is over; whatever the work throws.
 */
export function withinTime<Result>(limitMs: number, work: () => Result): Result {
  if (isWatched) return work();
  let done: { readonly result: Result } | undefined;
  box["work"] = () => {
    done = { result: work() };
  };
  isWatched = true;
  try {
    script.runInContext(box, { timeout: limitMs });
  } catch (cause) {
    if (!isTimeout(cause)) throw cause;
    throw new TimeLimitError(`Expected an end within ${limitMs} ms`, { cause });
  } finally {
    isWatched = false;
    box["work"] = undefined;
  }
  if (!done) throw new TypeError("Expected the work to be done");
  return done.result;
}

let isWatched = false;

// One context for all calls: making one costs more than most articles. It holds nothing between calls.
const box = createContext({ work: undefined });
const script = new Script("work()");

// The error comes from the other context, so that it is no instance of our `Error`.
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
