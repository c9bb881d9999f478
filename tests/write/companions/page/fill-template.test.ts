import { expect, test } from "vitest";
import { fillTemplate } from "../../../../src/write/companions/page/fill-template.ts";
import { latest, pageInput } from "../../../support/page-input.ts";
import { pageProblems } from "../../../support/page-problems.ts";

const template = `<!doctype html>
<html lang="en"><head><title>Mine</title><script>if (1 < 2) document.title = "<b>";</script></head>
<body><h1>Ours &amp; yours</h1>
<section data-feedwright="feeds">is replaced</section>
<ul><li>stays</li></ul>
<section data-feedwright="articles"></section>
<div data-feedwright="other">stays</div>
</body></html>`;

test("fills the elements that ask for it, and leaves the rest", () => {
  const articles = [latest({ title: "<script>x</script>" })];
  const html = fillTemplate(template, "t.html", pageInput({ articles }));
  expect(pageProblems(html)).toEqual([]);
  expect(html).toContain('<script>if (1 < 2) document.title = "<b>";</script>');
  expect(html).toContain("<h1>Ours &#x26; yours</h1>");
  expect(html).toContain('<div data-feedwright="other">stays</div>');
  expect(html).toContain('<section data-feedwright="feeds"><p dir="auto">Copy an address');
  expect(html).toContain('dir="auto">&#x3C;script>x&#x3C;/script></a>');
  expect(html).toContain(
    'title="Example (RSS)" href="https://example.com/rss.xml"></head>'
      .replace("RSS", "JSON Feed")
      .replace("rss.xml", "feed.json"),
  );
  expect(html).not.toContain("is replaced");
  expect(html).toMatch(/^<!doctype html><!-- Written by feedwright/);
});

test("refuses a template that asks for nothing", () => {
  expect(() => fillTemplate("<p>feeds</p>", "t.html", pageInput())).toThrow(
    'Expected an element such as `<div data-feedwright="feeds"></div>` in the template `t.html`, not a page without one',
  );
});
