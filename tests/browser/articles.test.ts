/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

// Every article of this repository's own feed as a reader would show it, in Debian's Chromium
// (`apt-get install chromium`). The pictures of the pages are kept for people to look at.
const root = join(import.meta.dirname, "../..");
const pictures = join(root, "coverage/articles");
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Item {
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
}

const feed: { readonly home_page_url: string; readonly items: readonly Item[] } = JSON.parse(
  await readFile(join(root, "dist/feed.json"), "utf8"),
);

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`Expected Chromium at ${executablePath}: apt-get install chromium`);
  }
  await mkdir(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
});

afterAll(async () => await browser?.close());

/** Shows an item; what it asks for comes from the content folder, and from nowhere else. */
async function show(
  item: Item,
): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
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
  return { page, problems };
}

describe.each(feed.items)("$title", (item) => {
  test("shows every picture, no raw markup and no error", async () => {
    const { page, problems } = await show(item);
    const broken = await page.$$eval("img", (images) => {
      return images.filter((image) => image.naturalWidth === 0).map((image) => image.src);
    });
    const prose = await page.evaluate(() => {
      for (const code of document.querySelectorAll("pre, code")) code.remove();
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen is meant, not what is there.
      return document.body.innerText;
    });
    const name = item.url.replace(/\/$/, "").split("/").at(-1) ?? "article";
    await page.reload();
    await page.screenshot({
      path: join(pictures, `${decodeURIComponent(name)}.png`),
      fullPage: true,
    });
    await page.close();

    expect(broken).toEqual([]);
    expect(problems).toEqual([]);
    expect(prose.match(/<\/?[a-z]+>|\*\*|\]\(|\{[{%:]|^#{1,6} |^:::|&[a-z]+;/gim)).toBe(null);
  });

  test("has links that lead somewhere, and footnotes both ways", async () => {
    const { page } = await show(item);
    const dead = await page.$$eval("a", (links) => {
      const isHere = (link: HTMLAnchorElement) =>
        link.href.split("#")[0] === location.href.split("#")[0];
      return links
        .filter((link) => isHere(link) && link.hash !== "")
        .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
        .map((link) => link.href);
    });
    const relative = await page.$$eval("a", (links) => {
      return links
        .map((link) => link.getAttribute("href"))
        .filter((href) => !/^[a-z]+:/.test(href ?? ""));
    });
    await page.close();

    expect(dead).toEqual([]);
    expect(relative).toEqual([]);
  });
});
