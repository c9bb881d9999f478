import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { serveTexts } from "../support/feed-server.ts";
import { rssItem, rssText } from "../support/published.ts";
import { commitAll } from "../support/repository.ts";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const config = JSON.stringify({ site: { url: "https://example.com/", title: "Example" } });
const post = (title: string, date: string, text = "Text of some words.") =>
  `---\ntitle: ${title}\ndate: ${date}\n---\n${text}\n`;

/** A site whose feeds are built and committed, before a change. */
async function makeSite() {
  const folder = await makeFolder({
    "feedwright.config.json": config,
    "content/one.md": post("One", "2024-01-01"),
    "content/two.md": post("Two", "2024-01-02"),
  });
  await runIn(folder, ["build"]);
  await commitAll(folder, "2024-01-03T00:00:00Z");
  return folder;
}

const item = (title: string, id = title) =>
  `<item><title>${title}</title><link>https://example.com/${title}</link><guid>${id}</guid><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item>`;

test("tells what subscribers see between two files", async () => {
  const folder = await makeFolder({
    "old.xml": rssText(item("One") + item("Two")),
    "new.xml": rssText(item("One", "1") + item("Two") + item("Three")),
  });
  expect(await runIn(folder, ["diff", "old.xml", "new.xml"])).toEqual({
    code: 0,
    stderr: "",
    stdout: `old.xml → new.xml
  delivered again (1)
    One  https://example.com/One
      id: \`One\` is now \`1\`
      known again by its address

  new (1)
    Three  https://example.com/Three

  1 delivered again, 1 new, 1 as before

`,
  });
});

test("compares what is published with what would be built", async () => {
  const folder = await makeSite();
  const built = await runIn(folder, ["diff", "HEAD:dist/atom.xml"]);
  expect(built.stdout).toContain("HEAD:dist/atom.xml → atom.xml\n  2 as before\n");
  await addFiles(folder, {
    "content/one.md": post("One", "2024-01-01", "Text of many more words."),
    "content/three.md": post("Three", "2024-01-03"),
  });
  const { stdout } = await runIn(folder, ["diff", "dist/feed.json"]);
  expect(stdout).toContain("content: 2 words added, 1 removed");
  expect(stdout).toContain("1 new, 1 edited, 1 as before");
});

test("compares with the output folder of a revision, all formats at once", async () => {
  const folder = await makeSite();
  await addFiles(folder, { "content/three.md": post("Three", "2024-01-03") });
  await runIn(folder, ["build"]);
  const { code, stdout } = await runIn(folder, ["diff", "--since", "HEAD"]);
  expect(code).toBe(0);
  expect(stdout).toBe(`rss.xml, atom.xml, feed.json
  new (1)
    Three  https://example.com/three/

  1 new, 2 as before

`);
  const one = await runIn(folder, ["diff", "--since=HEAD", "dist/rss.xml", "dist/rss.xml"]);
  expect(one.stdout).toContain("HEAD:./dist/rss.xml → dist/rss.xml\n  new (1)");
});

test("knows that nothing pushes an entry out of a feed with room", async () => {
  const folder = await makeSite();
  await addFiles(folder, { "content/one.md": post("Nought", "2023-01-01") });
  const argv = ["diff", "dist/rss.xml", "--reporter", "json"];
  const kindsOf = (text: string) =>
    JSON.parse(text).feeds[0].changes.map(({ kind }: { kind: string }) => kind);
  await addFiles(folder, { "content/one.md": "", "content/three.md": post("Three", "2024-01-03") });
  const site = ["--skip-invalid"];
  expect(kindsOf((await runIn(folder, [...argv, ...site])).stdout)).toEqual(["removed", "new"]);
  const full = await runIn(folder, [...argv, ...site, "--limit", "2"]);
  expect(kindsOf(full.stdout)).toEqual(["new", "dropped"]);
});

test("compares with a file that stands for a revision", async () => {
  const folder = await makeSite();
  await addFiles(folder, { "old.xml": rssText(item("Gone")) });
  const { stdout } = await runIn(folder, ["diff", "--since", "old.xml"]);
  expect(stdout).toContain("old.xml → rss.xml\n  removed (1)\n    Gone");
});

test("compares with an address, named either way", async () => {
  const folder = await makeSite();
  const origin = await serveTexts({ "/rss.xml": rssText(item("Gone")) });
  for (const argv of [[`${origin}/rss.xml`], ["--since", `${origin}/rss.xml`]]) {
    const { stdout } = await runIn(folder, ["diff", ...argv]);
    expect(stdout).toContain(`${origin}/rss.xml → rss.xml\n  removed (1)\n    Gone`);
  }
});

