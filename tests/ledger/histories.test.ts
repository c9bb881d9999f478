import { expect, test } from "vitest";
import { parseLedger } from "../../src/ledger/parse-ledger.ts";
import { fc } from "../support/fast-check.ts";
import { addressOf, type Blog, build, emptyBlog, mergeLedgers, type Post } from "./blog.ts";
import { textOf } from "./candidate-of.ts";

/** A blog's life: what stands in it, what went, what was before, and what readers have. */
interface Life {
  readonly blog: Blog;
  readonly gone: readonly (readonly [string, Post])[];
  readonly earlier: readonly Pick<Life, "blog" | "gone">[];
  /** Which article each id is, as the authors know. */
  readonly truth: ReadonlyMap<string, number>;
  readonly next: number;
}

/** A step of a history; the number says which of the articles it is about. */
type Step = (life: Life, pick: number) => Life;

const chosen = (blog: Blog, pick: number) => [...blog.posts][pick % Math.max(1, blog.posts.size)];

const withPosts = (life: Life, posts: Iterable<readonly [string, Post]>): Life => {
  return { ...life, blog: { ...life.blog, posts: new Map(posts) } };
};

const change = (life: Life, pick: number, edit: (post: Post) => Post): Life => {
  const [source, post] = chosen(life.blog, pick) ?? [];
  if (!source || !post) return life;
  return withPosts(
    life,
    [...life.blog.posts].map(([name, one]) => [name, name === source ? edit(post) : one]),
  );
};

const rename = (life: Life, pick: number, edit: (post: Post) => Post = (post) => post): Life => {
  const [source, post] = chosen(life.blog, pick) ?? [];
  if (!source || !post) return life;
  const name = `${["", "old/", "a/b/"][pick % 3]}n${life.next}.md`;
  const posts = [...life.blog.posts].map(([one, other]) => {
    return one === source ? ([name, edit(post)] as const) : ([one, other] as const);
  });
  return { ...withPosts(life, posts), next: life.next + 1 };
};

const typo = (post: Post): Post => ({
  ...post,
  body: post.body.replace(/ \w+ (?=\w+\.)/, " tpyo "),
});
const extend = (post: Post): Post => ({
  ...post,
  body: `${post.body}\nMore of ${post.body.length}.`,
});

