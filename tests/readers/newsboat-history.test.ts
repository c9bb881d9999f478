import { join } from "node:path";
import { expect, test } from "vitest";
import { beginning, changes, type Life } from "../ledger/blog-changes.ts";
import { addressOf, keyIn, RealBlog } from "../ledger/real-blog.ts";
import { makeFolder } from "../support/temporary-folder.ts";
import { readWithNewsboat } from "./newsboat.ts";

/** newsboat, whose cache keeps what it once read, over a short history of a blog. */

const history: readonly (readonly [keyof typeof changes, number])[] = [
  ["write", 3],
  ["rename", 0],
  ["change the slug", 2],
  ["change the domain", 1],
  ["fix a typo", 1],
  ["rename and edit", 2],
  ["move", 4],
  ["change the pattern", 1],
  ["change the domain", 2],
  ["write", 7],
];

test.each(["rss", "atom"])("shows no item of %s twice, and each new one", async (format) => {
  const blog = new RealBlog(await makeFolder());
  const home = await makeFolder();
  const show = async (life: Life, when: string) => {
    await blog.save(life);
    await blog.run("build", "--jobs", "1", "--now", "2026-01-01");
    const feed = join(blog.root, "dist", `${format}.xml`);
    const entries = await readWithNewsboat([feed], home);
    const keys = entries.map(({ content }) => Number(keyIn(content)));
    const all = life.posts.map(({ key }) => key);
    expect(keys.toSorted(), when).toEqual(all.toSorted());
    return entries;
  };
  await show(beginning, "the beginning");
  let life = beginning;
  for (const [name, pick] of history) {
    life = changes[name](life, pick);
    await show(life, name);
  }
  const entries = await show(life, "the end");
  const addresses = entries.map(({ link }) => link).toSorted();
  expect(addresses).toEqual(life.posts.map((post) => addressOf(life, post)).toSorted());
  expect(entries.filter(({ id, link }) => id !== link)).not.toEqual([]);
});
