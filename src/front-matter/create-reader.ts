import picomatch from "picomatch";
import type { VFile } from "vfile";
import { toArticle } from "../article.ts";
import type { PathFacts, Rules } from "../config/conventions/rules.ts";
import type { Config } from "../config/resolve.ts";
import { addMessage, hasErrors, soften } from "../message.ts";
import type { Article, Outline, Reading } from "../model.ts";
import { digestOf, type Noticed } from "../noticed.ts";
import { cutOff, digestOfFile, forgetText, readSource } from "../source-file.ts";
import type { ReadingMemory } from "../store/reading-memory.ts";
import type { Ahead } from "./ahead/read-ahead.ts";
import { readDate } from "./date.ts";
import { publishedOf } from "./dates.ts";
import { type Fields, fieldOf, gatherFields } from "./fields.ts";
import { settleFileTimes } from "./file-times.ts";
import { takeFrontMatter } from "./front-matter.ts";
import { createGitTimes, type ReadFileTimes } from "./git-times.ts";
import { readOutline } from "./outline.ts";
import { settleUrl } from "./shapes.ts";
import { loadAscii } from "./slugify/to-ascii.ts";
import { readStatus } from "./status.ts";
import { surveyPaths } from "./survey.ts";
import type { Mapping } from "./value.ts";

/**
 * Reads what a file says of itself. Whatever is wrong becomes a message on the file, all of it in
 * one go; nothing is thrown. What is known from an earlier run is there at once.
 */
export type ReadArticle = (file: VFile) => Reading | Promise<Reading>;

/** What is done with texts besides. */
export interface Beside {
  /** The readings of earlier runs. */
  readonly memory?: ReadingMemory | undefined;
  /** Draws a sketch of an article, where one is wanted. */
  readonly draw?: Draw | undefined;
  /** Texts that are read before they are wanted. */
  readonly ahead?: Ahead | undefined;
}

/** @param digest of what readers notice of it */
type Draw = (source: string, digest: string, noticed: Noticed) => string | undefined;

/**
 * Makes the reader of a run.
 *
 * @param files all that there are, for conventions by which one file says something of others
 */
export function createReader(
  config: Config,
  files: readonly VFile[] = [],
  { memory = forgetful, draw, ahead }: Beside = {},
): ReadArticle {
  const readPath = surveyPaths(config, files);
  const read = createTextReader(config, readPath, draw);
  return (file) => {
    if (file.data.stated === undefined) return read(file);
    const facts = config.rules.survey
      ? JSON.stringify(readPath(config.content.base + file.path, config.rules.languages))
      : "";
    return memory.recall(file, facts) ?? readFile(file, { facts, memory, read, config, ahead });
  };
}

const forgetful: ReadingMemory = {
  knows: () => false,
  recall: () => undefined,
  recallText: () => undefined,
  keep: () => undefined,
};

interface Reader {
  readonly facts: string;
  readonly memory: ReadingMemory;
  readonly read: ReadArticle;
  readonly config: Config;
  readonly ahead: Ahead | undefined;
}

async function readFile(
  file: VFile,
  { facts, memory, read, config, ahead }: Reader,
): Promise<Reading> {
  readSource(file, ahead?.textOf(file));
  const known = memory.recallText(file, facts);
  const reading = known ?? (await read(file));
  if (!known && isAlone(reading, config)) memory.keep(reading, facts);
  forgetText(file);
  return reading;
}

// The length of a media file and the time of a commit may change while the article does not.
function isAlone({ file, outline }: Reading, { rules }: Config): boolean {
  return file.value !== undefined && outline.enclosures.length === 0 && !rules.dates.fileTimes;
}

