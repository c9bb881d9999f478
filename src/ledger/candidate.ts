import type { Article } from "../model.ts";
import { digestOf } from "../noticed.ts";
import { bodyOf } from "../source-file.ts";
import { sketchOf } from "./sketch.ts";

/** An article of this run, as far as its identity goes. */
export interface Candidate {
  /** Path below the content folder, with `/`. */
  readonly source: string;
  /** The one that front matter states, else the address. */
  readonly id: string;
  readonly url: string;
  readonly published: Date;
  /** Only where front matter states it. */
  readonly updated?: Date | undefined;
  /** By `digestOf`. */
  readonly digest: string;
  /** By `sketchOf`; asked for only where the article is new or was edited. */
  readonly sketch: () => string | Promise<string>;
  /** False for what only a preview shows, as drafts: it is known by its line, but gets none. */
  readonly isPublished: boolean;
  /** Whether a feed carries it: of what no reader sees no sketch is kept, since it takes time. */
  readonly isCarried: boolean;
}

/** An article as a candidate. */
export function toCandidate(
  article: Article,
  { isPublished, isCarried }: Pick<Candidate, "isPublished" | "isCarried">,
): Candidate {
  const { source, id, url, published, updated, body } = article;
  const digest = typeof body === "string" ? digestOf({ ...article, body }) : body.noticed;
  return {
    source,
    id,
    url,
    published,
    updated,
    digest,
    sketch: () => knownSketch(body) ?? sketchOf({ ...article, body: bodyOf(article) }),
    isPublished,
    isCarried,
  };
}

function knownSketch(body: Article["body"]): string | undefined {
  return typeof body === "string" ? undefined : body.sketch;
}

/** The id that front matter states; undefined where it is only the address. */
export function statedIdOf({ id, url }: Candidate): string | undefined {
  return id === url ? undefined : id;
}
