import { textOf } from "./candidate-of.ts";
import { type Blog, type Post, patterns } from "./real-blog.ts";

/** A blog's life: what stands in it, and what was deleted. */
export interface Life extends Blog {
  readonly gone: readonly Post[];
  readonly next: number;
}

/** What happens to a blog; the number says to which article, and how. */
type Change = (life: Life, pick: number) => Life;

function at<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % Math.max(1, items.length)];
}

function edit(life: Life, pick: number, change: (post: Post) => Partial<Post>): Life {
  const chosen = at(life.posts, pick);
  const posts = life.posts.map((post) => (post === chosen ? { ...post, ...change(post) } : post));
  return { ...life, posts, next: life.next + 1 };
}

const fixTypo = ({ body }: Post) => ({ body: body.replace(/ \w+ (?=\w+\.$)/, " fixed ") });

function extend({ body }: Post, words = 12) {
  return { body: `${body}\n\nMore: ${textOf(body.length, words)}` };
}

// So much that nobody can be sure: the report asks.
function rewrite(post: Post) {
  return extend(post, Math.ceil(post.body.split(" ").length / 3));
}

/** What befalls a blog. */
export const changes = {
  write: (life, pick) => {
    const key = life.next;
    // The name of an article that was deleted may be taken again, for another address.
    const gone = pick % 5 === 0 ? at(life.gone, pick) : undefined;
    const post = {
      key,
      source: gone?.source ?? `p${key}.md`,
      title: `Title ${key}`,
      body: textOf(key, 30 + (pick % 200)),
      slug: gone || pick % 2 === 0 ? `s${pick % 7}` : undefined,
      id: pick % 4 === 1 ? `post:${key}` : undefined,
      isDraft: pick % 6 === 5,
    };
    return { ...life, posts: [...life.posts, post], next: key + 1 };
  },
  edit: (life, pick) => edit(life, pick, (post) => extend(post)),
  "fix a typo": (life, pick) => edit(life, pick, fixTypo),
  "change the title": (life, pick) =>
    edit(life, pick, ({ title }) => ({ title: `${title}, again` })),
  rename: (life, pick) => {
    return edit(life, pick, ({ source }) => {
      return { source: source.replace(/[^/]+$/, `n${life.next}.md`) };
    });
  },
  "rename and edit": (life, pick) => {
    const change = pick % 2 === 0 ? extend : rewrite;
    return edit(life, pick, (post) => ({ ...change(post), source: `n${life.next}.md` }));
  },
  move: (life, pick) => {
    return edit(life, pick, ({ source }) => {
      return { source: `${at(["", "old/", "a/b/"], pick)}${source.replace(/^.*\//, "")}` };
    });
  },
  "change the slug": (life, pick) => edit(life, pick, () => ({ slug: `s${pick % 7}` })),
  "take the slug out": (life, pick) => edit(life, pick, () => ({ slug: undefined })),
  "make a draft of": (life, pick) => edit(life, pick, () => ({ isDraft: true })),
  publish: (life, pick) => edit(life, pick, () => ({ isDraft: false })),
  "swap the names of": (life, pick) => {
    const [one, other] = [at(life.posts, pick), at(life.posts, pick + 1)];
    const renamed = (post: Post) => {
      if (post === one) return { ...post, source: other?.source ?? post.source };
      return post === other ? { ...post, source: one?.source ?? post.source } : post;
    };
    return { ...life, posts: life.posts.map(renamed) };
  },
  "swap the slugs of": (life, pick) => {
    const [one, other] = [at(life.posts, pick), at(life.posts, pick + 1)];
    const changed = (post: Post) => {
      if (post === one) return { ...post, slug: other?.slug };
      return post === other ? { ...post, slug: one?.slug } : post;
    };
    return { ...life, posts: life.posts.map(changed) };
  },
  "change the pattern": (life, pick) => ({ ...life, pattern: at(patterns, pick) ?? life.pattern }),
  "change the domain": (life, pick) => ({ ...life, domain: `https://d${pick % 3}.example` }),
  delete: (life, pick) => {
    const chosen = at(life.posts, pick);
    const posts = life.posts.filter((post) => post !== chosen);
    return { ...life, posts, gone: chosen ? [...life.gone, chosen] : life.gone };
  },
  "bring back": (life, pick) => {
    const chosen = at(life.gone, pick);
    if (!chosen) return life;
    const gone = life.gone.filter((post) => post !== chosen);
    const source = pick % 2 === 0 ? chosen.source : `n${life.next}.md`;
    return { ...life, gone, posts: [...life.posts, { ...chosen, source }], next: life.next + 1 };
  },
} as const satisfies Record<string, Change>;

const oldest: Life = {
  posts: [],
  gone: [],
  domain: "https://example.com",
  pattern: patterns[0],
  limit: "all",
  next: 1,
};

/** A blog's life with its first articles: of one there is little to tell. */
export const beginning = [0, 1, 2, 3, 4].reduce<Life>(
  (life, pick) => changes.write(life, pick),
  oldest,
);
