import { join } from "node:path";
import { expect, test } from "vitest";
import type { FormatName } from "../../src/model.ts";
import { fc } from "../support/fast-check.ts";
import { readFeeds, type SeenItem, Subscriber } from "../support/subscriber.ts";
import { makeFolder } from "../support/temporary-folder.ts";
import { beginning, changes, type Life } from "./blog-changes.ts";
import { addressOf, dateOf, keyIn, type Post, RealBlog } from "./real-blog.ts";

/** Whatever becomes of a blog, whoever reads it sees each article once, in every format. */

/** Milliseconds; a slow machine takes a third of it. */
const timeout = 180_000;

const events = {
  "lose the cache": (blog: RealBlog) => blog.loseCache(),
  "clone afresh": (blog: RealBlog) => blog.clone(),
  "do nothing": async () => undefined,
} as const;

type ChangeName = keyof typeof changes;
type EventName = keyof typeof events;

const isEvent = (name: ChangeName | EventName): name is EventName => name in events;
const isChange = (name: string): name is ChangeName => name in changes;

const names = Object.keys(changes).filter(isChange);
const step = fc.record({
  name: fc.constantFrom<ChangeName | EventName>(
    ...names,
    "write",
    "write",
    "rename and edit",
    "lose the cache",
    "clone afresh",
    "do nothing",
  ),
  pick: fc.nat({ max: 1000 }),
});

type Steps = readonly { readonly name: ChangeName | EventName; readonly pick: number }[];

/** Histories that are rare, and were told wrongly once or could be. */
const examples: [Life["limit"], Steps][] = [
  // The report asks, and the answer comes before anybody reads.
  ["all", [{ name: "rename and edit", pick: 3 }]],
  // A draft takes the name of an article that is published under another.
  [
    "all",
    [
      { name: "make a draft of", pick: 0 },
      { name: "swap the names of", pick: 0 },
    ],
  ],
  [
    "all",
    [
      { name: "make a draft of", pick: 2 },
      { name: "swap the names of", pick: 2 },
    ],
  ],
];

/**
 * Whether there can be such a blog: two articles have neither one file nor one address, and none has
 * the address at which another was last that is gone now. For every reader it would be that one.
 */
async function isPossible(life: Life, blog: RealBlog): Promise<boolean> {
  const urls = new Set(life.posts.map((post) => addressOf(life, post)));
  const sources = new Set(life.posts.map(({ source }) => source));
  if (urls.size < life.posts.length || sources.size < life.posts.length) return false;
  const keys = new Set(life.posts.map(({ key }) => key));
  const lines = await blog.ledger();
  return lines.every(({ id, url = id }) => keys.has(blog.truth.get(id) ?? 0) || !urls.has(url));
}

const build = ["build", "--jobs", "1", "--now", "2026-01-01"] as const;

/** Builds, does what the report advises as one who knows the articles, and lets everybody read. */
async function publish(life: Life, blog: RealBlog, { readers, when }: Reading): Promise<void> {
  const { stderr } = await blog.run(...build);
  if (await followAdvice(stderr, life, blog)) await blog.run(...build);
  await blog.learn(life);
  const feeds = await readFeeds(join(blog.root, "dist"));
  const published = newestOf(life);
  const keys = published.map(({ key }) => String(key)).toSorted();
  for (const format of ["rss", "atom", "json"] as const) {
    const items = feeds[format];
    readers[format].read(items, `in ${format} after ${when}`);
    expect(items.map(keyOf).toSorted(), `in ${format} after ${when}`).toEqual(keys);
    const urls = new Map(published.map((post) => [String(post.key), addressOf(life, post)]));
    expect(items.map(({ link }) => link)).toEqual(items.map((item) => urls.get(keyOf(item))));
  }
  const permanence = feeds.rss.map(({ id, isPermaLink }) => ({ id, isPermaLink }));
  expect(permanence).toEqual(feeds.rss.map(({ id, link }) => ({ id, isPermaLink: id === link })));
}

function newestOf({ posts, limit }: Life): readonly Post[] {
  const published = posts.filter(({ isDraft }) => !isDraft);
  const sorted = published.toSorted((one, other) => (dateOf(one) < dateOf(other) ? 1 : -1));
  return sorted.slice(0, limit === "all" ? sorted.length : limit);
}

interface Reading {
  readonly readers: Readonly<Record<FormatName, Subscriber>>;
  readonly when: string;
}

const keyOf = ({ content }: SeenItem) => keyIn(content);

/** Whether there was advice to follow: of the choices that the report gives, that which is true. */
async function followAdvice(stderr: string, { posts }: Life, blog: RealBlog): Promise<boolean> {
  let isFollowed = false;
  for (const [, ...words] of stderr.matchAll(/`feedwright ledger link (\S+) (\S+)`/g)) {
    const [old = "", renamed = ""] = words.map((word) => word.replace(/^'|'$/g, ""));
    const line = (await blog.ledger()).find(({ source }) => source === old);
    const post = posts.find(({ source }) => source === renamed);
    if (!line || blog.truth.get(line.id) !== post?.key) continue;
    await blog.run("ledger", "link", old, renamed);
    isFollowed = true;
  }
  return isFollowed;
}

test("no article is seen twice, and each once, whatever becomes of a blog", {
  timeout,
}, async () => {
  const history: fc.Arbitrary<Steps> = fc.array(step, { minLength: 5, maxLength: 25, size: "max" });
  // What leaves the window may come back to it.
  const limit = fc.constantFrom<Life["limit"]>("all", 4);
  await fc.assert(
    fc.asyncProperty(limit, history, async (limit, steps) => {
      const blog = new RealBlog(await makeFolder());
      const readers = {
        rss: new Subscriber(keyOf),
        atom: new Subscriber(keyOf),
        json: new Subscriber(keyOf),
      };
      let life: Life = { ...beginning, limit };
      await blog.save(life);
      await publish(life, blog, { readers, when: "the beginning" });
      for (const { name, pick } of steps) {
        const next = isEvent(name) ? life : changes[name](life, pick);
        if (!(await isPossible(next, blog))) continue;
        life = next;
        if (isEvent(name)) await events[name](blog);
        await blog.save(life);
        await publish(life, blog, { readers, when: `${name} ${pick}` });
      }
    }),
    { numRuns: 16, examples },
  );
});
