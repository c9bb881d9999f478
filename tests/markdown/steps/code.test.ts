import { expect, test } from "vitest";
import { code } from "../../../src/markdown/steps/code.ts";
import { stepped } from "../../support/rendered.ts";

const plain = '<pre><code class="language-js">let a;\nlet b;\n</code></pre>';

test.each([
  { when: "plain", before: plain, after: plain },
  { when: "no code in it", before: "<pre>a\nb</pre>", after: "<pre><code>a\nb</code></pre>" },
  {
    when: "highlighted in place",
    before:
      '<pre class="x"><code class="hljs language-js" style="a"><span class="k">let</span> <b>a</b>;\nlet b;\n</code></pre>',
    after: plain,
  },
  {
    when: "of Rouge",
    before:
      '<div class="language-js highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span class="k">let</span> a;\nlet b;\n</code></pre></div></div>',
    after: plain,
  },
  {
    when: "of Hugo's Chroma with line numbers in a table",
    before:
      '<div class="highlight"><table><tr><td><pre class="chroma"><code><span class="lnt">1\n</span></code></pre></td><td><pre class="chroma"><code class="language-js" data-lang="js">let a;\nlet b;\n</code></pre></td></tr></table></div>',
    after: plain,
  },
  {
    when: "of Jekyll with a gutter",
    before:
      '<figure class="highlight"><table class="rouge-table"><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>let a;\nlet b;\n</pre></td></tr></table></figure>',
    after: "<pre><code>let a;\nlet b;\n</code></pre>",
  },
  {
    when: "of Chroma with line numbers in the lines",
    before:
      '<pre class="chroma"><code class="language-js"><span class="ln">1</span>let a;\n<span class="ln">2</span>let b;\n</code></pre>',
    after: plain,
  },
  {
    when: "with a copy button",
    before:
      '<pre><button>Copy</button><code class="lang-js">let a;\nlet b;\n<button>Copy</button></code></pre>',
    after: plain,
  },
  {
    when: "of Shiki, its language in data",
    before:
      '<pre class="shiki" data-language="js"><code><span class="line">let a;</span>\n<span class="line">let b;</span>\n</code></pre>',
    after: plain,
  },
  {
    when: "with a language that is none",
    before: '<pre><code class="language-a&quot;b">x</code></pre>',
    after: "<pre><code>x</code></pre>",
  },
  {
    when: "a class on a span of code",
    before: '<p><code class="language-js highlighter">x</code></p>',
    after: "<p><code>x</code></p>",
  },
  { when: "a button elsewhere", before: "<p>a<button>b</button></p>", after: "<p>a</p>" },
  {
    when: "a box named for highlights without code",
    before: '<div class="highlight"><p>a</p></div>',
    after: '<div class="highlight"><p>a</p></div>',
  },
])("gives code as text in `pre` and `code`: $when", ({ before, after }) => {
  expect(stepped(code, before)).toEqual({ html: after, messages: [] });
});