const steps = {
  write: (life, pick) => {
    const key = life.next;
    const post = { key, title: `Title ${textOf(key, 3)}`, body: textOf(key, 40 + (pick % 200)) };
    const slug = pick % 2 === 0 ? undefined : `s${pick % 7}`;
    const posts = [...life.blog.posts, [`p${key}.md`, { ...post, slug }] as const];
    return { ...withPosts(life, posts), next: key + 1 };
  },
  edit: (life, pick) => change(life, pick, extend),
  typo: (life, pick) => change(life, pick, typo),
  retitle: (life, pick) =>
    change(life, pick, (post) => ({ ...post, title: `${post.title} again` })),
  rename: (life, pick) => rename(life, pick),
  "rename with a typo": (life, pick) => rename(life, pick, typo),
  "rename with an edit": (life, pick) => rename(life, pick, extend),
  slug: (life, pick) => change(life, pick, (post) => ({ ...post, slug: `s${pick % 7}` })),
  "no slug": (life, pick) => change(life, pick, ({ slug: _, ...post }) => post),
  unpublish: (life, pick) => change(life, pick, (post) => ({ ...post, isDraft: true })),
  publish: (life, pick) => change(life, pick, (post) => ({ ...post, isDraft: false })),
  pattern: (life, pick) => ({ ...life, blog: { ...life.blog, pattern: pick % 3 } }),
  domain: (life, pick) => ({
    ...life,
    blog: { ...life.blog, domain: `https://d${pick % 3}.example` },
  }),
  swap: (life, pick) => {
    const [one, other] = [chosen(life.blog, pick), chosen(life.blog, pick + 1)];
    if (!one || !other || one[0] === other[0]) return life;
    return withPosts(life, new Map([...life.blog.posts, [one[0], other[1]], [other[0], one[1]]]));
  },
  "insert a chapter": (life, pick) => {
    const row = [...life.blog.posts].slice(pick % Math.max(1, life.blog.posts.size));
    const names = [...row.slice(1).map(([name]) => name), `n${life.next}.md`];
    const moved = row.map(([, post], index) => [names[index] ?? "", post] as const);
    const posts = new Map(life.blog.posts);
    if (row[0]) posts.delete(row[0][0]);
    return { ...withPosts(life, new Map([...posts, ...moved])), next: life.next + 1 };
  },
  delete: (life, pick) => {
    const one = chosen(life.blog, pick);
    if (!one) return life;
    const posts = [...life.blog.posts].filter(([source]) => source !== one[0]);
    return { ...withPosts(life, posts), gone: [...life.gone, one] };
  },
  "bring back": (life, pick) => {
    const one = life.gone[pick % Math.max(1, life.gone.length)];
    const keys = new Set([...life.blog.posts.values()].map(({ key }) => key));
    if (!one || keys.has(one[1].key)) return life;
    const name = life.blog.posts.has(one[0]) || pick % 2 === 0 ? `n${life.next}.md` : one[0];
    const posts = [...life.blog.posts, [name, one[1]] as const];
    return { ...withPosts(life, posts), next: life.next + 1 };
  },
  // As `git revert` does: texts as they were, and the ledger as it is.
  "take texts back": (life, pick) => {
    const earlier = life.earlier[pick % Math.max(1, life.earlier.length)];
    const texts = new Map(
      [...(earlier?.blog.posts.values() ?? [])].map((post) => [post.key, post]),
    );
    return withPosts(
      life,
      [...life.blog.posts].map(([source, post]) => {
        const { title, body } = texts.get(post.key) ?? post;
        return [source, { ...post, title, body }];
      }),
    );
  },
  // As `git reset` does: everything as it was, and with it the ledger.
  "go back": (life, pick) => {
    const earlier = life.earlier[pick % Math.max(1, life.earlier.length)];
    return earlier ? { ...life, ...earlier } : life;
  },
} as const satisfies Record<string, Step>;

const names = Object.keys(steps).filter((name): name is keyof typeof steps => name in steps);
const weighted = [...names, ...Array.from({ length: 5 }, () => "write" as const)];
const stepArbitrary = fc.record({
  name: fc.constantFrom(...weighted),
  pick: fc.nat({ max: 1000 }),
});
type Chosen = typeof stepArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

/** A reader with a memory: an id is shown once, and whoever stands behind it then. */
class Subscriber {
  readonly keyById = new Map<string, number>();
  readonly log: string[] = [];

  read(feed: readonly { readonly id: string; readonly key: number }[], when: string): void {
    expect(new Set(feed.map(({ id }) => id)).size, `ids of their own after ${when}`).toBe(
      feed.length,
    );
    const seen = new Set(this.keyById.values());
    for (const { id, key } of feed) {
      const known = this.keyById.get(id);
      if (known !== undefined) {
        expect(known, `${id} after ${when}`).toBe(key);
        continue;
      }
      expect(seen.has(key), `article ${key} again, as ${id}, after ${when}`).toBe(false);
      this.keyById.set(id, key);
    }
  }
}

// Two articles cannot have one address; and a new one at the address of one that is gone is, for
// every reader, that one.
function isPossible({ blog, truth }: Life): boolean {
  const posts = [...blog.posts].map(([source, post]) => ({
    ...post,
    url: addressOf(blog, source, post),
  }));
  const urls = new Set(posts.map(({ url }) => url));
  const keys = new Set(posts.map(({ key }) => key));
  const lines = [...parseLedger(blog.ledger, "").entries.values()];
  const ids = new Set(lines.map(({ id }) => id));
  const isLost = ({ url, key }: { url: string; key: number }) => {
    return !ids.has(url) && (truth.get(url) ?? key) !== key;
  };
  if (urls.size < posts.length || posts.some(isLost)) return false;
  return lines.every(({ id, url }) => keys.has(truth.get(id) ?? 0) || !urls.has(url));
}

