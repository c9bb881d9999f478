import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import { runIn, runWith } from "../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];
const content = { "content/a.md": "---\ntitle: A\ndate: 2024-07-31\n---\nText" };

function config(options: object): Files {
  return { "feedwright.config.json": JSON.stringify(options) };
}

// An hour after the files were written, when what they are is trusted: a run in which nothing has
// changed repeats the last report.
async function runLater(folder: string) {
  return await runWith(site, { cwd: folder, now: () => new Date(Date.now() + 60 * 60 * 1000) });
}

async function build(folder: string, ...flags: readonly string[]) {
  const { code, stdout } = await runIn(folder, [...site, "--reporter", "json", ...flags]);
  const { feeds, messages }: Outcome = JSON.parse(stdout);
  return {
    code,
    statuses: Object.fromEntries(feeds.map(({ path, status }) => [path, status])),
    messages: messages.map(({ severity, rule, reason }) => `${severity} ${rule}: ${reason}`),
  };
}

const taken =
  "warning taken: Expected no file, or one that feedwright wrote, at `subscribe.html` in the output folder; it stays as it is";

describe("a page that somebody else wrote", () => {
  test.each([
    { text: "<h1>My own</h1>" },
    { text: "" },
    { text: `${" ".repeat(300)}Written by feedwright (12345678); what is changed here is lost.` },
  ])("stays, and that is said in each run: %j", async ({ text }) => {
    const folder = await makeFolder({ ...content, "dist/subscribe.html": text });
    for (const flags of [["--dry-run"], [], [], ["--check"]]) {
      const { code, statuses, messages } = await build(folder, ...flags);
      expect(code).toBe(0);
      expect(messages).toEqual([taken]);
      expect(Object.keys(statuses)).not.toContain("subscribe.html");
    }
    for (const _ of [1, 2, 3]) {
      expect((await runLater(folder)).stderr).toContain("at `subscribe.html`");
    }
    expect(await readFile(join(folder, "dist/subscribe.html"), "utf8")).toBe(text);
  });

  test("makes room for feedwright's when it goes", async () => {
    const folder = await makeFolder({ ...content, "dist/subscribe.html": "own" });
    for (const _ of [1, 2]) await runLater(folder);
    await rm(join(folder, "dist/subscribe.html"));
    expect((await runLater(folder)).stderr).toContain("written      subscribe.html");
  });

  test("stays when the page is no longer wanted", async () => {
    const folder = await makeFolder({ ...content, "dist/subscribe.html": "own" });
    await build(folder);
    await addFiles(folder, config({ page: false }));
    expect((await build(folder)).messages).toEqual([]);
    expect(await readFile(join(folder, "dist/subscribe.html"), "utf8")).toBe("own");
  });

  test("is another site's, where two write into one folder", async () => {
    const files = (name: string) => ({
      [`${name}/a.md`]: content["content/a.md"],
      [`${name}.json`]: JSON.stringify({
        content: { folder: name },
        feed: { paths: { rss: `${name}.xml` }, formats: ["rss"], style: `${name}.css` },
      }),
    });
    const folder = await makeFolder({ ...files("en"), ...files("ko") });
    expect((await build(folder, "--config", "en.json")).messages).toEqual([]);
    const first = await readFile(join(folder, "dist/subscribe.html"), "utf8");
    expect((await build(folder, "--config", "ko.json")).messages).toEqual([taken]);
    expect(await readFile(join(folder, "dist/subscribe.html"), "utf8")).toBe(first);
  });
});

