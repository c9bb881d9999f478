import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect, test } from "vitest";
import { toPlainText } from "../../src/front-matter/plain-text.ts";
import { toLine } from "../../src/xml-text.ts";
import { atomProblems } from "../support/atom-problems.ts";
import { fc } from "../support/fast-check.ts";
import { jsonFeedProblems } from "../support/json-feed-problems.ts";
import { rssProblems } from "../support/rss-problems.ts";
import { type Built, buildArticles } from "../support/run-feedwright.ts";
import { parseXml } from "../support/xml-tree.ts";
import { type ArbitraryArticle, anyArticles, toFiles } from "./arbitraries.ts";

/** Milliseconds; a slow machine takes a tenth of it. */
const timeout = 120_000;

/** What a reader shows of an entry; no title is an empty one. */
interface Shown {
  readonly title: unknown;
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly published: string | undefined;
}

test("any front matter and Markdown give well-formed feeds that keep the standards' rules", {
  timeout,
}, async () => {
  await check(50, async (articles) => {
    const { code, stderr, rss, atom, json } = await buildArticles(toFiles(articles));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const text of [rss, atom]) expect(parseXml(text)).not.toHaveProperty("problem");
    expect([...rssProblems(rss), ...atomProblems(atom), ...jsonFeedProblems(json)]).toEqual([]);
  });
});

test("titles, ids, links and dates read back as stated, cleaned", { timeout }, async () => {
  await check(50, async (articles) => {
    const { json } = await buildArticles(toFiles(articles));
    expect(readJson(json).toSorted(byLink)).toEqual(articles.map(toExpected));
  });
});

test("titles, ids, links and dates read back alike from each format", { timeout }, async () => {
  await check(50, async (articles) => {
    const built = await buildArticles(toFiles(articles));
    const shown = readJson(built.json);
    expect(readRss(built.rss)).toEqual(shown);
    // RFC 4287 §4.2.14: an Atom entry has a title, made up where there is none.
    const titled = shown.map((one) => ({ ...one, title: one.title || anyTitle }));
    expect(readAtom(built.atom)).toEqual(titled);
  });
});

test("the same articles give the same bytes, whatever order they come in", {
  timeout,
}, async () => {
  await check(15, async (articles) => {
    const first = await buildArticles(toFiles(articles));
    const again = await buildArticles(toFiles(articles));
    const turned = await buildArticles(toFiles(articles.toReversed()));
    expect(documentsOf(again)).toEqual(documentsOf(first));
    expect(documentsOf(turned)).toEqual(documentsOf(first));
  });
});

async function check(
  numRuns: number,
  predicate: (articles: readonly ArbitraryArticle[]) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(anyArticles, predicate), { numRuns });
}

const anyTitle: unknown = expect.stringMatching(/\S/);

// A title that says nothing is as good as none: a heading of the body, if there is one, is taken.
function toExpected({ stated }: ArbitraryArticle, index: number): Shown {
  const link = `https://example.com/a${index}/`;
  return {
    title: toPlainText(stated.title ?? "") || expect.any(String),
    id: stated.id === undefined ? link : toLine(stated.id),
    link,
    published: stated.published.toISOString(),
  };
}

function byLink({ link: left = "" }: Shown, { link: right = "" }: Shown): number {
  return left < right ? -1 : 1;
}

function documentsOf({ rss, atom, json }: Built): readonly string[] {
  return [rss, atom, json];
}

function readRss(text: string): readonly Shown[] {
  return (parseRssFeed(text).items ?? []).map(({ title, guid, link, pubDate }) => {
    const published = new Date(pubDate ?? "").toISOString();
    return { title: title ?? "", id: guid?.value, link, published };
  });
}

function readAtom(text: string): readonly Shown[] {
  return (parseAtomFeed(text).entries ?? []).map(({ title, id, links, published }) => ({
    title: title?.value ?? "",
    id: id === undefined ? undefined : fromTag(id),
    link: links?.find(({ rel }) => rel === "alternate")?.href,
    published,
  }));
}

function readJson(text: string): readonly Shown[] {
  return (parseJsonFeed(text).items ?? []).map(({ title, id, url, date_published: published }) => {
    return { title: title ?? "", id, link: url, published };
  });
}

/** The id that a `tag:` URI was made of (RFC 4151). */
function fromTag(id: string): string {
  const specific = /^tag:example\.com,\d{4}:(.*)$/s.exec(id)?.[1];
  return specific === undefined ? id : decodeURIComponent(specific);
}
