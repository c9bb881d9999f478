import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeArticle } from "./article.mjs";

/**
 * A folder of articles, the same on every machine.
 *
 * @typedef {object} Corpus
 * @property {number} count
 * @property {string} root What the contenders keep stands here, beside `content`.
 * @property {string} content The content folder.
 * @property {(mark: string) => Promise<void>} edit Writes a mark at the end of the newest article.
 * @property {() => Promise<void>} restore Takes the mark away.
 * @property {() => void} warm Reads every file, so that all are in the system's cache.
 */

/**
 * Makes a corpus below the temporary folder, or takes the one that is there already.
 *
 * @param {number} count
 * @returns {Promise<Corpus>}
 */
export async function makeCorpus(count) {
  const root = join(tmpdir(), "feedwright-bench", String(count));
  const content = join(root, "content");
  const newest = writeArticle(0);
  const write = (/** @type {string} */ text) => writeFile(join(content, newest.path), text);
  const corpus = {
    count,
    root,
    content,
    edit: (/** @type {string} */ mark) => write(`${newest.text}\nEdited: ${mark}.\n`),
    restore: () => write(newest.text),
    warm: () => readFiles(content),
  };
  await fill(corpus);
  await corpus.restore();
  return corpus;
}

/** @param {Corpus} corpus */
async function fill({ count, root, content }) {
  const marker = join(root, "corpus.txt");
  const wanted = await fingerprint();
  const found = await readFile(marker, "utf8").catch(() => "");
  if (found === wanted) return;

  console.error(`Writing ${count} articles to ${content}`);
  await rm(root, { recursive: true, force: true });
  const made = new Set();
  for (let place = 0; place < count; place += 1) {
    const { path, text } = writeArticle(place);
    const file = join(content, path);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    made.add(dirname(file));
    await writeFile(file, text);
  }
  await writeFile(marker, wanted);
}

/** @param {string} folder */
function readFiles(folder) {
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (one.isFile()) readFileSync(join(one.parentPath, one.name));
  }
}

// A corpus written by other code is another corpus.
async function fingerprint() {
  const hash = createHash("sha256");
  for (const name of ["article.mjs", "body.mjs", "random.mjs", "words.mjs"]) {
    hash.update(await readFile(new URL(name, import.meta.url)));
  }
  return hash.digest("hex");
}