function createTextReader(
  config: Config,
  readPath: Rules["readPath"],
  draw: Draw | undefined,
): ReadArticle {
  const { rules, content } = config;
  const readTimes = createGitTimes(content.folder);
  const loading = loadAscii(Object.values(rules.address.slugify));
  const others = rules.others.map(({ glob, what }) => ({ is: picomatch(glob), what }));
  return async (file) => {
    if (loading) await loading;
    const below = content.base + file.path;
    const other = others.find(({ is }) => is(below));
    if (other) return ignore(file, `Expected an article, not ${other.what}`);
    if (file.value === undefined) return toReading(file, hasErrors(file) ? "invalid" : "ignored");
    const path = readPath(below, rules.languages);
    if (path.other !== undefined) return ignore(file, `Expected an article, not ${path.other}`);
    const parts = takeFrontMatter(file, rules.headers);
    if (!parts) return toReading(file, "invalid");
    if (isEmpty(file)) return warnOfEmpty(file);
    const isNamed = path.date !== undefined || path.fields !== undefined;
    if (!parts.data && !isNamed) return ignore(file, noFrontMatter, hint);
    const fields = gatherFields(file, parts.data ?? nothing, {
      rules,
      path: below,
      said: path.fields,
    });
    const settled = settleUrl(fields, config.site.url);
    const { bodyOffset } = parts;
    return await readFields(settled, { path, bodyOffset, config, readTimes, draw });
  };
}

interface Facts {
  readonly path: PathFacts;
  readonly bodyOffset: number;
  readonly config: Config;
  readonly readTimes: ReadFileTimes;
  readonly draw: Draw | undefined;
}

async function readFields(
  fields: Fields,
  { path, bodyOffset, config, readTimes, draw }: Facts,
): Promise<Reading> {
  const { file, rules } = fields;
  const status = readStatus(fields, path);
  if (status === "ignored") return toReading(file, status);
  if (status === "published" && rules.dates.missing === "page" && isUndated(fields, path)) {
    return ignore(file, "Expected an article with a date: a page of the site");
  }
  if (rules.needsTitle && !fieldOf(fields, "title")) {
    return ignore(file, "Expected an article with a title: not an article");
  }
  const dated = status === "published" ? await settleFileTimes(fields, path, readTimes) : fields;
  const outline = await readOutline(dated, { path, config, isDated: status === "published" });
  // What will not stand in a feed cannot spoil one; a draft need not be finished.
  if (status !== "published") soften(file);
  if (hasErrors(file)) return toReading(file, "invalid", outline);
  const wanted = status === "published" ? draw : undefined;
  const body = placeBody(outline, { file, bodyOffset, draw: wanted });
  const article = toArticle(outline, { source: file.path, file, body });
  // An article says all that its outline does: one of the two need not stay.
  return { source: file.path, file, status, outline: article ?? outline, article };
}

function isUndated(fields: Fields, path: PathFacts): boolean {
  if (publishedOf(fields)) return false;
  const isRead = fields.rules.dates.path !== "never" && path.date !== undefined;
  return !isRead || readDate(path.date ?? "", "UTC") === undefined;
}

function placeBody(
  { title, enclosures }: Outline,
  { file, bodyOffset: offset, draw }: Pick<Facts, "bodyOffset" | "draw"> & { readonly file: VFile },
): Article["body"] {
  const text = String(file);
  if (file.data.stated === undefined) return cutOff(text, offset);
  const noticed = digestOf({ title, enclosures, body: text.slice(offset) });
  const sketch = draw?.(file.path, noticed, { title, enclosures, body: cutOff(text, offset) });
  return { digest: digestOfFile(file), offset, noticed, sketch };
}

function toReading(file: VFile, status: Reading["status"], outline: Outline = unknown): Reading {
  return { source: file.path, file, status, outline, article: undefined };
}

const nothing: Mapping = { kind: "mapping", members: [], offset: 0 };

const unknown: Outline = { authors: [], tags: [], enclosures: [] };

function isEmpty(file: VFile): boolean {
  return String(file.value).trim() === "";
}

function warnOfEmpty(file: VFile): Reading {
  addMessage(file, {
    severity: "warning",
    rule: "empty",
    reason: "Expected an article, not an empty file",
    hint,
  });
  return toReading(file, "ignored");
}

function ignore(file: VFile, reason: string, mend?: string): Reading {
  addMessage(file, { severity: "info", rule: "ignored", reason, hint: mend });
  return toReading(file, "ignored");
}

const noFrontMatter = "Expected front matter or a date in the file's name: not an article";

const hint = "Articles begin with front matter between two lines `---`";
