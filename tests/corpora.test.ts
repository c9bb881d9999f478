import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, test, vi } from "vitest";
import { mergeOptions } from "../src/config/merge.ts";
import type { Options } from "../src/config/options.ts";
import { readSite } from "../src/config/read-site.ts";
import { resolveConfig } from "../src/config/resolve.ts";
import { generate, type Result } from "../src/generate.ts";
import { severityOf } from "../src/message.ts";
import type { FeedEntry, FormatName } from "../src/model.ts";
import { atomProblems } from "./support/atom-problems.ts";
import { burntsushi, corpora, hasCorpora, jekyll, vimJp } from "./support/corpora.ts";
import { jsonFeedProblems } from "./support/json-feed-problems.ts";
import { textOf } from "./support/output-file.ts";
import { rssProblems } from "./support/rss-problems.ts";

// The longest articles take the parser seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const built = new Map<string, Promise<Result>>();

/** Builds all of a blog; the tests share what it gives. */
async function build(options: Options, skipInvalid = false): Promise<Result> {
  const key = `${options.content?.folder} ${options.content?.convention} ${skipInvalid}`;
  const result = built.get(key) ?? generateAll(options, skipInvalid);
  built.set(key, result);
  return await result;
}

async function generateAll(stated: Options, skipInvalid: boolean): Promise<Result> {
  const now = new Date("2026-11-01T00:00:00Z");
  const options = mergeOptions(stated, { feed: { limit: "all" } });
  const site = await readSite(options, corpora);
  const config = resolveConfig(options, corpora, { site });
  return await generate(config, { drafts: false, future: false, skipInvalid, now });
}

function countByStatus({ decisions }: Result): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of decisions) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function messagesOf({ files }: Result): readonly string[] {
  return files.flatMap((file) =>
    file.messages.map((message) => {
      const place = `${file.path}:${message.line}:${message.column}`;
      return `${severityOf(message)} ${place} ${message.reason}`;
    }),
  );
}

function countByRule({ files }: Result): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { ruleId } of files.flatMap(({ messages }) => messages)) {
    counts[String(ruleId)] = (counts[String(ruleId)] ?? 0) + 1;
  }
  return counts;
}

/** The HTML of an entry, as JSON Feed carries it. */
function htmlOf({ readText }: FeedEntry): string {
  const { content_html: html = "" } = JSON.parse(Buffer.from(readText("json")).toString());
  return html;
}

/** The text that is no code, of the content and the summary. */
function proseOf(entry: FeedEntry): string {
  return `${htmlOf(entry).replace(/<(pre|code)\b.*?<\/\1>/gs, "")} ${entry.summary ?? ""}`;
}

/** Links into the entry itself whose target is not in it. */
function deadFragmentsOf(entry: FeedEntry): readonly string[] {
  const [{ url }, html] = [entry, htmlOf(entry)];
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  return [...html.matchAll(/ href="([^"]+)#([^"]+)"/g)]
    .filter(
      ([, address, fragment = ""]) => address === url && !ids.has(decodeURIComponent(fragment)),
    )
    .map(([, , fragment = ""]) => fragment);
}

function textIn({ outputs }: Result, format: FormatName): string {
  return textOf(outputs.find((output) => output.format === format));
}

function isWellFormed(xml: string): boolean {
  new SaxesParser({ xmlns: true }).write(xml).close();
  return true;
}

function articleOf({ entries }: Result, source: string): object | undefined {
  const entry = entries.find((one) => one.source === source);
  return entry && { url: entry.url, published: entry.published.toISOString(), title: entry.title };
}

if (!hasCorpora) test.skip(`the corpora are not at ${corpora}: nothing to build`, () => {});

describe.runIf(hasCorpora)("the Jekyll blog", () => {
  test("is published whole, in its own convention", async () => {
    const result = await build(jekyll);

    expect(countByStatus(result)).toEqual({ published: 102 });
    expect(articleOf(result, "_posts/2013-09-14-jekyll-1-2-1-released.markdown")).toEqual({
      url: "https://jekyllrb.com/news/2013/09/14/jekyll-1-2-1-released/",
      published: "2013-09-15T00:46:50.000Z",
      title: "Jekyll 1.2.1 Released",
    });
  });

  test("falls back to the file's name where a date is impossible, with a warning", async () => {
    const result = await build(jekyll);
    const source = "_posts/2023-01-29-jekyll-3-9-3-released.markdown";

    expect(messagesOf(result).filter((one) => one.includes(source))).toEqual([
      `warning ${source}:3:7 Expected a date, not \`2023-01-29 18:30:22 2023 -0800\`; that of the path counts`,
    ]);
    expect(articleOf(result, source)).toMatchObject({
      url: "https://jekyllrb.com/news/2023/01/29/jekyll-3-9-3-released/",
      published: "2023-01-29T08:00:00.000Z",
    });
  });

  test("has every address by the site's rule, and the day of Los Angeles in it", async () => {
    const { entries } = await build(jekyll);
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" });
    const odd = entries.filter(({ source, url, published }) => {
      const name = source.replace(/^_posts\/\d+-\d+-\d+-|\.\w+$/g, "");
      const date = day.format(published).replaceAll("-", "/");
      return url !== `https://jekyllrb.com/news/${date}/${name}/`;
    });

    expect(odd.map(({ source, url }) => `${source} ${url}`)).toEqual([]);
  });

  test("takes a date from the file's name where front matter has none", async () => {
    const result = await build(jekyll);

    expect(articleOf(result, "_posts/2014-05-06-jekyll-turns-2-0-0.markdown")).toMatchObject({
      url: "https://jekyllrb.com/news/2014/05/06/jekyll-turns-2-0-0/",
      published: "2014-05-06T07:00:00.000Z",
    });
  });

  test("has an error with file and line for that date without the convention", async () => {
    const result = await build({ ...jekyll, content: { ...jekyll.content, convention: "plain" } });

    expect(messagesOf(result).filter((one) => one.startsWith("error"))).toEqual([
      "error _posts/2023-01-29-jekyll-3-9-3-released.markdown:3:7 Expected a date, not `2023-01-29 18:30:22 2023 -0800`",
    ]);
    expect(countByStatus(result)).toEqual({ published: 101, invalid: 1 });
    expect(result.outputs).toEqual([]);
  });
});

