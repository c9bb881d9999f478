import type { Dirent } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { toLanguage } from "../config/checks.ts";

/**
 * Finds where the articles of a folder lie that no site generator has a part in: in `content` if it
 * has any, else among the usual names where most of them are. Symbolic links are not followed.
 *
 * @param folder absolute
 * @returns the path below the folder, `.` for itself; undefined where there are none.
 */
export async function findContent(folder: string): Promise<string | undefined> {
  if ((await countArticles(join(folder, "content"))) > 0) return "content";
  const own = await countArticles(folder, 0);
  const counts = await Promise.all(usualNames.map((name) => countArticles(join(folder, name))));
  const most = Math.max(own, ...counts);
  if (most === 0) return (await countArticles(folder)) > 0 ? "." : undefined;
  return usualNames[counts.indexOf(most)] ?? ".";
}

// Those that say more stand first: of two that have as many the first counts.
const usualNames = [
  "src/content/blog",
  "src/content/posts",
  "src/content",
  "src/posts",
  "src/blog",
  "src/articles",
  "src/pages",
  "posts",
  "_posts",
  "blog",
  "articles",
  "writing",
  "notes",
  "docs",
] as const;

/**
 * The languages that the top folders of a content folder stand for, as they are written; none unless
 * every one with articles does, and there are two.
 *
 * @param content absolute
 */
export async function findLanguages(content: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const child of await list(content)) {
    if (child.isDirectory() && (await countArticles(join(content, child.name))) > 0) {
      names.push(child.name);
    }
  }
  if (names.length < 2) return [];
  // Made here: it takes ten milliseconds, and few sites need it.
  const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return names.every((name) => isLanguageName(name, languageNames)) ? names.toSorted() : [];
}

function isLanguageName(name: string, languageNames: Intl.DisplayNames): boolean {
  const language = toLanguage(name);
  return language !== undefined && languageNames.of(language) !== undefined;
}

// So much is enough to know, and bearable where someone stands in the root of their disk.
const mostFiles = 1000;
const mostLevels = 6;

async function countArticles(folder: string, levels = mostLevels): Promise<number> {
  let count = 0;
  for (const child of await list(folder)) {
    if (count >= mostFiles) break;
    const path = join(folder, child.name);
    if (child.isDirectory() && levels > 0) count += await countArticles(path, levels - 1);
    if (child.isFile() && (await isArticle(path, child.name))) count += 1;
  }
  return count;
}

async function list(folder: string): Promise<readonly Dirent[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return children.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
}

async function isArticle(path: string, name: string): Promise<boolean> {
  if (!/\.(?:md|markdown)$/i.test(name)) return false;
  return /^\d{4}-\d{1,2}-\d{1,2}\b/.test(name) || /^(?:---|\+\+\+|\{)/.test(await readStart(path));
}

async function readStart(path: string): Promise<string> {
  try {
    const handle = await open(path);
    const reading = handle.read(Buffer.alloc(8), 0, 8, 0).finally(() => handle.close());
    const { buffer, bytesRead } = await reading;
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } catch {
    return "";
  }
}
