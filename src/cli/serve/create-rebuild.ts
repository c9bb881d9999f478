import { UsageError } from "../../config/errors.ts";
import { findSources } from "../../discover/find-sources.ts";
import type { Arguments } from "../arguments.ts";
import { type BuildEnd, recallBuild } from "../build/recall-build.ts";
import { runBuild } from "../build/run-build.ts";
import type { Io } from "../io.ts";
import { type Settings, settle, toRunOptions } from "../settings.ts";

/** What a rebuild came to. */
export interface Rebuilt {
  /** Those of the last config that was right. */
  readonly settings: Settings;
  /** Undefined where it came to nothing. */
  readonly end: BuildEnd | undefined;
  /** Why it came to nothing, a sentence a line. */
  readonly failure: string | undefined;
}

/** Builds the site again and again. */
export type Rebuild = (isSiteChanged: boolean) => Promise<Rebuilt>;

/**
 * Makes what builds a site again: the same build as that of `feedwright build`. The config is read
 * again only where the files that make it up have changed, or it was wrong the last time.
 *
 * @param first the settings to begin with
 */
export function createRebuild(args: Arguments, io: Io, first: Settings): Rebuild {
  let settings = first;
  let isRight = true;
  return async (isSiteChanged) => {
    try {
      const isKnown = isRight && !isSiteChanged;
      settings = await (isKnown ? renew(settings, args, io) : settle(args, io));
      isRight = true;
    } catch (error) {
      isRight = false;
      return { settings, end: undefined, failure: toFailure(error) };
    }
    try {
      return { settings, end: await buildAgain(settings, io), failure: undefined };
    } catch (error) {
      return { settings, end: undefined, failure: toFailure(error) };
    }
  };
}

// Time has passed, and nothing else.
async function renew(settings: Settings, args: Arguments, io: Io): Promise<Settings> {
  return {
    ...settings,
    run: await toRunOptions(args, settings.config, io),
    store: { ...settings.store, start: io.now().getTime() },
  };
}

async function buildAgain(settings: Settings, io: Io): Promise<BuildEnd> {
  const sources = await findSources(settings.config.content);
  return (
    recallBuild(settings, sources) ??
    (await runBuild(settings, io, { sources, tellsArticles: false }))
  );
}

// What was there a moment ago may have gone while it was read: the next change tells.
function toFailure(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error && "code" in error && "syscall" in error)) throw error;
  return `Expected files that can be read (${error.message})`;
}
