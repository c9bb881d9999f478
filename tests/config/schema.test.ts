import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { loadOptions } from "../../src/config/load.ts";
import { optionsSchema } from "../../src/config/options.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const repository = join(import.meta.dirname, "../..");

// A plain script, which has no types.
const scripts: { readonly composeSchema: (options: unknown) => string } = await import(
  pathToFileURL(join(repository, "scripts/compose-schema.mjs")).href
);

test("schema.json says what the options say; else run `npm run schema`", async () => {
  const text = await readFile(join(repository, "schema.json"), "utf8");
  expect(text.replaceAll("\r\n", "\n")).toBe(scripts.composeSchema(optionsSchema));
});

test("the schema has a title, a draft, and a description of every key", () => {
  const schema = JSON.parse(scripts.composeSchema(optionsSchema));
  expect(schema).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "feedwright config",
    additionalProperties: false,
  });
  expect(Object.keys(schema.properties)).toEqual([
    "$schema",
    "site",
    "content",
    "feed",
    "markdown",
    "podcast",
    "ledger",
    "cache",
    "page",
    "hosting",
    "out",
  ]);
  const { site, content, feed, markdown, podcast, cache } = schema.properties;
  const undescribed = [site, content, feed, markdown, markdown.properties.sanitize, podcast, cache]
    .flatMap(({ properties }) => Object.entries<{ description?: string }>(properties))
    .filter(([name, { description }]) => name !== "paths" && !description);
  expect(undescribed).toEqual([]);
});

test("in the schema a plugin is a package's name, alone or with options: JSON has no functions", () => {
  const { remarkPlugins, rehypePlugins } = JSON.parse(scripts.composeSchema(optionsSchema))
    .properties.markdown.properties;
  const name = { type: "string", minLength: 1 };
  const withOptions = { type: "array", items: [name], minItems: 1, additionalItems: {} };
  expect(remarkPlugins.items).toEqual({ anyOf: [name, withOptions] });
  expect(rehypePlugins.items).toEqual({ anyOf: [name, withOptions] });
});

test("this repository's config is right", async () => {
  const { options } = await loadOptions(repository);
  expect(options.site?.url).toBe("https://feedwright.example/");
});

/** The example of the public face, with the values that this version knows. */
const example = `{
  "site": {
    "url": "https://example.com/",          // required, http(s); a path is allowed (project pages)
    "title": "Example",                     // required
    "description": "…", "language": "en",   // BCP 47
    "timezone": "UTC",                      // IANA; times without a zone are read in it
    "author": "Name" ,                      // or {name, email, url, avatar}, or a list
    "authors": { "key": { "name": "…" } },  // what a key in front matter stands for
    "image": "…", "icon": "…", "copyright": "…"
  },
  "content": {
    "folder": "content",
    "include": ["**/*.{md,markdown}"], "exclude": [],
    "convention": "auto",                   // plain | auto
    "permalink": "/:path/"                  // tokens below
  },
  "feed": {
    "limit": 20,                            // or "all"
    "formats": ["rss", "atom", "json"],
    "paths": { "rss": "rss.xml", "atom": "atom.xml", "json": "feed.json" },
    "content": "full",                      // or "summary"
    "groups": [],                           // of "tag", "section", "author", "language"
    "archives": false,
    "hubs": []
  },
  "out": "dist"
}
`;

test("the example of the public face is right", async () => {
  const folder = await makeFolder({ "feedwright.config.json": example });
  const { options } = await loadOptions(folder);
  expect(options).toEqual({
    site: {
      url: "https://example.com/",
      title: "Example",
      description: "…",
      language: "en",
      timezone: "UTC",
      author: "Name",
      authors: { key: { name: "…" } },
      image: "…",
      icon: "…",
      copyright: "…",
    },
    content: {
      folder: "content",
      include: ["**/*.{md,markdown}"],
      exclude: [],
      convention: "auto",
      permalink: "/:path/",
    },
    feed: {
      limit: 20,
      formats: ["rss", "atom", "json"],
      paths: { rss: "rss.xml", atom: "atom.xml", json: "feed.json" },
      content: "full",
      groups: [],
      archives: false,
      hubs: [],
    },
    out: "dist",
  });
});
