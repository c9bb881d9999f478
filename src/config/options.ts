import * as v from "valibot";
import { isLanguage, isTimeZone } from "./checks.ts";
import { besideFeeds, hostingOption, pageOption } from "./companion-options.ts";
import { conventionNames } from "./conventions/convention-names.ts";
import { groupOptions } from "./group-options.ts";
import { markdownOptions } from "./markdown-options.ts";
import { reference, text, webAddress } from "./option-kinds.ts";
import { podcastOptions } from "./podcast/podcast-options.ts";

const positive = (what: string, meaning: string) =>
  v.pipe(v.number(what), v.integer(what), v.minValue(1, what), v.description(meaning));

const table = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.strictObject(entries, "a table of settings");

const person = v.strictObject(
  {
    name: text("The name, as readers show it"),
    email: v.optional(
      v.pipe(v.string("an e-mail address"), v.email("an e-mail address"), v.description("E-mail")),
    ),
    url: v.optional(webAddress("Home page")),
    avatar: v.optional(reference("Picture")),
  },
  "a name or `{ name, email, url, avatar }`",
);

const author = v.union([text("A name"), person], "a name or `{ name, email, url, avatar }`");

const site = table({
  url: v.optional(webAddress("Address of the site; a path is allowed")),
  title: v.optional(text("Title of the feed")),
  description: v.optional(text("What the feed is about, in a sentence")),
  language: v.optional(
    v.pipe(
      v.string("a BCP 47 language, such as `en` or `pt-BR`"),
      v.check(isLanguage, "a BCP 47 language, such as `en` or `pt-BR`"),
      v.description("Language of the site (BCP 47)"),
    ),
  ),
  timezone: v.optional(
    v.pipe(
      v.string("an IANA time zone, such as `Asia/Seoul`"),
      v.check(isTimeZone, "an IANA time zone, such as `Asia/Seoul`"),
      v.description("IANA time zone in which times without one are read; default UTC"),
    ),
  ),
  author: v.optional(
    v.pipe(
      v.union([author, v.array(author)], "an author or a list of authors"),
      v.description("Who writes where an article names nobody"),
    ),
  ),
  authors: v.optional(
    v.pipe(
      v.record(v.string(), author, "a table of authors by key"),
      v.description("What a key in front matter stands for"),
    ),
  ),
  image: v.optional(reference("Picture of the site: GIF, JPEG or PNG for RSS")),
  icon: v.optional(reference("Small square picture of the site")),
  copyright: v.optional(text("Rights notice")),
});

const globs = (meaning: string, least: number) =>
  v.pipe(
    v.array(text("A glob"), "a list of globs"),
    v.minLength(least, "at least one glob"),
    v.description(meaning),
  );

const conventionList = conventionNames.map((name) => `\`${name}\``).join(", ");

const content = table({
  folder: v.optional(text("The content folder; default `content`")),
  include: v.optional(globs("Which files are articles; default `**/*.{md,markdown}`", 1)),
  exclude: v.optional(globs("Which files are not", 0)),
  convention: v.optional(
    v.pipe(
      v.picklist(["auto", ...conventionNames], `\`auto\`, ${conventionList}`),
      v.description("Whose conventions the articles follow; default `auto`: found out"),
    ),
  ),
  permalink: v.optional(
    text("Pattern of an article's address; default the convention's, `/:path/` for plain folders"),
  ),
  languages: v.optional(
    v.pipe(
      v.array(text("A language"), "a list of languages"),
      v.description("Languages that folders and file names stand for: `ko/a.md`, `a.ko.md`"),
    ),
  ),
});

/** The names of the formats, in the order in which feeds are offered. */
export const formatNames = ["rss", "atom", "json"] as const;

const path = (meaning: string) => v.optional(text(`${meaning}, below the output folder`));

const feed = table({
  limit: v.optional(
    v.pipe(
      v.union(
        [positive("a whole number from 1", "Newest articles"), v.literal("all")],
        "a whole number from 1, or `all`",
      ),
      v.description("Newest articles in a feed; default 20"),
    ),
  ),
  formats: v.optional(
    v.pipe(
      v.array(
        v.picklist(formatNames, "`rss`, `atom` or `json`"),
        "a list of `rss`, `atom`, `json`",
      ),
      v.minLength(1, "at least one of `rss`, `atom`, `json`"),
      v.description("Which formats to write; default all three"),
    ),
  ),
  paths: v.optional(
    v.strictObject(
      { rss: path("RSS file"), atom: path("Atom file"), json: path("JSON Feed file") },
      "a table of paths",
    ),
  ),
  content: v.optional(
    v.pipe(
      v.picklist(["full", "summary"], "`full` or `summary`"),
      v.description("Whole articles, or summaries only; default `full`"),
    ),
  ),
  ...groupOptions,
  archives: v.optional(
    v.pipe(
      v.union(
        [
          v.boolean(),
          v.strictObject(
            {
              size: v.optional(positive("a whole number from 1", "Articles in a page; default 50")),
              path: path("Folder of a page, with `:page`; default `/archive/:page/`"),
            },
            "a table of settings",
          ),
        ],
        "`true`, `false` or a table with `size` and `path`",
      ),
      v.description("Whether older articles stay in closed pages (RFC 5005); default false"),
    ),
  ),
  hubs: v.optional(
    v.pipe(
      v.array(webAddress("Address of a hub"), "a list of http(s) addresses"),
      v.description("WebSub hubs to announce"),
    ),
  ),
  markdown: v.optional(
    v.pipe(
      v.boolean("`true` or `false`"),
      v.description("Whether feeds carry the Markdown too (`source:markdown`); default false"),
    ),
  ),
  ttl: v.optional(positive("a whole number of minutes", "Minutes between two visits (RSS)")),
  ...besideFeeds,
});

/** What a config file may say: the checks, the types and the JSON Schema in one. */
export const optionsSchema = table({
  $schema: v.optional(v.string("an address")),
  site: v.optional(site),
  content: v.optional(content),
  feed: v.optional(feed),
  markdown: v.optional(markdownOptions),
  podcast: v.optional(podcastOptions),
  ledger: v.optional(
    v.pipe(
      v.union(
        [
          v.boolean(),
          v.pipe(
            v.string(),
            v.regex(/^[\w-][\w.-]*\.json$/, "`true`, `false` or a name such as `blog.lock.json`"),
          ),
        ],
        "`true`, `false` or a name such as `blog.lock.json`",
      ),
      v.description("Whether `feeds.lock.json`, or a file of this name, keeps the ids of articles"),
    ),
  ),
  cache: v.optional(
    table({
      maxSize: v.optional(
        positive("a whole number of megabytes", "Most megabytes kept of earlier work; default 500"),
      ),
    }),
  ),
  page: pageOption,
  hosting: hostingOption,
  out: v.optional(text("The output folder; default `dist`")),
});

/** What users write; every key is optional but `site.url` and `site.title`, which flags may give. */
export type Options = v.InferInput<typeof optionsSchema>;

/** Gives an options object its type: `export default defineConfig({ … })`. */
export function defineConfig(options: Options): Options {
  return options;
}
