import type { Config } from "../config/resolve.ts";
import type { OutputFile } from "../model.ts";
import { carriedBy, type Entries } from "../produce/produce-entries.ts";
import { cutArchives } from "../select/archives.ts";
import type { FeedPlan } from "../select/choose-feeds.ts";
import { composeFeed } from "./compose-feed.ts";
import { requireOwnPaths } from "./require-own-paths.ts";

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
    const plans = feed.group
      ? [{ ...feed, articles: carried }]
      : cutArchives(feed, carried, config);
    return plans.flatMap((plan) => {
      const own = plan.articles.flatMap((article) => entries.get(article) ?? []);
      return composeFeed({ plan, entries: own }, config);
    });
  });
  requireOwnPaths(outputs);
  return outputs;
}
