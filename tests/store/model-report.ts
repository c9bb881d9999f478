import type { Outcome } from "../../src/cli/outcome.ts";

/** The texts of files, by path. */
export type Feeds = ReadonlyMap<string, string>;

/** How a warning about the cache begins. */
export const cacheWarning = "feedwright: warning: Expected a";

/** What was said, but for what became of the files and what was said of the cache. */
export function normalise(stderr: string): readonly string[] {
  return (
    stderr
      .split("\n")
      .filter((line) => !line.startsWith(cacheWarning) && !/^removed /.test(line))
      .map((line) => line.replace(/^(?:written|unchanged) +/, ""))
      // Feeds of groups are counted by what became of them.
      .filter((line) => !/^\d+ feeds? +by /.test(line))
  );
}

/** A report without what may differ. */
export function reportOf(stdout: string): object {
  const { timings: _, cache: __, ...outcome }: Outcome = JSON.parse(stdout);
  return { ...outcome, feeds: outcome.feeds.filter(({ status }) => status !== "removed") };
}

/**
 * The report that is expected beside what was there before: into a fresh folder everything is written,
 * there only what differs.
 */
export function expectedReport(
  stdout: string,
  feeds: { readonly before: Feeds; readonly made: Feeds } | undefined,
): object {
  const { timings: _, cache: __, ...outcome }: Outcome = JSON.parse(stdout);
  return {
    ...outcome,
    feeds: outcome.feeds.map((feed) => {
      const isSame = feeds && feeds.before.get(feed.path) === feeds.made.get(feed.path);
      return { ...feed, status: isSame ? "unchanged" : feed.status };
    }),
  };
}
