import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildArticles, runIn } from "../support/run-feedwright.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const whole = `---
title: Whole
date: 2024-07-31
updated: 2024-08-01T10:00:00Z
author: [Mina, Jo]
tags: [a, b]
lang: ko
id: tag:example.com,2024:whole
---
Text
`;

const articles = {
  "whole.md": whole,
  "sub/plain.md": "---\ntitle: Plain\ndate: 2024-07-30\n---\nText",
  "draft.md": "---\ntitle: Draft\ndraft: true\n---\nText",
  "future.md": "---\ntitle: Future\ndate: 2030-01-01\n---\nText",
  "unlisted.md": "---\ntitle: Unlisted\ndate: 2024-07-29\nunlisted: true\n---\nText",
  "README.md": "Just a text",
  "invalid.md": "---\ntitle: Invalid\ndate: yesterday\n---\nText",
};

test("the report has every field of the public face, and accounts for every file", async () => {
  const built = await buildArticles(articles, "--skip-invalid");
  const bytes = async (name: string) => (await stat(join(built.folder, "dist", name))).size;
  const feeds = ["rss.xml", "atom.xml", "feed.json"];
  const known = { title: null, published: null, updated: null, id: null, url: null };
  const lists = { language: null, authors: [], tags: [], feeds: [], links: [] };
  const links = [
    '<link rel="alternate" type="application/rss+xml" title="Example (RSS)" href="https://example.com/rss.xml">',
    '<link rel="alternate" type="application/atom+xml" title="Example (Atom)" href="https://example.com/atom.xml">',
    '<link rel="alternate" type="application/feed+json" title="Example (JSON Feed)" href="https://example.com/feed.json">',
  ];
  const time = expect.any(Number);
  expect(built.code).toBe(0);
  expect(built.outcome).toEqual({
    version: 1,
    ok: true,
    convention: { name: "plain", reason: null },
    feeds: [
      {
        path: "rss.xml",
        format: "rss",
        url: "https://example.com/rss.xml",
        group: null,
        items: 2,
        bytes: await bytes("rss.xml"),
        status: "written",
      },
      {
        path: "atom.xml",
        format: "atom",
        url: "https://example.com/atom.xml",
        group: null,
        items: 2,
        bytes: await bytes("atom.xml"),
        status: "written",
      },
      {
        path: "feed.json",
        format: "json",
        url: "https://example.com/feed.json",
        group: null,
        items: 2,
        bytes: await bytes("feed.json"),
        status: "written",
      },
      {
        path: "subscribe.html",
        format: null,
        url: "https://example.com/subscribe.html",
        group: null,
        items: 0,
        bytes: await bytes("subscribe.html"),
        status: "written",
      },
      {
        path: "feed.css",
        format: null,
        url: "https://example.com/feed.css",
        group: null,
        items: 0,
        bytes: await bytes("feed.css"),
        status: "written",
      },
    ],
    ledger: { path: "feeds.lock.json", articles: 2, status: "written" },
    statuses: { ignored: 1, draft: 1, future: 1, invalid: 1, published: 2, unlisted: 1 },
    articles: [
      { source: "README.md", status: "ignored", ...known, ...lists },
      { source: "draft.md", status: "draft", ...known, ...lists, title: "Draft" },
      {
        ...lists,
        source: "future.md",
        status: "future",
        id: "https://example.com/future/",
        url: "https://example.com/future/",
        title: "Future",
        published: "2030-01-01T00:00:00.000Z",
        updated: null,
      },
      { source: "invalid.md", status: "invalid", ...known, ...lists, title: "Invalid" },
      {
        ...lists,
        source: "sub/plain.md",
        status: "published",
        id: "https://example.com/sub/plain/",
        url: "https://example.com/sub/plain/",
        title: "Plain",
        published: "2024-07-30T00:00:00.000Z",
        updated: null,
        feeds,
        links,
      },
      {
        ...lists,
        source: "unlisted.md",
        status: "unlisted",
        id: "https://example.com/unlisted/",
        url: "https://example.com/unlisted/",
        title: "Unlisted",
        published: "2024-07-29T00:00:00.000Z",
        updated: null,
      },
      {
        source: "whole.md",
        status: "published",
        id: "tag:example.com,2024:whole",
        url: "https://example.com/whole/",
        title: "Whole",
        published: "2024-07-31T00:00:00.000Z",
        updated: "2024-08-01T10:00:00.000Z",
        language: "ko",
        authors: ["Mina", "Jo"],
        tags: ["a", "b"],
        feeds,
        links,
      },
    ],
    messages: expect.any(Array),
    timings: {
      discover: time,
      read: time,
      identify: time,
      render: time,
      compose: time,
      write: time,
    },
    cache: { hits: 0, misses: 2 },
  });
  expect(built.outcome.messages).toContainEqual({
    file: "invalid.md",
    line: 3,
    column: 7,
    severity: "warning",
    rule: "date",
    reason: expect.stringMatching(/^Expected .*not `yesterday`/),
    hint: expect.any(String),
  });
  expect(built.outcome.messages).toContainEqual({
    file: "README.md",
    line: null,
    column: null,
    severity: "info",
    rule: "ignored",
    reason: expect.stringMatching(/^Expected /),
    hint: expect.any(String),
  });
});

test("stdout is one JSON object, and people's text is on stderr", async () => {
  const { stdout, stderr } = await buildArticles(articles);
  expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
  expect(stderr).toBe(
    "feedwright: nothing was written; mend the articles, or leave them out with `--skip-invalid`\n",
  );
});

test("an invalid article makes no feeds, and is an error in the report", async () => {
  const { code, outcome, rss } = await buildArticles(articles);
  expect({ code, rss, ok: outcome.ok, feeds: outcome.feeds }).toEqual({
    code: 1,
    rss: "",
    ok: false,
    feeds: [],
  });
  const errors = outcome.messages.filter(({ severity }) => severity === "error");
  expect(errors.map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual([
    ["invalid.md", 3, 7, "date"],
  ]);
});

test("articles beyond the limit are published, but stand in no feed", async () => {
  const older = "---\ntitle: Older\ndate: 2020-01-01\n---\nText";
  const { outcome } = await buildArticles({ "a.md": whole, "b.md": older }, "--limit", "1");
  expect(outcome.articles.map(({ source, status, feeds }) => [source, status, feeds])).toEqual([
    ["a.md", "published", ["rss.xml", "atom.xml", "feed.json"]],
    ["b.md", "published", []],
  ]);
  expect(outcome.feeds.map(({ items }) => items)).toEqual([1, 1, 1, 0, 0]);
});

test("a feed is written, unchanged, would be written, would be removed, removed", async () => {
  const site = ["--site", "https://example.com/", "--title", "Example", "--reporter", "json"];
  const folder = await makeFolder({ "content/a.md": whole });
  const statuses = async (...flags: readonly string[]) => {
    const { feeds } = JSON.parse((await runIn(folder, [...site, ...flags])).stdout);
    return Object.fromEntries(
      feeds.map(({ path, status }: { path: string; status: string }) => [path, status]),
    );
  };
  const each = (rss: string, others: string, page = others, style = page) => ({
    "rss.xml": rss,
    "atom.xml": others,
    "feed.json": others,
    "subscribe.html": page,
    "feed.css": style,
  });
  expect(await statuses("--dry-run")).toEqual(each("would-write", "would-write"));
  expect(await statuses()).toEqual(each("written", "written"));
  expect(await statuses()).toEqual(each("unchanged", "unchanged"));
  await writeFile(join(folder, "dist", "rss.xml"), "edited");
  expect(await statuses("--check")).toEqual(each("would-write", "unchanged"));
  expect(await statuses()).toEqual(each("written", "unchanged"));
  expect(await statuses("--formats", "rss", "--dry-run")).toEqual(
    each("unchanged", "would-remove", "would-write", "unchanged"),
  );
  expect(await statuses("--formats", "rss")).toEqual(
    each("unchanged", "removed", "written", "unchanged"),
  );
  expect(await statuses("--formats", "rss")).toEqual({
    "rss.xml": "unchanged",
    "subscribe.html": "unchanged",
    "feed.css": "unchanged",
  });
});

test("a feed that goes has neither format nor address, since it has none any more", async () => {
  const { folder } = await buildArticles({ "a.md": whole });
  const site = ["--site", "https://example.com/", "--title", "Example", "--reporter", "json"];
  const { stdout } = await runIn(folder, [...site, "--formats", "rss,atom"]);
  expect(JSON.parse(stdout).feeds.at(-1)).toEqual({
    path: "feed.json",
    format: null,
    url: null,
    group: null,
    items: 0,
    bytes: 0,
    status: "removed",
  });
  await expect(readFile(join(folder, "dist", "feed.json"))).rejects.toThrow("ENOENT");
});

test("tells messages in the order of their places in the file", async () => {
  const { outcome } = await buildArticles({
    "a.md": "---\ntitle: [a]\ndate: yesterday\ntags: { b: 1 }\ndraft: maybe\n---\nText",
  });

  expect(outcome.messages.map(({ line, rule }) => [line, rule])).toEqual([
    [2, "title"],
    [3, "date"],
    [4, "tags"],
    [5, "draft"],
  ]);
});
