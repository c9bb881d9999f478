import type { PublishedItem } from "../published/published-feed.ts";

/** What has to be known of an article to find its entry in a feed. */
export interface Candidate {
  readonly source: string;
  readonly id: string;
  readonly url: string;
  readonly title?: string | undefined;
  readonly published: Date;
}

/** How an entry was matched with an article. */
export type MatchedBy = "id" | "address" | "title" | "content";

/** An entry of a published feed and the article that it is of. */
export interface Match<Article extends Candidate> {
  readonly item: PublishedItem;
  readonly article: Article;
  readonly by: MatchedBy;
}

/** What came of matching a feed. */
export interface Matching<Article extends Candidate> {
  readonly matches: readonly Match<Article>[];
  /** Entries without an article, and why. */
  readonly items: readonly { readonly item: PublishedItem; readonly reason: string }[];
  /** Articles without an entry, and why. */
  readonly articles: readonly { readonly article: Article; readonly reason: string }[];
}