test("tells everything to programs", async () => {
  const folder = await makeFolder({
    "old.xml": rssText(item("One")),
    "new.xml": rssText(item("One").replace("01 Jan", "02 Jan")),
  });
  const { stdout } = await runIn(folder, ["diff", "old.xml", "new.xml", "--reporter", "json"]);
  const one = { id: "One", url: "https://example.com/One", title: "One", updated: null };
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    feeds: [
      {
        name: "old.xml → new.xml",
        formats: { old: "rss", new: "rss" },
        counts: {
          "delivered-again": 0,
          removed: 0,
          new: 0,
          edited: 0,
          moved: 1,
          dropped: 0,
          unchanged: 0,
        },
        changes: [
          {
            kind: "moved",
            before: { ...one, published: "2024-01-01T00:00:00.000Z" },
            item: { ...one, published: "2024-01-02T00:00:00.000Z" },
          },
        ],
      },
    ],
  });
});

test("writes Markdown that no title can break", async () => {
  const spite =
    "*a* `b` [c](javascript:d) &lt;img src=x&gt; | @ann #1 $x$ ~e~ www.f.example\u2028- g";
  const entry = `<item><title>${spite}</title><guid isPermaLink="false">${"`".repeat(3)} | @bo</guid>`;
  const folder = await makeFolder({
    "old.xml": rssText(`${entry}</item>`),
    "new.xml": rssText(
      `${entry.replace("*a*", "@carl")}</item><item><title>${spite}</title><link>https://example.com/(x)?a|b</link></item>`,
    ),
  });
  const argv = ["diff", "old.xml", "new.xml"];
  const env = { GITHUB_ACTIONS: "true" };
  const { stdout } = await runIn(folder, argv, env);
  const allowed = new Set("root paragraph strong list listItem link inlineCode text".split(" "));
  const seen: string[] = [];
  const look = (node: object, isInside: boolean) => {
    const { type, value, children } = { value: "", children: [], type: "", ...node };
    seen.push(type);
    if (type === "text" && !isInside) expect(value).not.toMatch(/@|#1|\$|www/);
    for (const child of children) look(child, isInside || type === "link");
  };
  look(fromMarkdown(stdout), false);
  expect(seen.filter((type) => !allowed.has(type))).toEqual([]);
  expect(seen).toEqual(expect.arrayContaining(["inlineCode", "link"]));
});

test("shows no control characters to a terminal", async () => {
  const toText = (title: string) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "T",
      items: [{ title, id: "\u001b]0;x\u0007" }],
    });
  const folder = await makeFolder({
    "none.xml": rssText(""),
    "red.json": toText("\u001b[31mred\u009b0m"),
    "blue.json": toText("\u001b[34mblue\u009b0m"),
  });
  for (const old of ["none.xml", "blue.json"]) {
    const { stdout } = await runIn(folder, ["diff", old, "red.json"]);
    expect(stdout).toContain("red");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  }
});

test("--quiet shows only what would be delivered again or is gone", async () => {
  const folder = await makeFolder({
    "old.xml": rssText(rssItem("a")),
    "more.xml": rssText(rssItem("b") + rssItem("a")),
    "less.xml": rssText(""),
  });
  expect((await runIn(folder, ["diff", "old.xml", "more.xml", "--quiet"])).stdout).toBe("");
  expect((await runIn(folder, ["diff", "old.xml", "less.xml", "--quiet"])).stdout).not.toBe("");
});

test.each([
  { argv: ["diff"], says: "Expected a feed to compare with: `feedwright diff OLD [NEW]`" },
  { argv: ["diff", "none.xml"], says: "Expected a feed in a file that can be read: `none.xml`" },
  {
    argv: ["diff", "--since", "none"],
    says: "Expected a feed file, an address, or a revision that git knows here, not `none`",
  },
  {
    argv: ["diff", "--since", "HEAD", "--out", "elsewhere"],
    says: "Expected a feed that `HEAD` has, not `HEAD:./elsewhere/rss.xml`; where the feeds are not",
  },
])("says in a sentence what is wrong with $argv", async ({ argv, says }) => {
  const { code, stderr } = await runIn(await makeSite(), argv);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
});

test("says which feed is new since then", async () => {
  const folder = await makeFolder({
    "feedwright.config.json": config,
    "content/one.md": post("One", "2024-01-01"),
  });
  await runIn(folder, ["build", "--formats", "rss"]);
  await commitAll(folder, "2024-01-03T00:00:00Z");
  const { code, stdout, stderr } = await runIn(folder, ["diff", "--since", "HEAD"]);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: "rss.xml\n  1 as before\n\n" });
  expect(stderr).toContain("warning: Expected a feed that `HEAD` has, not `HEAD:./dist/atom.xml`");
});

test("compares nothing where an article is invalid", async () => {
  const folder = await makeSite();
  await addFiles(folder, { "content/bad.md": "---\ndate: never\n---\n" });
  expect(await runIn(folder, ["diff", "dist/rss.xml"])).toEqual({
    code: 1,
    stdout: "",
    stderr: "feedwright: an article is invalid; `feedwright list` tells which\n",
  });
});
