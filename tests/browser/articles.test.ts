/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { browserNames, type OpenPage, useBrowser } from "../support/browsers.ts";
import { keepPicture } from "../support/looks.ts";

// Every article of this repository's own feed as a reader would show it. The pictures of the pages
// are kept for people to look at.
const root = join(import.meta.dirname, "../..");

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Item {
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
}

const feed: { readonly home_page_url: string; readonly items: readonly Item[] } = JSON.parse(
  await readFile(join(root, "dist/feed.json"), "utf8"),
);

describe.each(browserNames)("in %s", (name) => {
  const openPage = useBrowser(name);

  test.each(feed.items)(
    "$title shows pictures, no raw markup, no error, no dead link",
    async (item) => {
      const { page, problems } = await show(item, await openPage());
      const slug = item.url.replace(/\/$/, "").split("/").at(-1) ?? "article";
      await keepPicture(page, `coverage/articles/${name}/${decodeURIComponent(slug)}.png`, true);

      expect({
        broken: await brokenPicturesOf(page),
        ...(await badLinksOf(page)),
        markup: await markupIn(page),
        problems,
      }).toEqual({ broken: [], dead: [], relative: [], markup: null, problems: [] });
    },
  );
});

/** Shows an item; what it asks for comes from the content folder, and from nowhere else. */
async function show(item: Item, opened: OpenPage): Promise<OpenPage> {
  const { page } = opened;
  await page.setViewportSize({ width: 700, height: 900 });
  await page.route("**", async (route) => {
    const address = route.request().url();
    if (address === item.url) {
      const body = `<!doctype html><meta charset="utf-8"><title></title>${item.content_html}`;
      return await route.fulfill({ contentType: "text/html", body });
    }
    const path = decodeURIComponent(address.slice(feed.home_page_url.length));
    const file = address.startsWith(feed.home_page_url) && join(root, "content", path);
    return file && existsSync(file) ? await route.fulfill({ path: file }) : await route.abort();
  });
  await page.goto(item.url);
  return opened;
}

async function brokenPicturesOf(page: Page): Promise<readonly string[]> {
  return await page.$$eval("img", (images) => {
    return images.filter((image) => image.naturalWidth === 0).map((image) => image.src);
  });
}

/** Those that lead nowhere, as footnotes may, and those that lead elsewhere in each reader. */
async function badLinksOf(page: Page) {
  return await page.$$eval("a", (links) => {
    const isHere = (link: HTMLAnchorElement) =>
      link.href.split("#")[0] === location.href.split("#")[0];
    const dead = links
      .filter((link) => isHere(link) && link.hash !== "")
      .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
      .map((link) => link.href);
    const relative = links
      .map((link) => link.getAttribute("href"))
      .filter((href) => !/^[a-z]+:/.test(href ?? ""));
    return { dead, relative };
  });
}

/** Markup that people would see, but for that of code, which is taken out of the page. */
async function markupIn(page: Page): Promise<readonly string[] | null> {
  const prose = await page.evaluate(() => {
    for (const code of document.querySelectorAll("pre, code")) code.remove();
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen is meant, not what is there.
    return document.body.innerText;
  });
  return prose.match(/<\/?[a-z]+>|\*\*|\]\(|\{[{%:]|^#{1,6} |^:::|&[a-z]+;/gim);
}
