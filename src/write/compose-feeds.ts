import { UsageError } from "../config/errors.ts";
import type { Config } from "../config/resolve.ts";
import type { OutputFile } from "../model.ts";
import { carriedBy, type Entries } from "../produce/produce-entries.ts";
import { cutArchives } from "../select/archives.ts";
import type { FeedPlan } from "../select/choose-feeds.ts";
import { composeFeed } from "./compose-feed.ts";

/**
 * Composes the documents of all feeds.
 *
 * @throws UsageError where two would be one file.
 */
export function composeFeeds(
  feeds: readonly FeedPlan[],
  entries: Entries,
  config: Config,
): readonly OutputFile[] {
  const outputs = feeds.flatMap((feed) => {
    const carried = carriedBy(feed, entries);
    const plans = feed.group ? [feed] : cutArchives(feed, carried, config);
    return plans.flatMap((plan) => {
      const own = carriedBy(plan, entries).flatMap((article) => entries.get(article) ?? []);
      return composeFeed({ plan, entries: own }, config);
    });
  });
  requireOwnPaths(outputs);
  return outputs;
}

// Some file systems know no upper and lower case.
function requireOwnPaths(outputs: readonly OutputFile[]): void {
  const taken = new Map<string, OutputFile>();
  for (const output of outputs) {
    const key = output.path.toLowerCase();
    const other = taken.get(key);
    if (other) {
      throw new UsageError(
        `Expected a file of its own for each feed, not \`${output.path}\` for ${describe(other)} and ${describe(output)}; give them other folders with \`feed.groupPaths\` or \`path\``,
      );
    }
    taken.set(key, output);
  }
}

function describe({ group }: OutputFile): string {
  return group ? `the ${group.by} \`${group.name}\`` : "the main feed";
}
