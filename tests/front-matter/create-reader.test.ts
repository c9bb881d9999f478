import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { plainRules } from "../../src/config/conventions/plain.ts";
import { createReader } from "../../src/front-matter/create-reader.ts";
import type { Outline } from "../../src/model.ts";
import { anyText } from "../support/any-text.ts";
import {
  anything,
  assert,
  asyncProperty,
  constantFrom,
  jsonValue,
  oneof,
} from "../support/fast-check.ts";
import { configBy, configOf, type Read, readText } from "../support/reading.ts";

const dated = "date: 2024-07-31";

describe("createReader", () => {
  test("gives the whole article, its body with the file's line numbers", async () => {
    const { file, article } = await readText(`---\n${dated}\ntitle: x\n---\n\n# y\n`, "news/a.md");
    expect(article).toEqual({
      source: "news/a.md",
      file,
      body: "\n\n\n\n\n# y\n",
      id: "https://example.com/news/a/",
      url: "https://example.com/news/a/",
      title: "x",
      published: new Date("2024-07-31T00:00:00Z"),
      authors: [],
      tags: [],
      enclosures: [],
    });
  });

  test.each([
    { when: "with front matter", text: `---\n${dated}\n---\n`, path: "a.md", status: "published" },
    { when: "with a date in its name", text: "# x", path: "2024-07-31-a.md", status: "published" },
    {
      when: "with a date in its folders",
      text: "# x",
      path: "2024/7/31/a.md",
      status: "published",
    },
    {
      when: "that says draft",
      text: `---\n${dated}\ndraft: true\n---\n`,
      path: "a.md",
      status: "draft",
    },
    {
      when: "that says unlisted",
      text: `---\n${dated}\nunlisted: true\n---\n`,
      path: "a.md",
      status: "unlisted",
    },
  ])("reads a file $when as $status", async ({ text, path, status }) => {
    const read = await readText(text, path);
    expect([read.status, read.messages]).toEqual([status, []]);
    expect(read.article?.source).toBe(path);
  });

  const ignored =
    "- info ignored Expected front matter or a date in the file's name: not an article";
  const empty = "- warning empty Expected an article, not an empty file";

  test.each([
    { when: "without front matter and date", text: "# x", path: "a.md", message: ignored },
    {
      when: "with a rule at its start",
      text: "----\n\n# x\n",
      path: "README.md",
      message: ignored,
    },
    { when: "that is empty", text: "", path: "a.md", message: empty },
    { when: "that holds only space", text: " \r\n\t\n", path: "a.md", message: empty },
    { when: "that is empty and has a date", text: "\n", path: "2024-07-31-a.md", message: empty },
  ])("ignores a file $when, and says so", async ({ text, path, message }) => {
    const read = await readText(text, path);
    expect([read.status, read.messages]).toEqual(["ignored", [message]]);
    expect([read.article, read.outline]).toEqual([undefined, nothing]);
  });

  test("reads an article without a body", async () => {
    const read = await readText(`---\n${dated}\n---`);
    expect([read.status, read.article?.body]).toEqual(["published", "\n\n"]);
  });

  test.each([
    {
      when: "front matter that cannot be read",
      text: "---\na: [\n---",
      message: "3:1 error front-matter Expected YAML (deficient indentation)",
    },
    { when: "no date", text: "---\ntitle: x\n---", message: "1:1 error date Expected a date" },
    { when: "an empty block", text: "---\n---\n", message: "1:1 error date Expected a date" },
    {
      when: "an impossible date",
      text: "+++\ndate = 2024-02-30\n+++",
      message: "2:8 error date Expected a date, not `2024-02-30`",
    },
    {
      when: "a wrong field",
      text: `{"date": "2024-07-31", "title": []}`,
      message: "1:33 error title Expected text, not a list",
    },
  ])("calls a file with $when invalid", async ({ text, message }) => {
    const read = await readText(text);
    expect([read.status, read.messages]).toEqual(["invalid", [message]]);
    expect(read.article).toBeUndefined();
  });

  test("calls a path with an impossible date invalid", async () => {
    const read = await readText("# x", "2024-02-30-a.md");
    expect([read.status, read.messages]).toEqual([
      "invalid",
      ["1:1 error date Expected a date, not `2024-02-30` from the path"],
    ]);
  });

  test.each([
    ["draft: true\ntitle: [x]", "3:8 warning title Expected text, not a list"],
    ["unlisted: true\ndate: soon", "3:7 warning date Expected a date, not `soon`"],
  ])("only warns of what is wrong with %j", async (yaml, message) => {
    const read = await readText(`---\n${yaml}\n---`);
    expect([read.status, read.messages]).toEqual([yaml.split(":")[0], [message]]);
  });

  test("asks no date of a draft", async () => {
    const read = await readText("---\npublished: false\ntitle: x\n---");
    expect([read.status, read.article, read.messages]).toEqual(["draft", undefined, []]);
    expect(read.outline).toEqual({ ...nothing, title: "x" });
  });

  test("warns of a key that is given twice, and takes the last", async () => {
    const read = await readText(`---\n${dated}\ntitle: x\nTITLE: y\n---`);
    expect(read.article?.title).toBe("y");
    expect(read.messages).toEqual([
      "4:1 warning duplicate-key Expected one `TITLE`, not several; the last one counts",
    ]);
  });

  test.each([
    { when: "YAML", text: "---\ndate: 2024-07-31\ntitle: x\ntitle: y\n---", place: "4:1" },
    { when: "TOML", text: '+++\ndate = 2024-07-31\ntitle = "x"\ntitle = "y"\n+++', place: "4:9" },
    { when: "JSON", text: '{"date": "2024-07-31",\n"title": "x",\n"title": "y"}', place: "3:1" },
  ])("takes the last of two keys in $when", async ({ text, place }) => {
    const read = await readText(text);
    expect(read.article?.title).toBe("y");
    expect(read.messages).toEqual([
      `${place} warning duplicate-key Expected one \`title\`, not several; the last one counts`,
    ]);
  });

  test.each([
    { when: "an error", fatal: true, status: "invalid" },
    { when: "a warning", fatal: false, status: "ignored" },
  ])("reads nothing of a file that was not read, with $when", async ({ fatal, status }) => {
    const file = new VFile({ path: "2024-07-31-a.md" });
    Object.assign(file.message("Not read"), { fatal });
    const reading = await createReader(configOf())(file);
    expect([reading.status, reading.article]).toEqual([status, undefined]);
    expect(file.messages).toHaveLength(1);
  });
});

