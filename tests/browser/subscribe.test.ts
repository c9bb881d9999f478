/// <reference lib="dom" />
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildAll } from "../support/companions.ts";
import { serve } from "../support/feed-server.ts";

// The page on which people subscribe, and the feeds themselves opened in a browser, in Debian's
// Chromium (`apt-get install chromium`). The pictures are kept for people to look at.
const pictures = join(import.meta.dirname, "../../coverage/pages");
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;

beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`Expected Chromium at ${executablePath}: apt-get install chromium`);
  }
  await mkdir(pictures, { recursive: true });
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
});

afterAll(async () => await browser?.close());

const sites = [
  { language: "en", title: "Field notes", article: "AT&T, <b> and “quotes”", dir: "ltr" },
  { language: "ko", title: "두루미의 기록", article: "띄어쓰기와 줄바꿈에 대하여", dir: "ltr" },
  {
    language: "ar",
    title: "دفتر الملاحظات",
    article: "عن الكتابة من اليمين إلى اليسار",
    dir: "rtl",
  },
  // Without texts of its own.
  { language: "he", title: "פנקס רשימות", article: "על כתיבה מימין לשמאל", dir: "rtl" },
] as const;

type Site = (typeof sites)[number];

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  opml: "text/x-opml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** Builds a site for the address at which it is served. */
async function publish({ language, title, article }: Site) {
  const files = new Map<string, string>();
  const origin = await serve((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const text = path.startsWith("articles/") ? "<!doctype html>" : files.get(path);
    // The browser asks for its icon by itself.
    if (text === undefined) response.writeHead(/^(?:|favicon\.ico)$/.test(path) ? 200 : 404);
    else
      response.setHeader(
        "Content-Type",
        types[path.split(".").at(-1) ?? ""] ?? types["html"] ?? "",
      );
    response.end(text);
  });
  const texts = Array.from({ length: 25 }, (_, index) => {
    const day = String(index + 1).padStart(2, "0");
    const text = `---\ntitle: "${article} ${index}"\ndate: 2025-01-${day}\n---\n${`${article}. `.repeat(20)}\n`;
    return [`content/articles/a${index}.md`, text] as const;
  });
  const options = {
    site: { url: `${origin}/`, title, description: article, language },
    feed: { opml: true },
  };
  const built = await buildAll(options, Object.fromEntries(texts));
  for (const [path, text] of built) files.set(path, text);
  return { origin, files };
}

interface Visit extends Pick<BrowserContextOptions, "colorScheme" | "javaScriptEnabled"> {
  readonly width?: number;
}

/** Opens an address; what is asked for, and what goes wrong, is noted. */
async function open(address: string, { width = 1024, ...options }: Visit = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, problems, requests };
}

async function close(page: Page): Promise<void> {
  await page.context().close();
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: readonly Violation[] = await page.evaluate(
    "axe.run().then(({ violations }) => violations)",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

async function widthOf(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth);
}

const views = [320, 1024].flatMap((width) => [
  { width, colorScheme: "light" as const },
  { width, colorScheme: "dark" as const },
]);

describe.each(sites)("the page of a site in $language", (site) => {
  test("is accessible, fits and asks nobody else at two widths, light and dark", async () => {
    const { origin, files } = await publish(site);
    for (const view of views) {
      const { page, problems, requests } = await open(`${origin}/subscribe.html`, view);
      const name = `page-${site.language}-${view.width}-${view.colorScheme}.png`;
      await page.screenshot({ path: join(pictures, name), fullPage: true });
      const seen = {
        violations: await violationsOf(page),
        width: await widthOf(page),
        problems,
        requests,
        dir: await page.evaluate(() => document.dir),
      };
      await close(page);

      expect(seen).toEqual({
        violations: [],
        width: view.width,
        problems: [],
        requests: [`${origin}/subscribe.html`],
        dir: site.dir,
      });
    }
    expect(Buffer.byteLength(files.get("subscribe.html") ?? "")).toBeLessThan(30_000);
  });
});

test("every button copies the address beside it, and says so", async () => {
  const { origin } = await publish(sites[0]);
  const { page } = await open(`${origin}/subscribe.html`);
  const copied: string[] = [];
  for (const button of await page.getByRole("button").all()) {
    await button.click();
    expect(await page.getByRole("status").textContent()).toBe("Copied");
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  await close(page);

  expect(copied).toEqual(["rss.xml", "atom.xml", "feed.json"].map((path) => `${origin}/${path}`));
});

test("where nobody may copy, the address is selected", async () => {
  const { origin } = await publish(sites[0]);
  const { page } = await open(`${origin}/subscribe.html`);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
  });
  await page.getByRole("button").first().click();
  const selected = await page.evaluate(() => String(getSelection()));
  await close(page);

  expect(selected).toBe(`${origin}/rss.xml`);
});

