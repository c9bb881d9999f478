import type { Site } from "../../../model.ts";
import type { LatestArticle, OfferedFeed } from "../companion.ts";
import type { Texts } from "./texts.ts";

/** What a page is made of. */
export interface PageInput {
  readonly site: Pick<Site, "title" | "url" | "description" | "language">;
  /** The preferred format of each feed first. */
  readonly feeds: readonly OfferedFeed[];
  /** Newest first. */
  readonly articles: readonly LatestArticle[];
  readonly texts: Texts;
  /** The page's own address. */
  readonly url: string;
  /** Address of the list of all feeds; undefined where there is none. */
  readonly listUrl?: string | undefined;
}
