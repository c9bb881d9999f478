import type { VFile } from "vfile";
import type { Article, Outline, Reading } from "../model.ts";
import { messagesSince, repeatMessages, type SaidMessage } from "../said-message.ts";
import type { BodyPlace } from "../source-file.ts";

/** A reading as it is kept, as JSON has it. */
export interface KeptReading {
  readonly status: Reading["status"];
  readonly outline: Dated<string | Date>;
  /** Where the body begins; undefined where it is no article. */
  readonly body?: Omit<BodyPlace, "digest"> | undefined;
  readonly messages: readonly SaidMessage[];
}

/** An outline whose dates are of some form. */
type Dated<Form> = Omit<Outline, keyof Dates> & {
  readonly [Name in keyof Dates]?: Form | undefined;
};

type Dates = Pick<Outline, "published" | "updated" | "from" | "until">;

/** Makes a reading, with all that was said of its file, fit to be kept; JSON makes texts of dates. */
export function toKept({ status, outline, article, file }: Reading): KeptReading {
  return { status, outline, body: toPlace(article), messages: messagesSince(file, 0) };
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
  const { published, updated, from, until, ...rest } = kept.outline;
  const outline: Outline = {
    ...rest,
    ...(published === undefined ? {} : { published: new Date(published) }),
    ...(updated === undefined ? {} : { updated: new Date(updated) }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(until === undefined ? {} : { until: new Date(until) }),
  };
  const article = toArticle(outline, kept, { file, digest });
  return { source: file.path, file, status: kept.status, outline, article };
}

function toArticle(
  outline: Outline,
  { body }: KeptReading,
  { file, digest }: { readonly file: VFile; readonly digest: string },
): Article | undefined {
  const { id, url, published } = outline;
  if (!body || id === undefined || url === undefined || !published) return undefined;
  return { ...outline, id, url, published, source: file.path, file, body: { ...body, digest } };
}
