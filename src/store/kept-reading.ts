import type { VFile } from "vfile";
import { toArticle } from "../article.ts";
import type { Article, Outline, Reading } from "../model.ts";
import { messagesSince, repeatMessages, type SaidMessage } from "../said-message.ts";
import type { BodyPlace } from "../source-file.ts";

/** A reading as it is kept. */
export interface KeptReading {
  readonly status: Reading["status"];
  readonly outline: KeptOutline;
  /** Where the body begins; undefined where it is no article. */
  readonly body?: Pick<BodyPlace, "offset" | "noticed"> | undefined;
  readonly messages: readonly SaidMessage[];
}

/**
 * An outline whose dates may be milliseconds since 1970, as it is written: dates are made of them ten
 * times as fast as of text.
 */
type KeptOutline = Omit<Outline, keyof Dates> & {
  readonly [Name in keyof Dates]?: Date | number | undefined;
};

type Dates = Pick<Outline, "published" | "updated" | "from" | "until">;

/** Makes a reading, with all that was said of its file, fit to be kept. */
export function toKept({ status, outline, article, file }: Reading): KeptReading {
  return { status, outline, body: toPlace(article), messages: messagesSince(file, 0) };
}

/** The same as JSON has it; where an article stands for its outline, nothing else of it. */
export function toPlain({ outline, ...kept }: KeptReading): KeptReading {
  return { ...kept, outline: toOutline(outline, (date) => date?.valueOf()) };
}

// The digest of the whole text stands beside it.
function toPlace(article: Article | undefined): KeptReading["body"] {
  if (typeof article?.body !== "object") return undefined;
  const { offset, noticed } = article.body;
  return { offset, noticed };
}

/** Makes a reading of what was kept, and says of the file what was said. */
export function fromKept(kept: KeptReading, file: VFile, digest: string): Reading {
  repeatMessages(file, kept.messages);
  const outline = toOutline(kept.outline, toDate);
  const source = file.path;
  const { status, body } = kept;
  const article = body && toArticle(outline, { source, file, body: { digest, ...body } });
  // An article says all that its outline does: one of the two need not stay.
  return { source, file, status, outline: article ?? outline, article };
}

// Field by field, as it is read anew: objects of one shape are dealt with many times as fast.
function toOutline<Form>(
  kept: KeptOutline,
  toForm: (date: Date | number | undefined) => Form,
): Omit<Outline, keyof Dates> & Readonly<Record<keyof Dates, Form>> {
  return {
    id: kept.id,
    atomId: kept.atomId,
    url: kept.url,
    title: kept.title,
    published: toForm(kept.published),
    updated: toForm(kept.updated),
    summary: kept.summary,
    language: kept.language,
    authors: kept.authors,
    tags: kept.tags,
    image: kept.image,
    enclosures: kept.enclosures,
    episode: kept.episode,
    comments: kept.comments,
    externalUrl: kept.externalUrl,
    from: toForm(kept.from),
    until: toForm(kept.until),
  } satisfies Record<keyof Outline, unknown>;
}

function toDate(time: Date | number | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}
