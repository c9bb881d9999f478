import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../support/run-feedwright.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const article = "---\ntitle: A\ndate: 2024-07-31\n---\nText";
const site = { url: "https://example.com/", title: "Example" };

/** A folder with an article, a config, and a package `remark-a` of this code. */
async function makeSite(code: string, markdown: object) {
  return await makeFolder({
    "content/a.md": article,
    "feedwright.config.json": JSON.stringify({ site, markdown }),
    "node_modules/remark-a/package.json": '{ "type": "module", "exports": "./index.js" }',
    "node_modules/remark-a/index.js": code,
  });
}

async function htmlOf(folder: string): Promise<string> {
  const { items } = JSON.parse(await readFile(join(folder, "dist/feed.json"), "utf8"));
  return items[0].content_html;
}

const append = (node: string) =>
  `export default (text) => (tree) => { tree.children.push(${node}); };`;
const element = append(`{
  type: "element",
  tagName: text,
  properties: { className: ["x"], id: "y", onClick: "z()", href: "ftp://example.org/" },
  children: [{ type: "text", value: "Added" }],
}`);

test("a plugin of a package works on the article", async () => {
  const folder = await makeSite(
    append('{ type: "paragraph", children: [{ type: "text", value: text }] }'),
    {
      remarkPlugins: [["remark-a", "Added"]],
    },
  );
  expect((await runIn(folder, [])).code).toBe(0);
  expect(await htmlOf(folder)).toBe("<p>Text</p>\n<p>Added</p>");
});

test.each([
  { when: "nothing more", tag: "font", sanitize: {}, html: "<p>Text</p>Added" },
  {
    when: "an element",
    tag: "font",
    sanitize: { tagNames: ["font"] },
    html: '<p>Text</p><font id="y">Added</font>',
  },
  {
    when: "attributes, but no handlers of events",
    tag: "b",
    sanitize: { attributes: { b: ["class", "onclick", "onClick"] } },
    html: '<p>Text</p><b class="x" id="y">Added</b>',
  },
  {
    when: "schemes",
    tag: "a",
    sanitize: { protocols: { href: ["ftp"] } },
    html: '<p>Text</p><a id="y" href="ftp://example.org/">Added</a>',
  },
])("the config lets through $when", async ({ tag, sanitize, html }) => {
  const folder = await makeSite(element, { rehypePlugins: [["remark-a", tag]], sanitize });
  expect((await runIn(folder, [])).code).toBe(0);
  expect(await htmlOf(folder)).toBe(html);
});

test.each([
  { list: "remarkPlugins", name: "script" },
  { list: "rehypePlugins", name: "style" },
])("no config lets <$name> through", async ({ list, name }) => {
  const folder = await makeSite(element, { [list]: ["remark-a"], sanitize: { tagNames: [name] } });
  expect(await runIn(folder, [])).toEqual({
    code: 2,
    stdout: "",
    stderr: `feedwright: feedwright.config.json: Expected an element's name that is not \`script\` or \`style\`, not \`${name}\` for \`markdown.sanitize.tagNames.0\`\n`,
  });
});

test.each(["remarkPlugins", "rehypePlugins"])(
  "of %s one that throws as it is attached is one sentence, and exit is 2",
  async (list) => {
    const folder = await makeSite("export default () => { throw new Error('no such option'); };", {
      [list]: ["remark-a"],
    });
    expect(await runIn(folder, [])).toEqual({
      code: 2,
      stdout: "",
      stderr: "feedwright: Expected `remark-a` to do its work (no such option)\n",
    });
    expect(await readdir(folder)).not.toContain("dist");
  },
);

test.each(["remarkPlugins", "rehypePlugins"])(
  "of %s one that throws on an article is an error of the article, and exit is 1",
  async (list) => {
    const folder = await makeSite(
      "export default () => () => { throw new Error('no such node'); };",
      {
        [list]: ["remark-a"],
      },
    );
    const { code, stdout } = await runIn(folder, ["--reporter", "json"]);
    expect(JSON.parse(stdout).messages).toEqual([
      {
        file: "a.md",
        line: 1,
        column: 1,
        severity: "error",
        rule: "plugin",
        reason: "Expected `remark-a` to do its work (no such node)",
        hint: "Correct the plugin, or leave it out of the config",
      },
    ]);
    expect(code).toBe(1);
    expect(await readdir(folder)).not.toContain("dist");
  },
);