/** Lives on, step by step, with a build after each; whom nobody reads is a branch. */
async function live(
  life: Life,
  chosen: readonly Chosen[],
  { subscriber, isRead }: { readonly subscriber: Subscriber; readonly isRead: boolean },
): Promise<Life> {
  let now = life;
  for (const { name, pick } of chosen) {
    const next = steps[name](now, pick);
    if (!isPossible(next)) continue;
    const { blog, feed } = await build(next.blog, now.truth);
    if (isRead) subscriber.read(feed, `${name} ${pick}`);
    const truth = new Map([...now.truth, ...feed.map(({ id, key }) => [id, key] as const)]);
    now = { ...next, blog, truth, earlier: [...next.earlier, { blog, gone: next.gone }] };
  }
  return now;
}

// By article, as a person would: what one side changed counts, and ours where both did. Undefined
// where two articles would have one file.
function mergePosts(base: Blog, ours: Blog, theirs: Blog): Blog["posts"] | undefined {
  const [before, mine, yours] = [base, ours, theirs].map(byKey);
  const keys = new Set([...(mine?.keys() ?? []), ...(yours?.keys() ?? [])]);
  const posts = [...keys].flatMap((key) => {
    const [was, is, other] = [before?.get(key), mine?.get(key), yours?.get(key)];
    const isMine = JSON.stringify(is) !== JSON.stringify(was);
    const chosen = isMine ? is : other;
    return chosen ? [chosen] : [];
  });
  const merged = new Map(posts);
  return merged.size === posts.length ? merged : undefined;
}

function byKey({ posts }: Blog): ReadonlyMap<number, readonly [string, Post]> {
  return new Map([...posts].map((one) => [one[1].key, one]));
}

// A blog of one article has little to go wrong.
const writes = Array.from({ length: 5 }, (_, pick) => ({ name: "write" as const, pick }));

const begin: Life = { blog: emptyBlog, gone: [], earlier: [], truth: new Map(), next: 1 };

test("no article is delivered twice, and each once, whatever becomes of a blog", async () => {
  const history = fc.array(stepArbitrary, { minLength: 5, maxLength: 40, size: "max" });
  await fc.assert(
    fc.asyncProperty(history, async (chosen) => {
      const subscriber = new Subscriber();
      const end = await live(begin, [...writes, ...chosen], { subscriber, isRead: true });
      const published = [...end.blog.posts.values()].filter(({ isDraft }) => !isDraft);
      const read = new Set(subscriber.keyById.values());
      expect(published.filter(({ key }) => !read.has(key))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("nor after branches were merged, with conflicts or without", async () => {
  const few = fc.array(stepArbitrary, { maxLength: 6, size: "max" });
  const branches = fc.record({ trunk: few, ours: few, theirs: few, after: few });
  await fc.assert(
    fc.asyncProperty(branches, async ({ trunk, ours, theirs, after }) => {
      const subscriber = new Subscriber();
      const read = { subscriber, isRead: true };
      const base = await live(begin, [...writes, ...trunk], read);
      // Nobody gives two files one name.
      const fork = { ...base, next: base.next + 100 };
      const theirEnd = await live(fork, theirs, { subscriber, isRead: false });
      const ourEnd = await live(base, ours, read);
      const posts = mergePosts(base.blog, ourEnd.blog, theirEnd.blog);
      if (!posts) return;
      const sides = [ourEnd.blog.ledger, theirEnd.blog.ledger] as const;
      const ledger = mergeLedgers(base.blog.ledger, sides, new Set(posts.keys()));
      const truth = new Map([...theirEnd.truth, ...ourEnd.truth]);
      const merged = { ...ourEnd, truth, blog: { ...ourEnd.blog, posts, ledger }, next: 300 };
      if (!isPossible(merged)) return;
      await live(merged, [{ name: "pattern", pick: ourEnd.blog.pattern }, ...after], read);
    }),
    { numRuns: 60 },
  );
});
