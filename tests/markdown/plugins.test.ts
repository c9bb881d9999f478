import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { guard, type Plugin, PluginError } from "../../src/markdown/plugins.ts";
import { createProcessors } from "../../src/markdown/processor.ts";
import { createRender } from "../../src/markdown/render.ts";
import type { MarkdownSettings } from "../../src/markdown/settings.ts";
import { article } from "../support/article.ts";
import { site } from "../support/feed-document.ts";
import { markdownSettings } from "../support/rendered.ts";

type Attach = Plugin["attach"];

function plugin(name: string, attach: Attach, ...options: readonly unknown[]): Plugin {
  return { name, attach, options };
}

async function render(settings: Partial<MarkdownSettings>, body = "Text") {
  const one = article({ body });
  const entry = await createRender(site(), markdownSettings(settings))(one);
  const messages = one.file.messages.map(({ reason, fatal, ruleId }) => ({
    reason,
    fatal,
    ruleId,
  }));
  return { html: entry?.html, messages };
}

const heading = { type: "heading", depth: 2, children: [{ type: "text", value: "Added" }] };
const marked = (tagName: string, properties = {}) => ({
  type: "element",
  tagName,
  properties,
  children: [{ type: "text", value: "added" }],
});

const append =
  (node: unknown): Attach =>
  () =>
  (tree: { readonly children: unknown[] }) => {
    tree.children.push(node);
  };

describe("plugins of the user", () => {
  test("of remark work on Markdown's tree, before it is HTML", async () => {
    const settings = { remarkPlugins: [plugin("append", append(heading))] };

    expect(await render(settings)).toEqual({ html: "<p>Text</p>\n<h2>Added</h2>", messages: [] });
  });

  test("of rehype work before the finishing steps and sanitising", async () => {
    const link = { ...marked("a", { href: "/added", onClick: "x()" }) };
    const settings = { rehypePlugins: [plugin("append", append(link))] };

    expect(await render(settings)).toEqual({
      html: '<p>Text</p><a href="https://example.com/added">added</a>',
      messages: [],
    });
  });

  test("get their options, may be asynchronous, and may return another tree", async () => {
    const replace: Attach = (value) => async () => ({
      type: "root",
      children: [{ type: "paragraph", children: [{ type: "text", value }] }],
    });
    const settings = { remarkPlugins: [plugin("replace", replace, "Other")] };

    expect((await render(settings)).html).toBe("<p>Other</p>");
  });

  test("may take a callback", async () => {
    const late: Attach =
      () => (tree: unknown, _file: unknown, next: (error: undefined, tree: unknown) => void) => {
        setTimeout(() => next(undefined, tree), 1);
      };

    expect((await render({ remarkPlugins: [plugin("late", late)] })).html).toBe("<p>Text</p>");
  });

  test("may extend the parser", async () => {
    const settings = markdownSettings({ math: true });

    expect(createProcessors(settings).markdown.parse("$x$").children).toMatchObject([
      { children: [{ type: "inlineMath", value: "x" }] },
    ]);
  });
});

describe("a plugin that fails is an error that names it", () => {
  const failing: readonly {
    readonly when: string;
    readonly attach: Attach;
    readonly reason: string;
  }[] = [
    {
      when: "it throws",
      attach: () => () => {
        throw new Error("no such thing");
      },
      reason: "Expected `bad` to do its work (no such thing)",
    },
    {
      when: "it rejects",
      attach: () => async () => await Promise.reject(new Error("no such thing")),
      reason: "Expected `bad` to do its work (no such thing)",
    },
    {
      when: "it returns what is no tree",
      attach: () => () => ({ type: "paragraph" }),
      reason: "Expected `bad` to return a tree or nothing",
    },
    {
      when: "it returns a text",
      attach: () => () => "nonsense",
      reason: "Expected `bad` to return a tree or nothing",
    },
  ];

  test.each(failing)("when $when", async ({ attach, reason }) => {
    const bad = plugin("bad", attach);
    const expected = { html: undefined, messages: [{ reason, fatal: true, ruleId: "plugin" }] };

    expect(await render({ remarkPlugins: [bad] })).toEqual(expected);
    expect(await render({ rehypePlugins: [bad] })).toEqual(expected);
  });

  test("when it leaves a tree in pieces", async () => {
    const bad = plugin("bad", append(null));
    const [ofRemark, ofRehype] = [
      await render({ remarkPlugins: [bad] }),
      await render({ rehypePlugins: [bad] }),
    ];

    for (const { html, messages } of [ofRemark, ofRehype]) {
      expect(html).toBe(undefined);
      expect(messages).toHaveLength(1);
      expect(messages[0]?.reason).toMatch(/^Expected `bad` to leave a whole tree/);
    }
  });

  test.each<{ readonly when: string; readonly attach: Attach }>([
    {
      when: "it never ends",
      attach: () => () => {
        for (;;);
      },
    },
    { when: "its promise never settles", attach: () => async () => await new Promise(() => {}) },
  ])("when $when", async ({ attach }) => {
    const processor = unified().use(guard(plugin("bad", attach), 50));

    await expect(processor.run({ type: "root" })).rejects.toThrow(/^Expected `bad` to do its work/);
  });

  test("when it throws as it is attached", () => {
    const bad = plugin("bad", () => {
      throw new Error("no such option");
    });

    expect(() => createProcessors(markdownSettings({ remarkPlugins: [bad] }))).toThrow(
      new PluginError("Expected `bad` to do its work (no such option)"),
    );
  });
});
