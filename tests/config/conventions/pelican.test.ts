import { describe, expect, test } from "vitest";
import { tidyPelicanDate } from "../../../src/config/conventions/pelican/dates.ts";
import { patternOf } from "../../../src/config/conventions/pelican/permalinks.ts";
import { pelican } from "../../../src/config/conventions/pelican.ts";
import { recognise } from "../../../src/config/conventions/recognise.ts";
import { openSite } from "../../../src/config/foreign/site-folder.ts";
import { readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

const site = "SITEURL = 'https://a.example'\nSITENAME = 'A'\nPATH = 'content'\n";
const headers = "Title: A Title\nDate: 2024-07-06 01:02\n\nText";

async function readOne(config: string, files: Files = { "content/b/c.md": headers }) {
  const folder = await makeFolder({ "pelicanconf.py": site + config, ...files });
  const { listed, messages } = await readWholeSite(folder);
  return { ...listed[0], messages };
}

describe("ARTICLE_URL", () => {
  test.each([
    ["{slug}.html", "/:slug.html"],
    ["{date:%Y}/{date:%m}/{date:%-d}/{slug}/", "/:year/:month/:i_day/:slug/"],
    [
      "{date:%y%b%B%d%j}/{category}/{author}",
      "/:short_year:short_month:long_month:day:y_day/:category/:author",
    ],
    [
      "{date:%H-%M-%S}/{date:%a,%A,%u,%G-%V}",
      "/:hour-:minute-:second/:short_day,:long_day,:w_day,:w_year-:week",
    ],
    ["{lang}/{slug}_{My_Field}", "/:_lang/:slug_:_My_Field"],
    ["a:b/{{slug}}/{date:%Q}{date}", "/a\\:b/{slug}/"],
  ])("%s is the pattern %s", (url, pattern) => {
    expect(patternOf(url)).toBe(pattern);
  });

  test.each([
    { config: "", url: "/a-title.html" },
    {
      config: "ARTICLE_URL = '{lang}/{series}/{slug}'",
      front: "Series: Big One\n",
      url: "/en/Big%20One/a-title",
    },
    { config: "DEFAULT_LANG = 'KO'\nARTICLE_URL = '{lang}/{slug}'", url: "/ko/a-title" },
    { config: "", front: "Lang: en\n", url: "/a-title.html" },
    { config: "", front: "Lang: ko\n", url: "/a-title-ko.html" },
    { config: "DEFAULT_LANG = 'ko'", front: "Lang: ko\n", url: "/a-title.html" },
    { config: "SLUGIFY_SOURCE = 'basename'", url: "/c.html" },
    { config: "SLUGIFY_PRESERVE_CASE = True", url: "/A-Title.html" },
    { config: "ARTICLE_URL = '{category}/{author}'", front: "Author: Jo Ö\n", url: "/b/jo-o" },
    { config: "ARTICLE_URL = 7 + unknown", url: "/a-title.html" },
    { config: "ARTICLE_URL = '{date:%d}'\nTIMEZONE = 'Asia/Seoul'", url: "/06" },
  ])("$config with $front gives $url", async ({ config, front = "", url }) => {
    const read = await readOne(config, { "content/b/c.md": front + headers });
    expect(read).toMatchObject({ status: "published", url: `https://a.example${url}` });
  });
});

// What `dateutil.parser.parse` makes of the same texts.
describe("dates", () => {
  test.each([
    ["2012_10_08", "2012-10-08"],
    ["2012.10.08 10:20", "2012-10-08 10:20"],
    ["10/08/2012", "2012-10-08"],
    ["13/08/2012", "2012-08-13"],
    ["8.10.2012 7:05", "2012-8-10 7:05"],
    ["Oct 8 2012  3:30PM", "Oct 8 2012 15:30"],
    ["8 October 2012 12:30 a.m.", "8 October 2012 00:30"],
    ["8 October 2012 12 pm", "8 October 2012 12:00"],
    ["Mon Oct  8 10:20:30 2012", "Oct 8 2012 10:20:30"],
    ["2012-10-08T10:20:30Z", "2012-10-08T10:20:30Z"],
    ["Mon, 08 Oct 2012 10:20:30 GMT", "Mon, 08 Oct 2012 10:20:30 GMT"],
  ])("%s is %s", (written, tidy) => {
    expect(tidyPelicanDate(written)).toBe(tidy);
  });

  test.each([
    { config: "DEFAULT_DATE = (2012, 3, 4, 5, 6)", published: "2012-03-04T05:06:00.000Z" },
    { config: "DEFAULT_DATE = '2012-03-04'", published: "2012-03-04T00:00:00.000Z" },
    { config: "DEFAULT_DATE = ''", published: undefined },
    { config: "DEFAULT_DATE = None", published: undefined },
  ])("come from $config where an article has none", async ({ config, published }) => {
    expect(await readOne(config, { "content/b.md": "Title: A\n\nText" })).toMatchObject({
      published,
      status: published === undefined ? "ignored" : "published",
    });
  });

  test("that are impossible are errors, at their place", async () => {
    const { status, messages } = await readOne("", { "content/b.md": "Title: A\nDate: soon\n" });
    expect(status).toBe("invalid");
    expect(messages).toEqual(["b.md 2:7 warning date Expected a date, not `soon`"]);
  });
});

describe("metadata", () => {
  test.each([
    {
      when: "DEFAULT_METADATA",
      config: "DEFAULT_METADATA = {'tags': 'x, y'}",
      tags: ["b", "x", "y"],
    },
    { when: "pairs", config: "DEFAULT_METADATA = (('tags', 'x'),)", tags: ["b", "x"] },
    { when: "DEFAULT_METADATA of no use", config: "DEFAULT_METADATA = ['x']", tags: ["b"] },
    { when: "the folder", config: "DEFAULT_CATEGORY = 'x'", tags: ["b"] },
    {
      when: "DEFAULT_CATEGORY",
      config: "USE_FOLDER_AS_CATEGORY = False\nDEFAULT_CATEGORY = 'x'",
      tags: ["x"],
    },
    {
      when: "EXTRA_PATH_METADATA of a folder",
      config:
        "EXTRA_PATH_METADATA = {'b': {'tags': 'x'}, 'b/c.md': {'tags': 'y'}, 'b/cc': {'tags': 'z'}}",
      tags: ["b", "y"],
    },
    {
      when: "FILENAME_METADATA",
      config: "FILENAME_METADATA = '(?P<Category>.)(?P<tags>x)?'",
      tags: ["c"],
    },
    {
      when: "PATH_METADATA",
      config: "PATH_METADATA = r'(?i)\\A(?P<tags>[B])/.*(?P=tags)?\\.md\\Z'",
      tags: ["b"],
    },
    {
      when: "FILENAME_METADATA before PATH_METADATA",
      config: "FILENAME_METADATA = '(?P<tags>.)'\nPATH_METADATA = '(?P<tags>.)(?P<status>q)?'",
      tags: ["b", "c"],
    },
    {
      when: "a pattern that does not begin there",
      config: "PATH_METADATA = '(?P<tags>c)'",
      tags: ["b"],
    },
    { when: "a pattern that is none", config: "FILENAME_METADATA = 7", tags: ["b"] },
  ])("comes from $when", async ({ config, tags }) => {
    expect(await readOne(config)).toMatchObject({ tags, status: "published" });
  });

  test("of the file covers it, and an empty line of it does not", async () => {
    const config = "DEFAULT_METADATA = {'tags': 'x', 'status': 'hidden'}";
    const text = `Tags:\nStatus: Published\n${headers}`;
    expect(await readOne(config, { "content/b.md": text })).toMatchObject({
      tags: ["misc", "x"],
      status: "published",
    });
  });

  test("in the name of a file is enough", async () => {
    const config = String.raw`FILENAME_METADATA = r'(?P<date>\d{4}-\d\d-\d\d)-(?P<title>.*)'`;
    expect(await readOne(config, { "content/2024-07-06-A B.md": "Text" })).toMatchObject({
      status: "published",
      title: "A B",
      url: "https://a.example/a-b.html",
      published: "2024-07-06T00:00:00.000Z",
    });
  });

  test("is YAML where the plugin for it is named", async () => {
    const text = '---\nTitle: "A: B"\nDate: 2024-07-06\nTags: [x, y]\n---\nText';
    const config = "PLUGINS = ['sitemap', 'pelican.plugins.yaml_metadata']";
    expect(await readOne(config, { "content/a.md": text })).toMatchObject({
      title: "A: B",
      tags: ["misc", "x", "y"],
    });
  });

  test("in a pattern that cannot be read is the config's mistake", async () => {
    await expect(readOne("FILENAME_METADATA = '(?P<date>'")).rejects.toThrow(
      "pelicanconf.py: Expected `FILENAME_METADATA` to be a regular expression, not `(?P<date>`",
    );
  });
});

describe("the files", () => {
  const files = {
    "content/a.md": headers,
    "content/blog/b.mdown": headers,
    "content/blog/c.rst": "C",
    "content/blog/.#d.md": headers,
    "content/pages/e.md": headers,
    "content/drafts/f.html": "F",
    "output/g.html": "G",
    "h.md": headers,
  };

  test.each([
    {
      config: "",
      paths: ["a.md", "blog/b.mdown", "-blog/c.rst", "-drafts/f.html", "-pages/e.md"],
    },
    { config: "ARTICLE_PATHS = ['blog/']", paths: ["blog/b.mdown", "-blog/c.rst"] },
    { config: "ARTICLE_PATHS = ['a.md', 'pages']\nPAGE_PATHS = []", paths: ["a.md", "pages/e.md"] },
    {
      config: "ARTICLE_PATHS = 'blog'\nREADERS = {'html': None, 'rst': None}",
      paths: ["a.md", "blog/b.mdown", "-pages/e.md"],
    },
    {
      config: "ARTICLE_EXCLUDES = ['blog', 'drafts']",
      paths: ["a.md", "-blog/b.mdown", "-blog/c.rst", "-drafts/f.html", "-pages/e.md"],
    },
    {
      config: "IGNORE_FILES = ['*.rst', 'drafts']",
      paths: ["a.md", "blog/b.mdown", "-pages/e.md"],
    },
    { config: "PATH = './content/blog'", paths: ["b.mdown", "-c.rst"] },
    { config: "PATH = os.getcwd()\nARTICLE_PATHS = ['a.md']", paths: ["a.md"] },
    {
      config: "PATH = '.'\nPAGE_PATHS = ['content']",
      paths: [
        "-content/a.md",
        "-content/blog/b.mdown",
        "-content/blog/c.rst",
        "-content/drafts/f.html",
        "-content/pages/e.md",
        "h.md",
      ],
    },
  ])("are, by $config", async ({ config, paths }) => {
    const all = `${site}SLUGIFY_SOURCE = 'basename'\n${config}`;
    const { listed } = await readWholeSite(await makeFolder({ ...files, "pelicanconf.py": all }));
    const found = listed.map(({ source, status }) =>
      status === "ignored" ? `-${source}` : source,
    );
    expect(found).toEqual(paths);
  });

  test("of a content folder that the user names count from the whole one", async () => {
    const folder = await makeFolder({ ...files, "pelicanconf.py": site });
    const { listed } = await readWholeSite(folder, { content: { folder: "content/blog" } });
    expect(listed).toMatchObject([{ source: "b.mdown", tags: ["blog"] }, { source: "c.rst" }]);
  });
});

describe("readSite", () => {
  const read = async (files: Files) => {
    const { options } = await pelican.readSite(openSite(await makeFolder(files), undefined));
    return options.site;
  };

  test.each([
    { when: "no config", files: {} },
    { when: "an empty one", files: { "pelicanconf.py": "" } },
    {
      when: "values that are of no use",
      files: {
        "pelicanconf.py":
          "SITEURL = ''\nSITENAME = ['A']\nDEFAULT_LANG = 'english'\nTIMEZONE = 'Nowhere'\nAUTHOR = None",
      },
    },
    { when: "a broken one", files: { "pelicanconf.py": "SITENAME = ('A'\nAUTHOR = 'B'\n" } },
  ])("finds nothing in $when", async ({ files }) => {
    expect(await read(files)).toEqual({
      url: undefined,
      title: undefined,
      description: undefined,
      language: undefined,
      timezone: undefined,
      author: undefined,
    });
  });

  test("takes what is published over what is at work, but no empty address", async () => {
    const own = "SITEURL = 'http://localhost:8000'\nSITENAME = 'A'\nDEFAULT_LANG = 'pt_br'\n";
    const published =
      "from pelicanconf import *\nSITEURL = '//a.example'\nSITESUBTITLE = SITENAME + '!'";
    expect(await read({ "pelicanconf.py": own, "publishconf.py": published })).toMatchObject({
      url: "https://a.example",
      title: "A",
      description: "A!",
      language: "pt-BR",
    });
    const empty = { "pelicanconf.py": site, "publishconf.py": "SITEURL = ''" };
    expect(await read(empty)).toMatchObject({ url: "https://a.example" });
  });
});

test.each(["pelicanconf.py", "publishconf.py"])("is recognised by %s", async (path) => {
  const folder = await makeFolder({ [path]: "", "content/a.md": headers });
  expect(await recognise({ folder, content: undefined })).toMatchObject({
    name: "pelican",
    reason: `\`${path}\``,
  });
});
