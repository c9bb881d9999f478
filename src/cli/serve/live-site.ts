import { UsageError } from "../../config/errors.ts";
import type { Arguments } from "../arguments.ts";
import { explainCode } from "../build/explain-code.ts";
import type { Io } from "../io.ts";
import { toManner } from "../manner.ts";
import { reportText } from "../reporters/text.ts";
import type { Settings } from "../settings.ts";
import { createRebuild, type Rebuilt } from "./create-rebuild.ts";
import { hasWritten } from "./has-written.ts";
import { type Served, toServed } from "./served.ts";
import { createTeller, type Told } from "./tell-rebuild.ts";

/** A site that is built again and again, and what is served of it. */
export interface LiveSite {
  readonly served: () => Served;
  /**
   * Builds the site for the first time, and tells it as `feedwright build` does.
   *
   * @throws UsageError where it cannot be built.
   */
  readonly begin: () => Promise<Rebuilt>;
  /** Builds it again, and tells what is other than before. */
  readonly renew: (isSiteChanged: boolean) => Promise<Renewed>;
}

/** What came of a rebuild. */
interface Renewed {
  readonly settings: Settings;
  /** Whether a file was written or removed. */
  readonly hasWritten: boolean;
}

/** Makes a site of which nothing is built yet. */
export function createLiveSite(args: Arguments, io: Io, settings: Settings): LiveSite {
  const rebuild = createRebuild(args, io, settings);
  const manner = toManner(args, settings, io);
  const tell = createTeller(io, manner);
  let served: Served = { out: settings.config.out, files: new Map(), hasStyle: false };
  let told: Told = { messages: [], failure: undefined, isSound: true };
  const serve = ({ end, settings: { config } }: Rebuilt) => {
    if (end) served = toServed(config, end, served);
  };
  return {
    served: () => served,
    begin: async () => {
      const rebuilt = await rebuild(false);
      const { end, failure } = rebuilt;
      if (!end) throw new UsageError(failure ?? "");
      serve(rebuilt);
      reportText(end.outcome, io, manner);
      if (end.code !== 0) {
        io.stderr.write(`feedwright: ${explainCode(end.outcome, settings)}\n`);
      }
      told = { ...told, messages: end.outcome.messages, isSound: end.code === 0 };
      return rebuilt;
    },
    renew: async (isSiteChanged) => {
      const start = performance.now();
      const rebuilt = await rebuild(isSiteChanged);
      serve(rebuilt);
      told = tell(rebuilt, told, performance.now() - start);
      const { end } = rebuilt;
      return { settings: rebuilt.settings, hasWritten: end !== undefined && hasWritten(end) };
    },
  };
}
