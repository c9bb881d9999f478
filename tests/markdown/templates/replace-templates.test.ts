import { describe, expect, test } from "vitest";
import { replaceTemplates } from "../../../src/markdown/templates/replace-templates.ts";
import { article } from "../../support/article.ts";
import { fc } from "../../support/fast-check.ts";
import { contextOf, htmlOf, replaced } from "../../support/rendered.ts";

const other = article({
  source: "posts/2024-01-02-other.md",
  url: "https://example.com/blog/other/",
});
const around = {
  articles: [other],
  settings: { shortcodes: { box: "<b>{0}|{kind}|{inner}</b>", mark: "**{0}**" } },
};

function replacedText(text: string) {
  return replaced(replaceTemplates, text, contextOf({ source: "posts/a.md" }, around));
}

function warning(place: string, name: string): string {
  return `${place} template: Expected Markdown, not the template syntax \`${name}\`; it is left out`;
}

describe("translates", () => {
  test.each([
    {
      when: "highlight",
      text: "{% highlight js linenos %}\na {% b %}\n{% endhighlight %}",
      to: "```js\na {% b %}\n```",
    },
    {
      when: "highlight with a fence inside",
      text: "{% highlight md %}\n```\na\n```\n{% endhighlight %}",
      to: "````md\n```\na\n```\n````",
    },
    {
      when: "Hugo's highlight",
      text: '{{< highlight go "linenos=table" >}}\n{{< x >}}\n{{< /highlight >}}',
      to: "```go\n{{< x >}}\n```",
    },
    {
      when: "a theme's name for highlight",
      text: '{{< code-rust "n" >}}\nlet a;\n{{< /code-rust >}}',
      to: "```rust\nlet a;\n```",
    },
    {
      when: "highlight in a line",
      text: "see {% highlight js %}a{% endhighlight %}",
      to: "see `` a ``",
    },
    { when: "raw", text: "{% raw %}{{ a }}{% endraw %}", to: "&#123;{ a }}" },
    { when: "raw in code", text: "`{% raw %}{{ a }}{% endraw %}`", to: "`{{ a }}`" },
    {
      when: "raw around code",
      text: "{% raw %}\n```\n{{ a }}\n```\n{% endraw %}",
      to: "\n```\n{{ a }}\n```\n",
    },
    { when: "a comment", text: "a{% comment %}\nb\n{% endcomment %}c", to: "a\n\nc" },
    {
      when: "link",
      text: "[a]({% link posts/2024-01-02-other.md %})",
      to: "[a](https://example.com/blog/other/)",
    },
    {
      when: "post_url",
      text: "[a]({% post_url 2024-01-02-other %}#b)",
      to: "[a](https://example.com/blog/other/#b)",
    },
    {
      when: "ref and relref",
      text: '{{< ref "2024-01-02-other.md" >}} {{% relref "2024-01-02-other" %}}',
      to: "https://example.com/blog/other/ https://example.com/blog/other/",
    },
    {
      when: "relative_url and absolute_url",
      text: "{{ '/x' | relative_url }} {{ \"y\" | absolute_url }}",
      to: "https://example.com/x https://example.com/y",
    },
    {
      when: "site and page",
      text: "{{ site.url }}{{ site.baseurl }} {{page.title}}",
      to: "https://example.com A",
    },
    {
      when: "figure",
      text: '{{< figure src="/a.png" alt="x" caption="C & D" link="/l" >}}',
      to: '<figure><a href="/l"><img src="/a.png" alt="x"></a><figcaption>C & D</figcaption></figure>',
    },
    {
      when: "youtube",
      text: '{{< youtube abc >}}{{ youtube(id="d") }}',
      to: '<span><iframe src="https://www.youtube.com/embed/abc"></iframe></span><span><iframe src="https://www.youtube.com/embed/d"></iframe></span>',
    },
    {
      when: "vimeo",
      text: "{{< vimeo 12 >}}",
      to: '<iframe src="https://player.vimeo.com/video/12"></iframe>',
    },
    {
      when: "gist",
      text: "{{< gist a 1 >}}{% gist a/2 %}",
      to: '<span><script src="https://gist.github.com/a/1.js"></script></span><span><script src="https://gist.github.com/a/2.js"></script></span>',
    },
    {
      when: "a tweet",
      text: '{{< x user="a" id="20" >}}',
      to: "[@a: post 20](<https://x.com/a/status/20>)",
    },
    {
      when: "a name of the user's",
      text: "{{< mark one >}} {% mark two %}",
      to: "**one** **two**",
    },
    {
      when: "a pair of the user's",
      text: '{{< box 1 kind="k" >}}in {{< mark x >}}{{< /box >}}',
      to: "<b>1|k|in **x**</b>",
    },
    { when: "an admonition", text: ":::note\n\nText\n\n:::", to: "> **Note**\n> \n> Text\n> \n" },
    {
      when: "an admonition's title",
      text: ":::tip[A *b*]\nText\n:::\nAfter",
      to: "> **A *b***\\\n> Text\n\nAfter",
    },
    {
      when: "an admonition in another",
      text: "::::info A\n:::danger\nT\n:::\n::::",
      to: "> **A**\\\n> > **Danger**\\\n> > T\n>\n",
    },
    { when: "attributes of a block", text: "Text\n{: .note #id}\nMore", to: "Text\n\nMore" },
    { when: "attributes of a span", text: '*a*{:.b} [c](d){:target="_blank"}', to: "*a* [c](d)" },
    { when: "a table of contents", text: "* TOC\n{:toc}\n\nText", to: "\n\n\nText" },
    {
      when: "MDX's imports and exports",
      text: "import A from 'a';\n\nexport const b = {\n  c,\n};\n\nText {/* d */}",
      to: "\n\n\n\n\n\nText ",
    },
  ])("$when", ({ text, to }) => {
    expect(replacedText(text)).toEqual({ text: to, messages: [] });
  });
});

