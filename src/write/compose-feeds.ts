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
  const files = new Map<string, OutputFile>();
  const folders = new Map<string, OutputFile>();
  for (const output of outputs) {
    const key = output.path.toLowerCase();
    const other = files.get(key) ?? folders.get(key);
    if (other) throw toClash(other, output);
    files.set(key, output);
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      const folder = key.slice(0, end);
      const file = files.get(folder);
      if (file) throw toClash(file, output);
      folders.set(folder, output);
    }
  }
}

function toClash(one: OutputFile, other: OutputFile): UsageError {
  return new UsageError(
    `Expected a file of its own for each feed, not \`${other.path}\` for ${describe(other)} beside \`${one.path}\` for ${describe(one)}; give them other folders with \`feed.groupPaths\` or \`path\``,
  );
}

function describe({ group }: OutputFile): string {
  return group ? `the ${group.by} \`${group.name}\`` : "the main feed";
}
