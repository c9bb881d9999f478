import type { Article, Outline } from "./model.ts";

/**
 * The article of an outline; undefined where it has no date or no address.
 *
 * Field by field: objects of one shape are dealt with many times as fast as those that a spread
 * makes, and there is one for every file.
 */
export function toArticle(
  outline: Outline,
  { source, file, body }: Pick<Article, "source" | "file" | "body">,
): Article | undefined {
  const { id, url, published } = outline;
  if (id === undefined || url === undefined || published === undefined) return undefined;
  return {
    source,
    file,
    body,
    id,
    atomId: outline.atomId,
    url,
    title: outline.title,
    published,
    updated: outline.updated,
    summary: outline.summary,
    language: outline.language,
    authors: outline.authors,
    tags: outline.tags,
    image: outline.image,
    enclosures: outline.enclosures,
    episode: outline.episode,
    comments: outline.comments,
    externalUrl: outline.externalUrl,
    from: outline.from,
    until: outline.until,
  } satisfies Record<keyof Article, unknown>;
}