test("every link of the site leads somewhere, and those of readers name the feed", async () => {
  const { origin } = await publish(sites[1]);
  const { page } = await open(`${origin}/subscribe.html`);
  const links = await page.$$eval("a, link", (all) =>
    all.map((one) => one.getAttribute("href") ?? ""),
  );
  const own = links.filter((link) => link.startsWith(origin));
  const answers = await Promise.all(own.map(async (link) => (await fetch(link)).status));
  await close(page);

  expect([...new Set(answers)]).toEqual([200]);
  expect(own).toContain(`${origin}/feeds.opml`);
  const encoded = encodeURIComponent(`${origin}/rss.xml`);
  expect(links.filter((link) => !link.startsWith(origin))).toEqual([
    `https://feedly.com/i/subscription/feed%2F${encoded}`,
    `https://www.inoreader.com/?add_feed=${encoded}`,
    `https://www.newsblur.com/?url=${encoded}`,
    `https://theoldreader.com/feeds/subscribe?url=${encoded}`,
    `feed:${origin}/rss.xml`,
  ]);
});

test("the keyboard goes through links and buttons in the order in which they are read", async () => {
  const { origin } = await publish(sites[0]);
  const { page } = await open(`${origin}/subscribe.html`);
  const expected = await page.$$eval("a, button", (all) => all.map((one) => one.outerHTML));
  const reached: string[] = [];
  for (const _ of expected) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement?.outerHTML ?? ""));
  }
  const outline = await page.evaluate(() => {
    return document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : "";
  });
  await close(page);

  expect(reached).toEqual(expected);
  expect(outline).toBe("solid");
});

test("without script everything can be read, and no button is there that does nothing", async () => {
  const { origin } = await publish(sites[0]);
  const { page } = await open(`${origin}/subscribe.html`, { javaScriptEnabled: false });
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen is meant, not what is there.
  const shown = await page.locator("body").innerText();
  const buttons = await page.getByRole("button").count();
  await close(page);

  expect(shown).toContain(`${origin}/rss.xml`);
  expect(shown).toContain("AT&T, <b> and “quotes” 24");
  expect(shown).toContain("2025-01-25");
  expect(buttons).toBe(0);
});

describe.each(sites)("the feeds of a site in $language, opened in a browser,", (site) => {
  test.each(["rss.xml", "atom.xml"])("%s reads as a page", async (path) => {
    const { origin } = await publish(site);
    for (const view of views) {
      const { page, problems, requests } = await open(`${origin}/${path}`, view);
      const name = `${path.split(".")[0]}-${site.language}-${view.width}-${view.colorScheme}.png`;
      await page.screenshot({ path: join(pictures, name) });
      const shown = await page.evaluate(() => {
        const isShown = (element: Element) => element.getClientRects().length > 0;
        const named = (name: string) => [...document.getElementsByTagName(name)].filter(isShown);
        const { direction } = getComputedStyle(document.documentElement);
        return {
          titles: named("title").length,
          contents: named("content:encoded").length + named("content").length,
          notice: getComputedStyle(document.documentElement, "::before").content.length > 20,
          direction,
        };
      });
      const width = await widthOf(page);
      await close(page);

      expect({ ...shown, width, problems, requests }).toEqual({
        titles: 21,
        contents: 0,
        notice: true,
        direction: site.dir,
        width: view.width,
        problems: [],
        requests: [`${origin}/${path}`, `${origin}/feed.css`],
      });
    }
  });
});
