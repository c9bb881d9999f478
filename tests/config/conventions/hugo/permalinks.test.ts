import { describe, expect, test } from "vitest";
import { readSite } from "../../../../src/config/read-site.ts";
import { resolveConfig } from "../../../../src/config/resolve.ts";
import { readWholeSite } from "../../../support/sites.ts";
import { type Files, makeFolder } from "../../../support/temporary-folder.ts";

const site = 'baseURL = "https://example.org/"\ntitle = "T"\n';
const post = "---\ntitle: A Title\ndate: 2024-01-07T22:04:05Z\n---\n";
const slugged = "---\ntitle: A Title\nslug: A Slug\ndate: 2024-01-07T22:04:05Z\n---\n";

/** The paths of the articles of a site with a config; its files lie below the root. */
async function pathsOf(config: string, files: Files): Promise<readonly string[]> {
  const { listed } = await readWholeSite(
    await makeFolder({ "hugo.toml": site + config, ...files }),
  );
  return listed
    .filter(({ status }) => status === "published")
    .map(({ url = "" }) => decodeURI(url.replace("https://example.org", "")));
}

describe("the pattern of a Hugo address", () => {
  test.each([
    { pattern: "/:year/:month/:day/", path: "/2024/01/07/" },
    { pattern: "/:monthname/:weekdayname/:weekday/:yearday/", path: "/january/sunday/0/7/" },
    { pattern: "/:06/:1/:2/:title/", path: "/24/1/7/a-title/" },
    {
      pattern: "/:2006-:01-:02/:Jan/:January/:Mon/:Monday/:002",
      path: "/2024-01-07/jan/january/sun/sunday/007/",
    },
    { pattern: "/:20060102/:15-:04-:05/", path: "/20240107/22-04-05/" },
    { pattern: "/:2006_01/:slug", path: "/2024_01/a-title/" },
    { pattern: "/:section/:sections/", path: "/b/b/c/d/" },
    { pattern: "/:sections[1:]/", path: "/c/d/" },
    { pattern: "/:sections[:last]/", path: "/b/c/" },
    { pattern: "/:sections[last]/", path: "/d/" },
    { pattern: "/:sections[0]-:sections[1:2]/", path: "/b-c/" },
    { pattern: "/x/:sections[7]/:sections[7:]/:sections[:9]/", path: "/x/b/c/d/" },
    { pattern: "/:slug/:filename/:slugorfilename/", path: "/a-title/my-file/my-file/" },
    { pattern: "/:contentbasename/:slugorcontentbasename/", path: "/my-file/my-file/" },
    { pattern: "My Blog/:slug", path: "/my-blog/a-title/" },
    { pattern: "/:slug.html", path: "/a-title.html/" },
  ])("$pattern gives $path", async ({ pattern, path }) => {
    const paths = await pathsOf(`[permalinks]\nb = "${pattern}"`, {
      "content/b/c/_index.md": "",
      "content/b/c/d/_index.md": "",
      "content/b/c/d/e/My File.md": post,
    });

    expect(paths).toEqual([path]);
  });

  test("has the slug where the article states one", async () => {
    const config =
      '[permalinks]\nb = "/:slug/:slugorfilename/:slugorcontentbasename/:title/:filename"';

    expect(await pathsOf(config, { "content/b/a.md": slugged })).toEqual([
      "/a-slug/a-slug/a-slug/a-title/a/",
    ]);
  });

  test("may not have a token that nobody knows", async () => {
    const folder = await makeFolder({ "hugo.toml": `${site}[permalinks]\nb = "/:sluge/"` });
    const reading = await readSite({}, folder);

    expect(() => resolveConfig({}, folder, { site: reading })).toThrow("did you mean `:slug`?");
  });

  const files = {
    "content/about/index.md": post,
    "content/b/c/y.md": post,
    "content/b/x.fr.md": post,
    "content/b/x.md": post,
    "content/bb/x.md": post,
  };

  test.each([
    {
      config: '[permalinks]\nb = "/p/:filename"',
      paths: ["/about/", "/p/y/", "/fr/p/x/", "/p/x/", "/bb/x/"],
    },
    {
      config: '[permalinks.page]\nb = "/p/:filename"\n[permalinks.section]\nb = "/s/"',
      paths: ["/about/", "/p/y/", "/fr/p/x/", "/p/x/", "/bb/x/"],
    },
    {
      config: '[permalinks]\nb = "/p/:filename"\n"b/c" = "/q/:filename"',
      paths: ["/about/", "/q/y/", "/fr/p/x/", "/p/x/", "/bb/x/"],
    },
    {
      config: '[permalinks]\n"/" = "/r/:filename"',
      paths: ["/r/about/", "/b/c/y/", "/fr/b/x/", "/b/x/", "/bb/x/"],
    },
    {
      config: '[permalinks]\nb = "/p/:filename"\n[languages.fr.permalinks]\nb = "/q/:filename"',
      paths: ["/about/", "/p/y/", "/fr/q/x/", "/p/x/", "/bb/x/"],
    },
    {
      config:
        '[[permalinks]]\npattern = "/p/:filename"\n[permalinks.target]\npath = "/b/*"\n[[permalinks]]\npattern = "/q/:section/:filename"',
      paths: ["/q/about/", "/q/b/y/", "/fr/p/x/", "/p/x/", "/q/bb/x/"],
    },
    {
      config:
        '[[permalinks]]\npattern = "/p/:filename"\n[permalinks.target.sites.matrix]\nlanguages = ["fr"]',
      paths: ["/about/", "/b/c/y/", "/fr/p/x/", "/b/x/", "/bb/x/"],
    },
    {
      config: "[permalinks]\nb = 1\n[permalinks.page]\nb = []",
      paths: ["/about/", "/b/c/y/", "/fr/b/x/", "/b/x/", "/bb/x/"],
    },
    {
      config: "uglyURLs = true",
      paths: ["/about.html", "/b/c/y.html", "/fr/b/x.html", "/b/x.html", "/bb/x.html"],
    },
    {
      config: 'uglyURLs = true\n[permalinks]\nb = "/p/:filename/"',
      paths: ["/about.html", "/p/y.html", "/fr/p/x.html", "/p/x.html", "/bb/x.html"],
    },
    {
      config: "[uglyURLs]\nb = true\nbb = false",
      paths: ["/about/", "/b/c/y.html", "/fr/b/x.html", "/b/x.html", "/bb/x/"],
    },
    {
      config: '[uglyURLs]\nb = true\n[[permalinks]]\npattern = "/p/:section/:filename"',
      paths: ["/p/about/", "/p/b/y.html", "/fr/p/b/x.html", "/p/b/x.html", "/p/bb/x/"],
    },
  ])("stands for the articles that it is meant for: $config", async ({ config, paths }) => {
    const languages = "\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n";

    expect(await pathsOf(config + languages, files)).toEqual(paths);
  });

  test("keeps upper case where the config says so", async () => {
    const config = 'disablePathToLower = true\n[permalinks]\nB = "/Blog/:monthname/:slug"';

    expect(await pathsOf(config, { "content/B/x.md": post, "content/C D/Xé Y.md": post })).toEqual([
      "/Blog/January/A-Title/",
      "/C-D/Xé-Y/",
    ]);
  });

  test.each([
    { config: "removePathAccents = true", path: "/ca/xe-y/" },
    { config: "removePathAccents = true\ndisablePathToLower = true", path: "/Ca/Xe-Y/" },
  ])("drops accents where the config says so: $config", async ({ config, path }) => {
    expect(await pathsOf(config, { "content/Çà/Xé Y.md": post })).toEqual([path]);
  });
});

