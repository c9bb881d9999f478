import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyLedger, type Ledger } from "../../src/ledger/ledger.ts";
import { linkLine } from "../../src/ledger/link-line.ts";
import { parseLedger } from "../../src/ledger/parse-ledger.ts";
import { repairLedger } from "../../src/ledger/repair-ledger.ts";
import { writeLedger } from "../../src/ledger/write-ledger.ts";
import { candidate, settle } from "./candidate-of.ts";

/** An article of a model blog. Its key is who it is in truth, which the ledger never sees. */
export interface Post {
  readonly key: number;
  readonly title: string;
  readonly body: string;
  /** Stated in front matter; else the file's name gives it. */
  readonly slug?: string | undefined;
  readonly isDraft?: boolean;
}

/** What is committed: the files, the config, and the text of the ledger. */
export interface Blog {
  readonly posts: ReadonlyMap<string, Post>;
  readonly domain: string;
  readonly pattern: number;
  readonly ledger: string;
}

/** A blog before its first article. */
export const emptyBlog: Blog = {
  posts: new Map(),
  domain: "https://example.com",
  pattern: 0,
  ledger: writeLedger(emptyLedger),
};

/** The address of a post by the blog's pattern. */
export function addressOf({ domain, pattern }: Blog, source: string, post: Post): string {
  const slug = post.slug ?? source.replace(/\.md$/, "");
  return `${domain}/${["", "blog/", `${2000 + (post.key % 20)}/`][pattern]}${slug}/`;
}

/** What a build publishes: which post under which id; and the blog with its new ledger. */
export interface Built {
  readonly blog: Blog;
  readonly feed: readonly { readonly id: string; readonly key: number }[];
}

/**
 * Builds a blog. Where the report says that an article may be a renamed one, its author says which,
 * as the report advises, and builds again.
 */
export async function build(blog: Blog, truth: ReadonlyMap<string, number>): Promise<Built> {
  const ledger = parseLedger(blog.ledger, "feeds.lock.json");
  const published = [...blog.posts].filter(([, { isDraft }]) => !isDraft);
  const candidates = [...blog.posts].map(([source, post]) => {
    const { title, body, key, isDraft: draft = false } = post;
    const date = new Date(Date.UTC(2024, 0, 1 + (key % 300)));
    return candidate({
      source,
      url: addressOf(blog, source, post),
      title,
      body,
      published: date,
      draft,
    });
  });
  const settled = await settle(candidates, ledger, { present: new Set(blog.posts.keys()) });
  const linked = settled.findings.reduce((after, { rule, source }) => {
    const isAsked = rule === "perhaps-renamed" || rule === "replaced";
    return isAsked
      ? followAdvice(after, source, { truth, key: blog.posts.get(source)?.key })
      : after;
  }, settled.ledger);
  if (linked !== settled.ledger)
    return await build({ ...blog, ledger: writeLedger(linked) }, truth);
  const feed = published.map(([source, { key }]) => {
    return { id: settled.identities.get(source)?.id ?? "", key };
  });
  return { blog: { ...blog, ledger: writeLedger(settled.ledger) }, feed };
}

// The author knows which article it is; readers have to have seen it for it to matter.
function followAdvice(
  ledger: Ledger,
  source: string,
  { truth, key }: { readonly truth: ReadonlyMap<string, number>; readonly key: number | undefined },
): Ledger {
  const old = [...ledger.entries.values()].find((line) => {
    return line.source !== source && key !== undefined && truth.get(line.id) === key;
  });
  return old ? linkLine(ledger, old.source, source).ledger : ledger;
}

/** Merges two branches of a ledger as git does, and repairs it where that leaves no good one. */
export function mergeLedgers(
  base: string,
  [ours, theirs]: readonly [string, string],
  present: ReadonlySet<string>,
): string {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  try {
    const names = ["ours", "base", "theirs"].map((name) => join(folder, name));
    for (const [index, text] of [ours, base, theirs].entries()) {
      writeFileSync(names[index] ?? "", text);
    }
    const text = mergeFile(names);
    return isGood(text) ? text : writeLedger(repairLedger(text, present, "feeds.lock.json").ledger);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The exit code is the number of conflicts.
function mergeFile(names: readonly string[]): string {
  try {
    execFileSync("git", ["merge-file", ...names], { stdio: "ignore" });
  } catch (error) {
    if (!(error instanceof Error && "status" in error && Number(error.status) < 128)) throw error;
  }
  return readFileSync(names[0] ?? "", "utf8");
}

function isGood(text: string): boolean {
  try {
    parseLedger(text, "feeds.lock.json");
    return true;
  } catch {
    return false;
  }
}
