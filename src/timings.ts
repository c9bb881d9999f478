// The stages whose time is told.
type StageName = "discover" | "read" | "identify" | "render" | "compose" | "write";

/** Milliseconds by stage. */
export type Timings = Readonly<Partial<Record<StageName, number>>>;

/** Milliseconds since some moment. */
export type Clock = () => number;

/** Does a stage's work and notes how long it takes. */
export interface Measure {
  <Output>(stage: StageName, work: () => Promise<Output>): Promise<Output>;
  readonly timings: Timings;
}

/** Makes a measure on a clock; the process's own by default, which never reaches a feed. */
export function measure(clock: Clock = () => performance.now()): Measure {
  const timings: Partial<Record<StageName, number>> = {};
  const run = async <Output>(stage: StageName, work: () => Promise<Output>): Promise<Output> => {
    const start = clock();
    const output = await work();
    timings[stage] = Math.round((clock() - start) * 100) / 100;
    return output;
  };
  return Object.assign(run, { timings });
}