describe("the languages of a Hugo site", () => {
  test.each([
    { config: "[languages.en]\n[languages.fr]", paths: ["/a.de/", "/fr/b/", "/c/"] },
    {
      config: "defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.fr]",
      paths: ["/en/a.de/", "/fr/b/", "/en/c/"],
    },
    {
      config: "defaultContentLanguageInSubdir = true\n[languages.en]",
      paths: ["/a.de/", "/b.fr/", "/c/"],
    },
    {
      config: 'defaultContentLanguage = "fr"\n[languages.en]\n[languages.fr]',
      paths: ["/a.de/", "/b/", "/c/"],
    },
    {
      config: 'disableLanguages = ["FR"]\n[languages.en]\n[languages.fr]',
      paths: ["/a.de/", "/c/"],
    },
    { config: "[languages.en]\n[languages.DE]", paths: ["/de/a/", "/b.fr/", "/c/"] },
    { config: "", paths: ["/a.de/", "/b.fr/", "/c/"] },
  ])("are in the addresses by $config", async ({ config, paths }) => {
    const files = { "content/a.de.md": post, "content/b.fr.md": post, "content/c.md": post };

    expect(await pathsOf(config, files)).toEqual(paths);
  });

  test.each([
    { folders: ["content", "content.fr"], paths: ["/fr/b/x/", "/b/x/"] },
    { folders: ["./texts/en/", "texts/fr"], paths: ["/b/x/", "/fr/b/x/"] },
    { folders: ["texts", "texts/fr"], paths: ["/b/x/", "/fr/b/x/"] },
  ])("have folders of their own: $folders", async ({ folders: [en = "", fr = ""], paths }) => {
    const config = `[languages.en]\ncontentDir = "${en}"\n[languages.fr]\ncontentDir = "${fr}"`;
    const files = { [`${en}/b/x.md`]: post, [`${fr}/b/x.md`]: post, "other/b/x.md": post };

    expect(await pathsOf(config, files)).toEqual(paths);
  });

  test("go by their locales, which the articles have too", async () => {
    const config =
      'languageCode = "en"\n[languages.en]\nlocale = "en-NZ"\n[languages.pt]\nlanguageCode = "pt-BR"\n[languages.fr]';
    const { listed, site: reading } = await readWholeSite(
      await makeFolder({
        "hugo.toml": site + config,
        "content/a.fr.md": post,
        "content/a.md": post,
        "content/a.pt.md": post,
      }),
    );

    expect(reading.options.site?.language).toBe("en-NZ");
    expect(listed.map(({ language }) => language)).toEqual(["fr", "en-NZ", "pt-BR"]);
  });
});
