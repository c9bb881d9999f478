import { expect, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

const article = "---\ntitle: A\ndate: 2024-07-31\n---\nText";
const needs = (name: string) => JSON.stringify({ devDependencies: { [name]: "1" } });

/** Sites whose generator is content with an address, a zone or a language that is none. */
const faulty: Readonly<Record<string, Files>> = {
  Jekyll: {
    "_config.yml": "title: J\nurl: example.com\ntimezone: Nowhere/X\nlang: english\n",
    "_posts/2024-07-31-a.md": article,
  },
  Hugo: {
    "hugo.toml": 'baseURL = "/"\ntitle = "H"\ntimeZone = "Nowhere/X"\nlanguageCode = "english"\n',
    "content/posts/a.md": article,
  },
  Zola: {
    "config.toml": 'base_url = "/"\ntitle = "Z"\ndefault_language = "english"\n',
    "content/a.md": '+++\ntitle = "A"\ndate = 2024-07-31\n+++\n',
  },
  Hexo: {
    "_config.yml": "title: H\nurl: example.com\ntimezone: Nowhere/X\nlanguage: english\n",
    "source/_posts/a.md": article,
    "package.json": needs("hexo"),
  },
  Pelican: {
    "pelicanconf.py":
      "SITEURL = ''\nSITENAME = 'P'\nTIMEZONE = 'Nowhere/X'\nDEFAULT_LANG = 'english'\nPATH = 'content'\n",
    "content/a.md": "Title: A\nDate: 2024-07-31\n\nText",
  },
  Astro: {
    "astro.config.mjs": "export default { site: 'example.com' };",
    "src/content/blog/a.md": article,
    "package.json": needs("astro"),
  },
  Eleventy: {
    "eleventy.config.js": "export default function () {}",
    "posts/a.md": article,
    "package.json": needs("@11ty/eleventy"),
    "_data/metadata.json": '{ "url": "example.com", "title": "E", "language": "english" }',
  },
  Docusaurus: {
    "docusaurus.config.js": "export default { title: 'D', url: 'example', baseUrl: '/' };",
    "blog/2024-07-31-a.md": article,
  },
};

test.each(Object.entries(faulty))(
  "what %s's config says in vain is as not said",
  async (name, files) => {
    const folder = await makeFolder(files);
    const { code, stderr } = await runIn(folder, ["init"]);
    const whose = name.endsWith("s") ? `${name}'` : `${name}'s`;
    expect(stderr.startsWith(`${whose} conventions, because of `)).toBe(true);
    expect({ code, last: stderr.split("\n").at(-2) }).toEqual({
      code: 2,
      last: "feedwright: Expected the address of the site, which nothing in this folder tells: give `--site https://example.com/`",
    });
    const flags = ["--site", "https://example.com/", "--title", "T"];
    const second = await runIn(folder, ["init", ...flags]);
    expect({ code: second.code, counts: second.stderr.split("\n")[1] }).toEqual({
      code: 0,
      counts: "1 file: 1 published",
    });
  },
);