const nothing = { authors: [], tags: [], enclosures: [] };

const words = [
  "---",
  "+++",
  "\n",
  ": ",
  "- ",
  "[",
  "]",
  "{",
  "}",
  '"',
  "'",
  "#",
  "&a ",
  "*a",
  "<<: ",
  "|",
  ">",
  "= ",
  "date: 2024-07-31\n",
  "date = 2024-07-31\n",
  '"date": "2024-07-31",',
  "draft: true\n",
  "title",
  "author",
  "tags",
  "enclosure",
  "permalink",
  "true",
  "null",
  "..",
  "/",
  "%",
  "\\",
  "!!",
];

const keys = constantFrom(...Object.values(plainRules.fields).flat());
const values = oneof(
  jsonValue(),
  anyText("/", "..", "%", "#", "?", "<b>", "</b>", "`", "&amp;", "2024-07-31", "@", "://"),
  anything({
    values: [constantFrom("a", "", true, 0, "2024-07-31", "javascript:a", "../../x")],
    maxDepth: 3,
  }),
);

describe("whatever stands in front matter, it gives an article or says why not", () => {
  test.each([
    { when: "YAML", wrap: (text: string) => `---\n${text}\n---\nx` },
    { when: "TOML", wrap: (text: string) => `+++\n${text}\n+++\nx` },
    { when: "JSON", wrap: (text: string) => `{"a": ${text}}\nx` },
    { when: "a value of YAML", wrap: (text: string) => `---\n${dated}\ntitle: ${text}\n---\nx` },
    { when: "anywhere", wrap: (text: string) => text },
  ])("as $when", async ({ wrap }) => {
    await assert(
      asyncProperty(anyText(...words), async (text) => {
        expectSound(await readText(wrap(text), "2024-07-31-a.md"));
      }),
      { numRuns: 200 },
    );
  });

  test("as any field's value", async () => {
    await assert(
      asyncProperty(keys, values, async (key, value) => {
        const json = JSON.stringify({ date: "2024-07-31", [key]: value });
        expectSound(await readText(json));
        expectSound(await readText(`---\n${json}\n---\n`));
      }),
      { numRuns: 300 },
    );
  });
});

