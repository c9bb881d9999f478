// What people write when they want a feed of their Markdown, in one file.
// node hand-written-script.mjs CONTENT OUT LIMIT all|needed
import { readFileSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Feed } from "feed";
import matter from "gray-matter";
import remarkGfm from "remark-gfm";
import remarkHtml from "remark-html";
import remarkParse from "remark-parse";
import { unified } from "unified";

const [content = "", out = "", limit = "20", rendered = "all"] = process.argv.slice(2);
const { SITE = "", TITLE = "" } = process.env;
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkHtml);

const names = await readdir(content, { recursive: true });
const posts = [];
for (const name of names.filter((name) => name.endsWith(".md"))) {
  // To wait for each would take three times as long as all the rest, where little is rendered.
  const { data, content: body } = matter(readFileSync(join(content, name), "utf8"), {});
  const html = rendered === "all" ? await render(body) : "";
  posts.push({ url: `${SITE}${name.replace(/\.md$/, "/")}`, data, body, html });
}
posts.sort((one, other) => other.data.date - one.data.date);

const feed = new Feed({ id: SITE, link: SITE, title: TITLE, copyright: "" });
for (const { url, data, body, html } of posts.slice(0, Number(limit))) {
  feed.addItem({
    id: url,
    link: url,
    title: data.title,
    date: data.date,
    author: [{ name: data.author }],
    category: data.tags.map((/** @type {string} */ name) => ({ name, term: name })),
    content: html || (await render(body)),
  });
}

await mkdir(out, { recursive: true });
await writeFile(join(out, "rss.xml"), feed.rss2());
await writeFile(join(out, "atom.xml"), feed.atom1());
await writeFile(join(out, "feed.json"), feed.json1());

/** @param {string} body */
async function render(body) {
  return String(await processor.process(body));
}