test("keeps what stands on the line of an embed Markdown", async () => {
  const link = '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">';

  expect(await htmlOf("{{< youtube dQw4w9WgXcQ >}} [r](/x)")).toBe(
    `<p><span>${link}<img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt="Video on YouTube"></a><br>${link}Video on YouTube</a></span> <a href="https://example.com/x">r</a></p>`,
  );
});

test("puts the user's text in the place of MDX's components and expressions", () => {
  const shortcodes = { "<Badge>": "**{text}**", "props.name": "Ada" };
  const text = 'import A from "a"\n\n<Badge text="new" /> {props.name} <Badge text="b">c</Badge>';

  expect(replaced(replaceTemplates, text, contextOf({}, { settings: { shortcodes } }))).toEqual({
    text: "\n\n**new** Ada **b**c",
    messages: [],
  });
});

describe("leaves out what it does not know, with one warning a name", () => {
  test.each([
    {
      when: "a tag",
      text: "a\n b {% foo x %}{% foo %} c",
      to: "a\n b  c",
      messages: [warning("2:4", "foo")],
    },
    {
      when: "a value",
      text: "{{ site.foo }}{{ site.foo }}",
      to: "",
      messages: [warning("1:1", "site.foo")],
    },
    {
      when: "a pair, whose text stays",
      text: "{{< foo >}}in{{< /foo >}}",
      to: "in",
      messages: [warning("1:1", "foo")],
    },
    {
      when: "a condition, whose text stays",
      text: "{% if a %}b{% endif %}",
      to: "b",
      messages: [warning("1:1", "if")],
    },
    {
      when: "an article that is not there",
      text: "[a]({% link b.md %})",
      to: "[a]()",
      messages: [],
    },
    {
      when: "components and expressions of MDX",
      text: "import A from 'a'\n\n<A b={1}>\n\n*c* {d}\n\n</A>",
      to: "\n\n\n\n*c* \n\n",
      messages: [warning("3:1", "<A>"), warning("5:5", "d")],
    },
  ])("$when", ({ text, to, messages }) => {
    expect(replacedText(text)).toEqual({ text: to, messages });
  });
});

describe("leaves alone", () => {
  test.each([
    "`{{ a }}` and `` {% b %} ``",
    "```liquid\n{% include a %}\n{{ b }}\n:::note\n{: .c}\n```",
    "    {% indented %}\n",
    "~~~\n{{< a >}}\n~~~",
    "A price of { 5 } and {a: 1}.",
    "import taxes rose, and export too.",
    "a ::: b",
    "`{:.a}` and {x}",
  ])("%j", (text) => {
    expect(replacedText(text)).toEqual({ text, messages: [] });
  });
});

const pieces = fc.constantFrom(
  ..."{% {%- %} {{ }} {{< >}} {{% %}} {: .a} {:toc} ::: :::note raw endraw highlight endhighlight".split(
    " ",
  ),
  ...[
    "js ",
    "comment ",
    "\n{% highlight js %}\n",
    "\n{% endhighlight %}\n",
    "{% raw %}",
    "{% endraw %}",
    ":::note\n",
    ":::\n",
    "endcomment ",
    "\n",
    "\n\n",
    "```\n",
    "`",
    "* TOC\n",
    "import a from 'b'\n",
    "<A b={1}>",
    "{c}",
    "text ",
  ],
);

test("keeps the number of lines, whatever comes", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      const text = parts.join("");
      const lines = replacedText(text).text.split("\n").length;

      expect(lines).toBe(text.split("\n").length);
    }),
    { numRuns: 1000 },
  );
});