describe.runIf(hasCorpora)("the Hugo blog", () => {
  test("is published whole but for its draft", async () => {
    const result = await build(burntsushi);

    expect(countByRule(result)).toEqual({ embed: 2, "feed-size": 1 });
    expect(countByStatus(result)).toEqual({ published: 17, draft: 1 });
    expect(articleOf(result, "post/ripgrep.md")).toEqual({
      url: "https://burntsushi.net/ripgrep/",
      published: "2016-09-23T11:05:00.000Z",
      title: "ripgrep is faster than {grep, ag, git grep, ucg, pt, sift}",
    });
  });
});

// Hugo itself closes an address without an ending: `url = "bstr"` is `/bstr/` on the site.
describe.runIf(hasCorpora)("the Hugo blog's addresses", () => {
  test("are those of the articles' own `url`", async () => {
    const { entries } = await build(burntsushi);
    const stated = entries.map(({ source }) => {
      const text = readFileSync(join(corpora, "burntsushi/content", source), "utf8");
      const [, url = ""] = /^url = "(.+)"$/m.exec(text) ?? [];
      return `${source} https://burntsushi.net/${url.replace(/^\/|\/$/g, "")}/`;
    });

    expect(entries.map(({ source, url }) => `${source} ${url}`)).toEqual(stated);
  });
});

describe.runIf(hasCorpora)("the Japanese blog", () => {
  test("takes dates from file names, in Japan's time", async () => {
    const result = await build(vimJp);

    expect(countByRule(result)).toEqual({ embed: 1, "feed-size": 1 });
    expect(countByStatus(result)).toEqual({ published: 272 });
    const oneDigit = result.entries.find(({ source }) => source.includes("/2019-1-7-"));
    expect(oneDigit?.published.toISOString()).toBe("2019-01-06T15:00:00.000Z");
    expect(oneDigit?.url).toMatch(/^https:\/\/vim-jp\.org\/blog\/2019\/01\/07\/[^/]+\.html$/);
  });

  test("has its category and date in every address", async () => {
    const { entries } = await build(vimJp);
    const odd = entries.filter(({ source, url, tags }) => {
      const [, year, month, day, name] = /(\d+)-(\d+)-(\d+)-(.+)\.md$/.exec(source) ?? [];
      const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].join("/");
      return url !== `https://vim-jp.org/${tags.at(-1)}/${date}/${name}.html`;
    });

    expect(odd.map(({ source, url }) => `${source} ${url}`)).toEqual([]);
  });
});

/**
 * Links to parts that the sites' own templates put there and Markdown does not: lines of code that a
 * Hugo shortcode numbers, and headings whose ids a template makes from something else.
 */
const deadFragments = { jekyll: 3, burntsushi: 23, "vim-jp": 0 };

/** A link with a space in its address, which is no link to Markdown, in the first paragraph. */
const oddSummaries = {
  jekyll: ["_posts/2013-07-24-jekyll-1-1-1-released.markdown"],
  burntsushi: [],
  "vim-jp": [],
};

describe.runIf(hasCorpora).each([
  { name: "jekyll" as const, options: jekyll },
  { name: "burntsushi" as const, options: burntsushi },
  { name: "vim-jp" as const, options: vimJp },
])("all of $name", ({ name, options }) => {
  test("shows no template syntax outside code", async () => {
    const { entries } = await build(options, true);
    const leftovers = entries.filter((entry) => /\{[{%:]|[%}]\}|^:::/m.test(proseOf(entry)));

    expect(leftovers.map(({ source }) => source)).toEqual([]);
  });

  test("has summaries that read as text", async () => {
    const { entries } = await build(options, true);
    const odd = entries.filter(
      ({ summary = "" }) => summary.length > 300 || /[\n]|\[\^|\]\(|<\/?[a-z]+>/.test(summary),
    );

    expect(odd.map(({ source }) => source)).toEqual(oddSummaries[name]);
  });

  test("has parts to link to in the item", async () => {
    const { entries } = await build(options, true);

    expect(entries.flatMap(deadFragmentsOf)).toHaveLength(deadFragments[name]);
  });

  test("obeys the standards of the three formats", async () => {
    const result = await build(options, true);
    const [rss, atom] = [textIn(result, "rss"), textIn(result, "atom")];

    expect([isWellFormed(rss), isWellFormed(atom)]).toEqual([true, true]);
    expect(rssProblems(rss)).toEqual([]);
    expect(atomProblems(atom)).toEqual([]);
    expect(jsonFeedProblems(textIn(result, "json"))).toEqual([]);
  });
});