function expectSound({ status, article, messages, outline }: Read): void {
  const errors = messages.filter((message) => message.includes(" error "));
  if (status === "published") expect(article).toMatchObject(whole);
  if (status === "invalid") expect(errors).not.toEqual([]);
  else expect(errors).toEqual([]);
  if (status === "ignored")
    expect(messages).toEqual([expect.stringMatching(/ (?:ignored|empty) /)]);
  expect(datesOf(outline).filter((date) => !/^\d{4}-/.test(date.toISOString()))).toEqual([]);
  // RFC 3986, appendix A, as far as it can tell one character from another.
  const address = /^https?:\/\/(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-F]{2})+$/i;
  expect(addressesOf(outline).filter((url) => !address.test(url))).toEqual([]);
}

const whole = {
  id: expect.stringMatching(/./),
  url: expect.stringMatching(/^https?:/),
  published: expect.any(Date),
};

function datesOf({ published, updated }: Outline): readonly Date[] {
  return [published, updated].filter((date) => date !== undefined);
}

function addressesOf({ url, image, comments, enclosures, authors }: Outline): readonly string[] {
  return [
    url,
    image,
    comments,
    ...enclosures.map((enclosure) => enclosure.url),
    ...authors.flatMap((author) => [author.url, author.avatar]),
  ].filter((address) => address !== undefined);
}

describe("createReader by a convention", () => {
  test("takes a file for what it is by its path below the base", async () => {
    const others = [{ glob: "**/_index.md", what: "a section" }];
    const config = configBy({ others }, { base: "/nowhere" });
    const read = await readText(`---\n${dated}\n---\n`, "news/_index.md", config);

    expect([read.status, read.article, read.messages]).toEqual([
      "ignored",
      undefined,
      ["- info ignored Expected an article, not a section"],
    ]);
    expect((await readText(`---\n${dated}\n---\n`, "a.md", config)).status).toBe("published");
  });

  test.each([
    { when: "has no date", text: "---\ntitle: a\n---\n", path: "about.md", status: "ignored" },
    {
      when: "has one in its path",
      text: "---\n---\n",
      path: "2024-01-02-a.md",
      status: "published",
    },
    { when: "has a wrong one", text: "---\ndate: x\n---\n", path: "a.md", status: "invalid" },
    {
      when: "is a draft without one",
      text: "---\ndraft: true\n---\n",
      path: "a.md",
      status: "draft",
    },
  ])("where undated files are pages, a file that $when is $status", async (given) => {
    const config = configBy({ dates: { missing: "page" } });
    expect((await readText(given.text, given.path, config)).status).toBe(given.status);
  });

  test("gives the path's date no weight where the convention does not", async () => {
    const config = configBy({ dates: { missing: "page", path: "never" } });
    const read = await readText("---\ntitle: a\n---\n", "2024-01-02-a.md", config);
    expect(read.status).toBe("ignored");
  });

  test("counts paths from the base, which lies above the content folder", async () => {
    const config = configOf({ content: { folder: "site/blog" } }, "/nowhere", {
      base: "/nowhere/site",
    });
    const read = await readText(`---\n${dated}\n---\n`, "a.md", config);
    expect(read.article?.url).toBe("https://example.com/blog/a/");
  });
});
