import type { Config } from "../../config/resolve.ts";
import type { FeedEntry, OutputFile } from "../../model.ts";
import type { CompanionFile } from "./companion.ts";
import { composeCompanions } from "./compose-companions.ts";
import { offerArticles, offerFeeds } from "./offer.ts";

/**
 * Composes what stands beside the feeds, of which it tells, and of the newest articles.
 *
 * @param entries newest first
 * @throws UsageError where the page has a template that cannot be used.
 */
export async function composeBeside(
  outputs: readonly OutputFile[],
  entries: readonly FeedEntry[],
  config: Config,
): Promise<readonly CompanionFile[]> {
  const feeds = offerFeeds(outputs);
  const main = new Set(outputs.find(({ group }) => group === undefined)?.sources);
  const newest = entries.filter(({ source }) => main.has(source));
  const articles = offerArticles(newest, config.site);
  return await composeCompanions({ feeds, articles, documents: outputs }, config);
}
