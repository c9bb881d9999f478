import { cp, readFile, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { type Ran, runWith } from "../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

/** An article of a blog in a real folder. Its key is who it is in truth; its text says it too. */
export interface Post {
  readonly key: number;
  /** Below the content folder. */
  readonly source: string;
  readonly title: string;
  readonly body: string;
  /** Stated in front matter; else the file's name gives it. */
  readonly slug?: string | undefined;
  /** Stated in front matter; else the address of then is the id. */
  readonly id?: string | undefined;
  readonly isDraft: boolean;
}

/** What its author has: the articles, and how the site gives them addresses. */
export interface Blog {
  readonly posts: readonly Post[];
  readonly domain: string;
  readonly pattern: (typeof patterns)[number];
  /** Newest articles in a feed. */
  readonly limit: number | "all";
}

/** The permalink patterns of a blog's life. */
export const patterns = ["/:path/", "/posts/:slug/", "/:year/:slug/"] as const;

/** The address of an article, as a person would work it out. */
export function addressOf({ domain, pattern }: Blog, { source, slug, key }: Post): string {
  const [, folder = "", name = ""] = /^(.*\/)?(.+)\.md$/.exec(source) ?? [];
  const last = slug ?? name;
  const path = { ":path": `${folder}${last}`, ":slug": last, ":year": String(yearOf(key)) };
  return `${domain}${pattern.replace(/:\w+/g, (token) => new Map(Object.entries(path)).get(token) ?? "")}`;
}

const yearOf = (key: number) => 2000 + (key % 20);

/** A blog in a folder of its own. */
export class RealBlog {
  root: string;
  /** Which article an id is, once and for all. */
  readonly truth = new Map<string, number>();
  readonly #written = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
  }

  /** Makes the folder what the author wants: files that stay as they are, nobody touches. */
  async save(blog: Blog): Promise<void> {
    const files = new Map([
      ["feedwright.config.json", toConfig(blog)],
      ...blog.posts.map((post) => [`content/${post.source}`, toText(post)] as const),
    ]);
    for (const path of [...this.#written.keys()].filter((name) => !files.has(name))) {
      await rm(join(this.root, path));
      this.#written.delete(path);
    }
    for (const [path, text] of files) {
      if (this.#written.get(path) === text) continue;
      await addFiles(this.root, { [path]: text });
      this.#written.set(path, text);
    }
  }

  /** Takes what is committed to another machine: no feeds, no cache, other times. */
  async clone(): Promise<void> {
    const folder = await makeFolder();
    for (const path of [...this.#written.keys(), "feeds.lock.json"]) {
      await cp(join(this.root, path), join(folder, path));
      await utimes(join(folder, path), 1_800_000_000, 1_800_000_000);
    }
    this.root = folder;
  }

  async loseCache(): Promise<void> {
    await rm(join(this.root, ".feedwright"), { recursive: true });
  }

  async run(...argv: readonly string[]): Promise<Ran> {
    // So long after the files were written that the cache trusts their times.
    const now = () => new Date(Date.now() + 100);
    const ran = await runWith(argv, { cwd: this.root, now });
    expect(ran.code, `${argv.join(" ")}: ${ran.stderr}`).toBe(0);
    return ran;
  }

  /** Keeps in mind which article has which id. */
  async learn({ posts }: Blog): Promise<void> {
    const keys = new Map(posts.map(({ source, key }) => [source, key]));
    for (const { source, id } of await this.ledger()) {
      const key = keys.get(source);
      if (key !== undefined && !this.truth.has(id)) this.truth.set(id, key);
    }
  }

  /** The ids of the ledger's lines, by their sources. */
  async ledger(): Promise<
    readonly { readonly source: string; readonly id: string; readonly url?: string }[]
  > {
    const { articles } = JSON.parse(await readFile(join(this.root, "feeds.lock.json"), "utf8"));
    return articles.slice(0, -1);
  }
}

function toConfig({ domain, pattern, limit }: Blog): string {
  return JSON.stringify({
    site: { url: domain, title: "Blog" },
    content: { permalink: pattern },
    feed: { limit },
  });
}

/** How an article says in its text who it is. */
const toMark = (key: number) => `Number ${key}.`;

/** Who an article is, by its text. */
export function keyIn(text: string): string {
  const [, key] = /Number (\d+)\./.exec(text) ?? [];
  if (key === undefined) throw new TypeError(`Expected a text that says who it is, not ${text}`);
  return key;
}

/** When an article was written: another moment for each. */
export function dateOf({ key }: Post): string {
  return `${yearOf(key)}-${String(1 + (key % 12)).padStart(2, "0")}-05T06:07:08Z`;
}

function toText(post: Post): string {
  const { key, title, body, slug, id, isDraft } = post;
  const fields = {
    title,
    date: dateOf(post),
    ...(slug && { slug }),
    ...(id && { id }),
    ...(isDraft && { draft: true }),
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return ["---", ...head, "---", "", body, "", toMark(key), ""].join("\n");
}
