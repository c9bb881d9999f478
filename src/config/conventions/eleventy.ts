import type { SiteFolder } from "../foreign/site-folder.ts";
import type { Convention, SiteFacts } from "./convention.ts";
import { readData } from "./eleventy/data.ts";
import { readFolders } from "./eleventy/folders.ts";
import { createEleventyPath, postTags } from "./eleventy/posts.ts";
import { siteOptions } from "./eleventy/site.ts";
import type { PathFacts } from "./rules.ts";

/** Eleventy 3: https://www.11ty.dev/docs/config/, https://www.11ty.dev/docs/permalinks/ */
export const eleventy: Convention = {
  title: "Eleventy",
  signs: [
    { path: ".eleventy.js" },
    { path: "eleventy.config.js" },
    { path: "eleventy.config.mjs" },
    { path: "eleventy.config.cjs" },
    { path: "eleventy.config.ts" },
    { path: "package.json", holds: /"@11ty\/eleventy"\s*:/ },
  ],
  folders: [],
  rules: {
    fields: {
      published: ["date"],
      // What data files give is added to, not covered: https://www.11ty.dev/docs/data-deep-merge/
      tags: ["inheritedtags", "tags", "categories", "category"],
      permalink: ["permalink"],
    },
    statuses: [
      { path: ["permalink"], values: ["false"], status: "ignored", what: "a text without a page" },
      {
        path: ["permalink", "build"],
        values: ["false"],
        status: "ignored",
        what: "a text without a page",
      },
      // https://www.11ty.dev/docs/collections/#how-to-exclude-content-from-collections
      {
        path: ["eleventyExcludeFromCollections"],
        values: ["true", ...postTags],
        inLists: true,
        status: "unlisted",
      },
    ],
    dates: { fileTimes: true },
    address: {
      patterns: [
        { folder: "", covers: isFolderPage, pattern: "/:sections/" },
        { folder: "", covers: () => true, pattern: "/:sections/:filename/" },
      ],
      stated: "template",
      hidesIndex: true,
    },
    lists: { hiddenTags: ["all", "nav", "postList", "tagList", ...postTags] },
  },
  readSite,
};

// Of `hello/hello.md` too: https://www.11ty.dev/docs/permalinks/#default-output
function isFolderPage({ filename, folders }: PathFacts): boolean {
  return filename === "index" || filename === folders.at(-1);
}

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const folders = await readFolders(site);
  const data = await readData(site, folders.input);
  return {
    base: folders.input,
    options: {
      site: await siteOptions(site, folders),
      content: { folder: folders.input, include: ["**/*.md"], exclude: [...folders.exclude] },
    },
    rules: { defaults: data.defaults, survey: createEleventyPath(data) },
  };
}
