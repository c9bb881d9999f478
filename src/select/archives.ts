import { placeIn } from "../config/feed-paths.ts";
import type { Config } from "../config/resolve.ts";
import type { Article } from "../model.ts";
import type { FeedPlan } from "./choose-feeds.ts";

/**
 * Cuts what is old off a feed: closed pages of a number of articles, counted from the oldest, so that
 * a page is as it was when newer ones come. The feed itself keeps what no page has: as many as its
 * limit, and less than a page more. https://www.rfc-editor.org/rfc/rfc5005#section-4
 *
 * @param articles all that the feed carries, newest first
 * @returns the feed, then its pages, the oldest first; the feed alone where there are no pages
 */
export function cutArchives(
  plan: FeedPlan,
  articles: readonly Article[],
  { feed }: Config,
): readonly FeedPlan[] {
  const { archives, limit } = feed;
  if (!archives) return [{ ...plan, articles }];
  const count = Math.max(0, Math.floor((articles.length - limit) / archives.size));
  const newest = articles.length - count * archives.size;
  const paths = Array.from({ length: count }, (_, index) => {
    return placeIn(archives.path.replaceAll(":page", String(index + 1)), plan.paths);
  });
  const pages = paths.map((own, index): FeedPlan => {
    const end = articles.length - index * archives.size;
    return {
      ...plan,
      group: { by: "archive", name: String(index + 1), names: [] },
      paths: own,
      articles: articles.slice(end - archives.size, end),
      history: {
        kind: "archive",
        current: plan.paths,
        previous: paths[index - 1],
        next: paths[index + 1],
      },
    };
  });
  const history = { kind: "current", previous: paths.at(-1) } as const;
  return [{ ...plan, articles: articles.slice(0, newest), history }, ...pages];
}