describe("feedwright's own page", () => {
  test.each([{ flags: [] }, { flags: ["--no-cache"] }])(
    "is written anew after a change: $flags",
    async ({ flags }) => {
      const folder = await makeFolder(content);
      await build(folder, ...flags);
      const path = join(folder, "dist/subscribe.html");
      const own = await readFile(path, "utf8");
      await writeFile(path, own.replace("</body>", "<p>edited</p></body>"));
      const { statuses, messages } = await build(folder, ...flags);
      expect([statuses["subscribe.html"], messages]).toEqual(["written", []]);
      expect(await readFile(path, "utf8")).toBe(own);
    },
  );

  test("goes where it is no longer wanted", async () => {
    const folder = await makeFolder({ ...content, ...config({}) });
    await build(folder);
    await addFiles(folder, config({ page: false, feed: { style: false } }));
    const { statuses } = await build(folder);
    expect(statuses).toMatchObject({ "subscribe.html": "removed", "feed.css": "removed" });
    expect(await readFile(join(folder, "dist/rss.xml"), "utf8")).not.toContain("xml-stylesheet");
  });

  test("follows its template, though nothing else has changed", async () => {
    const template = (text: string) => ({
      "t.html": `<!doctype html><title>T</title><p>${text}<div data-feedwright="feeds"></div>`,
    });
    const options = config({ page: { template: "t.html" } });
    const folder = await makeFolder({ ...content, ...options, ...template("one") });
    const read = async () => await readFile(join(folder, "dist/subscribe.html"), "utf8");
    await runLater(folder);
    expect(await read()).toContain("<p>one</p>");
    await runLater(folder);
    await addFiles(folder, template("another"));
    await runLater(folder);
    expect(await read()).toContain("<p>another</p>");
  });

  test("needs a template that is there", async () => {
    const folder = await makeFolder({ ...content, ...config({ page: { template: "t.html" } }) });
    const { code, stderr } = await runIn(folder, site);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "feedwright: Expected a template that is there, not `t.html` for `page.template`\n",
    });
  });
});

test("check tells of a page that is out of date", async () => {
  const folder = await makeFolder(content);
  await build(folder);
  await writeFile(join(folder, "dist/feed.css"), "/* edited */");
  await addFiles(folder, config({ page: "subscribe.html", site: { language: "ko" } }));
  const { code, stdout } = await runIn(folder, ["check", ...site, "--reporter", "json"]);
  const { messages }: Outcome = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(messages.map(({ reason }) => reason)).toContain(
    "Expected `rss.xml`, `atom.xml`, `feed.json` and `subscribe.html` as a build would write them",
  );
});

test("check misses no feeds where only somebody else's page is committed", async () => {
  const folder = await makeFolder({ ...content, "dist/subscribe.html": "own" });
  const { code, stdout } = await runIn(folder, ["check", ...site, "--reporter", "json"]);
  const { messages }: Outcome = JSON.parse(stdout);
  expect({ code, rules: messages.map(({ rule }) => rule) }).toEqual({ code: 0, rules: ["taken"] });
});

