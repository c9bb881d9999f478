import type { VFile } from "vfile";
import type { Config } from "../config/resolve.ts";
import { addMessage, hasErrors, soften } from "../message.ts";
import type { Article, Outline, Reading } from "../model.ts";
import { gatherFields } from "./fields.ts";
import { takeFrontMatter } from "./front-matter.ts";
import { readOutline } from "./outline.ts";
import { readPath } from "./path-facts.ts";
import { readStatus } from "./status.ts";

/**
 * Reads what a file says of itself. Whatever is wrong becomes a message on the file, all of it in
 * one go; nothing is thrown.
 */
export async function readArticle(file: VFile, config: Config): Promise<Reading> {
  const path = readPath(file.path);
  if (file.value === undefined) return toReading(file, hasErrors(file) ? "invalid" : "ignored");
  const parts = takeFrontMatter(file);
  if (!parts) return toReading(file, "invalid");
  if (!parts.data && (path.date === undefined || isEmpty(file))) {
    explainIgnored(file);
    return toReading(file, "ignored");
  }
  const fields = gatherFields(file, parts.data ?? { kind: "mapping", members: [], offset: 0 });
  const status = readStatus(fields);
  const outline = await readOutline(fields, { path, config, isDated: status === "published" });
  // What will not stand in a feed cannot spoil one; a draft need not be finished.
  if (status !== "published") soften(file);
  if (hasErrors(file)) return toReading(file, "invalid", outline);
  return { ...toReading(file, status, outline), article: toArticle(file, outline, parts.body) };
}

function toArticle(file: VFile, outline: Outline, body: string): Article | undefined {
  const { id, url, published } = outline;
  if (id === undefined || url === undefined || published === undefined) return undefined;
  return { ...outline, id, url, published, source: file.path, file, body };
}

function toReading(file: VFile, status: Reading["status"], outline: Outline = nothing): Reading {
  return { source: file.path, file, status, outline, article: undefined };
}

const nothing: Outline = { authors: [], tags: [], enclosures: [] };

function isEmpty(file: VFile): boolean {
  return String(file.value).trim() === "";
}

function explainIgnored(file: VFile): void {
  if (isEmpty(file)) {
    addMessage(file, {
      severity: "warning",
      rule: "empty",
      reason: "Expected an article, not an empty file",
      hint,
    });
  } else {
    addMessage(file, {
      severity: "info",
      rule: "ignored",
      reason: "Expected front matter or a date in the file's name: not an article",
      hint,
    });
  }
}

const hint = "Articles begin with front matter between two lines `---`";
