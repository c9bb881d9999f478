import { expect, test } from "vitest";
import { rendered } from "../support/rendered.ts";

test.each([
  { when: "its heading", body: "text\n\n## First\n\n# Second", title: "First" },
  { when: "a heading with an underline", body: "First\n=====", title: "First" },
  {
    when: "markup",
    body: "# A *b* `Vec<T>` [c](d) &amp; <i>e</i>[^1]\n\n[^1]: n",
    title: "A b Vec<T> c & e",
  },
  { when: "a raw heading", body: "<h1 align=center>Raw <b>one</b></h1>", title: "Raw one" },
  { when: "a heading in a quote", body: "> # Quoted", title: "Quoted" },
  { when: "line breaks", body: "a  \nb\n===", title: "a b" },
  { when: "an empty heading before", body: "#\n\n## Second", title: "Second" },
  { when: "a picture", body: "# ![ Logo ](x.png)", title: "Logo" },
  { when: "a picture beside text", body: "# ![Logo](x.png) Text", title: "Text" },
])("is the title of an article without one: $when", async ({ body, title }) => {
  expect(await rendered(body, { title: undefined })).toMatchObject({ title, messages: [] });
});

test.each([
  { when: "no heading", body: "text" },
  { when: "nothing", body: "" },
  { when: "only the footnotes' heading", body: "a[^1]\n\n[^1]: b" },
  { when: "a heading with nothing to read", body: "# ![](x.png)" },
  { when: "a heading in code", body: "```\n# a\n```" },
])("warns where there is no title: $when", async ({ body }) => {
  expect(await rendered(body, { title: undefined })).toMatchObject({
    title: undefined,
    messages: ["1:1 title: Expected a title or a heading"],
  });
});

test("leaves the title that is given", async () => {
  expect(await rendered("# Other", { title: "Given" })).toMatchObject({
    title: "Given",
    messages: [],
  });
});