describe("feeds of groups and archives", () => {
  const tagged = (name: string, day: string, tags: string) => ({
    [`content/${name}.md`]: `---\ntitle: ${name}\ndate: ${day}\ntags: [${tags}]\n---\nText`,
  });
  const articles = { ...tagged("a", "2024-07-30", "x"), ...tagged("b", "2024-07-31", "x, y") };
  const read = async (folder: string, path: string) => {
    return await readFile(join(folder, "dist", path), "utf8");
  };

  test("are told of by their own titles, archives only to the server", async () => {
    const feed = { groups: ["tag"], limit: 1, archives: { size: 1 }, opml: true, links: true };
    const folder = await makeFolder({ ...articles, ...config({ feed, hosting: "netlify" }) });
    const { stdout } = await runIn(folder, [...site, "--reporter", "json"]);
    const outcome: Outcome = JSON.parse(stdout);
    const archive = outcome.feeds.find(({ group }) => group?.by === "archive")?.path ?? "";
    expect(await read(folder, "_headers")).toContain(`/${archive}\n`);
    for (const path of ["subscribe.html", "feeds.opml", "feeds.html"]) {
      const text = await read(folder, path);
      expect(text).toContain("https://example.com/tag/y/rss.xml");
      expect(text).toContain("y – Example");
      expect(text).not.toContain(archive);
    }
    expect(outcome.articles[1]?.links).toContain(
      '<link rel="alternate" type="application/rss+xml" title="y – Example (RSS)" href="https://example.com/tag/y/rss.xml">',
    );
    expect(await read(folder, "tag/y/rss.xml")).toContain('href="../../feed.css"');
  });

  test("have lists of their own, which another list includes", async () => {
    const feed = { groups: ["tag", "author", "language+tag"], opmlIncludes: true, limit: 1 };
    const lists = (options: object) =>
      config({ feed: { ...feed, ...options }, hosting: "netlify" });
    const folder = await makeFolder({ ...articles, ...lists({}) });
    const { statuses } = await build(folder);
    // Nobody wrote the articles, and their language is not known.
    const named = Object.keys(statuses).filter((path) => path.endsWith(".opml"));
    expect(named).toEqual(["categories.opml", "categories-tag.opml"]);
    expect(await read(folder, "categories.opml")).toContain(
      '<outline type="include" text="tag" url="https://example.com/categories-tag.opml" />',
    );
    const list = await read(folder, "categories-tag.opml");
    expect(list).toContain('xmlUrl="https://example.com/tag/y/atom.xml"');
    expect(list).not.toContain('xmlUrl="https://example.com/atom.xml"');
    const headers = await read(folder, "_headers");
    for (const path of named) {
      expect(headers).toContain(`/${path}\n  Content-Type: text/x-opml; charset=utf-8\n`);
    }
    for (const _ of [1, 2]) {
      expect((await runLater(folder)).stderr).toMatch(/^unchanged +categories-tag\.opml/m);
    }
    await addFiles(folder, lists({ groups: ["section"] }));
    expect((await runLater(folder)).stderr).toMatch(/^removed +categories-tag\.opml/m);
    await addFiles(folder, lists({ opmlIncludes: "lists/all.opml" }));
    expect((await runLater(folder)).stderr).toMatch(/^written +lists\/all-tag\.opml/m);
  });

  test.each([
    { page: "tag/x/RSS.xml", path: "tag/x/RSS.xml", feed: "tag/x/rss.xml" },
    { page: "tag", path: "tag", feed: "tag/y/feed.json" },
    { page: "tag/y/rss.xml/index.html", path: "tag/y/rss.xml/index.html", feed: "tag/y/rss.xml" },
  ])("leave no place to the page at $page", async ({ page, path, feed }) => {
    const options = config({ page, feed: { groups: ["tag"] } });
    const folder = await makeFolder({ ...articles, ...options });
    const { code, stderr } = await runIn(folder, site);
    const name = feed.slice("tag/".length, "tag/".length + 1);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `feedwright: Expected a file of its own for what stands beside the feeds, not \`${path}\` beside \`${feed}\` for the tag \`${name}\`; give them other folders with \`feed.groupPaths\` or \`path\`, or it another path (\`page\`, \`feed.style\` …)\n`,
    });
  });
});

test.each([
  ["netlify", "_headers"],
  ["cloudflare", "_headers"],
  ["vercel", "vercel.json"],
  ["apache", ".htaccess"],
  ["nginx", "feeds.nginx.conf"],
  ["caddy", "feeds.caddy"],
  ["github-pages", ".nojekyll"],
])("for %s it writes %s", async (hosting, path) => {
  const folder = await makeFolder({ ...content, ...config({ hosting }) });
  expect((await build(folder)).statuses[path]).toBe("written");
  expect((await build(folder)).statuses[path]).toBe("unchanged");
});

test("a file without room for a mark is known by what was remembered of it", async () => {
  const options = (rss: string) => config({ hosting: "vercel", feed: { paths: { rss } } });
  const folder = await makeFolder({ ...content, ...options("rss.xml") });
  await build(folder);
  await addFiles(folder, options("index.xml"));
  const { statuses, messages } = await build(folder);
  expect([statuses["vercel.json"], messages]).toEqual(["written", []]);
});
