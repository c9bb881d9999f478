import { expect, test } from "vitest";
import { checkOptions } from "../../src/config/check-options.ts";
import { ConfigError } from "../../src/config/errors.ts";

function attach() {}

test.each([
  { when: "nothing", markdown: {} },
  { when: "which parser", markdown: { parser: "satteri" } },
  { when: "math", markdown: { math: true } },
  { when: "shortcodes", markdown: { shortcodes: { note: "**{0}**", gone: "" } } },
  { when: "a plugin as a function", markdown: { remarkPlugins: [attach] } },
  { when: "a plugin as a package's name", markdown: { rehypePlugins: ["rehype-slug", "@a/b"] } },
  {
    when: "plugins with options",
    markdown: { remarkPlugins: [[attach], ["remark-toc", { tight: true }, 1]], rehypePlugins: [] },
  },
  {
    when: "what sanitising lets through",
    markdown: {
      sanitize: {
        tagNames: ["svg", "linearGradient", "my-element"],
        attributes: { "*": ["class"], svg: ["viewBox"] },
        protocols: { href: ["ftp", "web+ap", "x-y.z"] },
      },
    },
  },
])("`markdown` may say $when", ({ markdown }) => {
  expect(checkOptions({ markdown }, "c.json")).toEqual({ markdown });
});

test.each([true, false])("`feed.markdown` may be %s", (markdown) => {
  expect(checkOptions({ feed: { markdown } }, "c.json")).toEqual({ feed: { markdown } });
});

const plugin = "a plugin or the name of a package that exports one";
const pluginForms = "a plugin, the name of its package, or `[plugin, options]`";
const noScript = "an element's name that is not `script` or `style`";
const noProgram = "a scheme such as `ftp`, other than `javascript` and `vbscript`";

test.each([
  { options: { feed: { markdown: 1 } }, reason: "`true` or `false`, not `1` for `feed.markdown`" },
  { options: { markdown: true }, reason: "a table of settings, not `true` for `markdown`" },
  {
    options: { markdown: { parser: "marked" } },
    reason: "`remark` or `satteri`, not `marked` for `markdown.parser`",
  },
  {
    options: { markdown: { math: "katex" } },
    reason: "`true` or `false`, not `katex` for `markdown.math`",
  },
  {
    options: { markdown: { maths: true } },
    reason: "a known key, not `markdown.maths`; did you mean `markdown.math`?",
  },
  {
    options: { markdown: { shortcodes: "note" } },
    reason: "a table of texts by name, not `note` for `markdown.shortcodes`",
  },
  {
    options: { markdown: { shortcodes: { note: 1 } } },
    reason: "a text, not `1` for `markdown.shortcodes.note`",
  },
  {
    options: { markdown: { remarkPlugins: "remark-toc" } },
    reason: "a list of plugins, not `remark-toc` for `markdown.remarkPlugins`",
  },
  {
    options: { markdown: { rehypePlugins: { a: 1 } } },
    reason: "a list of plugins, not `{ a: 1 }` for `markdown.rehypePlugins`",
  },
  {
    options: { markdown: { remarkPlugins: ["a", ""] } },
    reason: "a package's name, not an empty one for `markdown.remarkPlugins.1`",
  },
  {
    options: { markdown: { remarkPlugins: [1] } },
    reason: `${pluginForms}, not \`1\` for \`markdown.remarkPlugins.0\``,
  },
  {
    options: { markdown: { rehypePlugins: [{ plugins: [] }] } },
    reason: `${pluginForms}, not \`{ plugins: [] }\` for \`markdown.rehypePlugins.0\``,
  },
  {
    options: { markdown: { remarkPlugins: [[]] } },
    reason: `${plugin}, not \`undefined\` for \`markdown.remarkPlugins.0.0\``,
  },
  {
    options: { markdown: { remarkPlugins: [[1, {}]] } },
    reason: `${plugin}, not \`1\` for \`markdown.remarkPlugins.0.0\``,
  },
  {
    options: { markdown: { sanitize: false } },
    reason:
      "a table of `tagNames`, `attributes` and `protocols`, not `false` for `markdown.sanitize`",
  },
  {
    options: { markdown: { sanitize: { tags: [] } } },
    reason:
      "a known key, not `markdown.sanitize.tags`; known are `tagNames`, `attributes`, `protocols`",
  },
  {
    options: { markdown: { sanitize: { tagNames: "svg" } } },
    reason: "a list of elements, not `svg` for `markdown.sanitize.tagNames`",
  },
  {
    options: { markdown: { sanitize: { tagNames: [1] } } },
    reason: "an element's name, not `1` for `markdown.sanitize.tagNames.0`",
  },
  ...["script", "style", "SCRIPT", "a b", ""].map((name) => ({
    options: { markdown: { sanitize: { tagNames: [name] } } },
    reason: `${noScript}, not ${name === "" ? "an empty one" : `\`${name}\``} for \`markdown.sanitize.tagNames.0\``,
  })),
  {
    options: { markdown: { sanitize: { attributes: { a: "rel" } } } },
    reason: "a list of attributes, not `rel` for `markdown.sanitize.attributes.a`",
  },
  {
    options: { markdown: { sanitize: { attributes: { a: [1] } } } },
    reason: "an attribute's name, not `1` for `markdown.sanitize.attributes.a.0`",
  },
  {
    options: { markdown: { sanitize: { protocols: "ftp" } } },
    reason: "lists of schemes by attribute, not `ftp` for `markdown.sanitize.protocols`",
  },
  ...["javascript", "vbscript", "https:"].map((name) => ({
    options: { markdown: { sanitize: { protocols: { href: [name] } } } },
    reason: `${noProgram}, not \`${name}\` for \`markdown.sanitize.protocols.href.0\``,
  })),
])("Expected $reason", ({ options, reason }) => {
  expect(() => checkOptions(options, "c.json")).toThrow(
    new ConfigError("c.json", [{ reason: `Expected ${reason}` }]),
  );
});
