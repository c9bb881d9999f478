import { expect, test } from "vitest";
import { ConfigError } from "../../src/config/errors.ts";
import type { Options } from "../../src/config/options.ts";
import { resolveMarkdown } from "../../src/config/resolve-markdown.ts";

function remarkOne() {}
const rehypeTwo = () => {};

test("what is stated is kept, and plugins get their names and options apart", () => {
  expect(
    resolveMarkdown({
      feed: { markdown: true },
      markdown: {
        parser: "satteri",
        math: true,
        shortcodes: { note: "**{0}**" },
        remarkPlugins: [remarkOne, [rehypeTwo, { a: 1 }, "b"]],
        rehypePlugins: [[rehypeTwo], () => {}],
        sanitize: { tagNames: ["svg"], protocols: { href: ["ftp"] } },
      },
    }),
  ).toEqual({
    parser: "satteri",
    math: true,
    shortcodes: { note: "**{0}**" },
    source: true,
    excerptMarkers: [],
    remarkPlugins: [
      { name: "remarkOne", attach: remarkOne, options: [] },
      { name: "rehypeTwo", attach: rehypeTwo, options: [{ a: 1 }, "b"] },
    ],
    rehypePlugins: [
      { name: "rehypeTwo", attach: rehypeTwo, options: [] },
      { name: "plugin 2", attach: expect.any(Function), options: [] },
    ],
    sanitize: { tagNames: ["svg"], attributes: {}, protocols: { href: ["ftp"] } },
  });
});

test("no attribute is a handler of events", () => {
  const names = ["onclick", "onClick", "ONLOAD", "class", "data*", "viewBox"];
  const sanitize = { attributes: { "*": names, svg: ["onbegin"] } };
  expect(resolveMarkdown({ markdown: { sanitize } }).sanitize.attributes).toEqual({
    "*": ["class", "data*", "viewBox"],
    svg: [],
  });
});

const named: readonly { readonly when: string; readonly markdown: Options["markdown"] }[] = [
  { when: "alone", markdown: { rehypePlugins: [remarkOne, "remark-toc"] } },
  { when: "with options", markdown: { remarkPlugins: [["remark-toc", {}]] } },
];

test.each(named)("a name that nothing was loaded for is a mistake: $when", ({ markdown }) => {
  expect(() => resolveMarkdown({ markdown })).toThrow(
    new ConfigError("", [
      { reason: "Expected a plugin that was loaded, not the name `remark-toc`" },
    ]),
  );
});
