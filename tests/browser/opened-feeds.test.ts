/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { describe, expect, test, vi } from "vitest";
import { browserNames, schemes, useBrowser } from "../support/browsers.ts";
import { keepPicture, overflowOf, schemeOf, widths } from "../support/looks.ts";
import { arabic, english, korean, publish } from "../support/published-site.ts";

// The feeds themselves, opened in a browser.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const feeds = ["rss.xml", "atom.xml"].flatMap((path) =>
  [english, korean, arabic].map((site) => ({ path, site, language: site.language })),
);

describe.each(browserNames)("in %s", (name) => {
  const openPage = useBrowser(name);

  test.each(feeds)("$path in $language reads as a page", async ({ path, site }) => {
    const { origin } = await publish(site);
    for (const scheme of schemes) {
      const { page, problems, requests } = await openPage(scheme);
      await page.goto(`${origin}/${path}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const picture = `${path.split(".")[0]}-${site.language}-${width}-${scheme}`;
        await keepPicture(page, `coverage/pages/${name}/${picture}.png`);

        expect({
          ...(await whatIsShown(page)),
          width: await page.evaluate(() => innerWidth),
          scheme: await schemeOf(page, ":root"),
          overflow: await overflowOf(page),
        }).toEqual({
          // Twelve articles, and the feed itself.
          titles: 13,
          isFirstOnTop: true,
          contents: 0,
          notice: true,
          direction: site.dir,
          width,
          scheme,
          overflow: 0,
        });
      }
      expect({ problems, requests }).toEqual({
        problems: [],
        requests: [`${origin}/${path}`, `${origin}/feed.css`],
      });
    }
  });

  // What the README says of types.
  test.each([
    { type: "application/xml", isPage: true },
    { type: "text/xml", isPage: true },
    { type: "application/rss+xml", isPage: false },
  ])("a feed served as $type is a page: $isPage", async ({ type, isPage }) => {
    const { origin } = await publish(english, { "rss.xml": { "Content-Type": type } });
    const { page } = await openPage();
    // A file to be downloaded is an error.
    const shown = await page.goto(`${origin}/rss.xml`).then(
      () => whatIsShown(page),
      () => ({ titles: 0 }),
    );

    expect(shown.titles > 0).toBe(isPage);
  });
});

async function whatIsShown(page: Page) {
  return await page.evaluate(() => {
    const isShown = (element: Element) => element.getClientRects().length > 0;
    const named = (name: string) => [...document.getElementsByTagName(name)].filter(isShown);
    const root = document.documentElement;
    const titles = named("title");
    const { left = 0, top = 0, width = 0, height = 0 } = titles[0]?.getBoundingClientRect() ?? {};
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      // XML that has no style is shown by elements of the browser's own.
      titles: ["rss", "feed"].includes(root.nodeName) ? titles.length : 0,
      isFirstOnTop: seen !== null && seen === titles[0],
      contents: named("content:encoded").length + named("content").length,
      notice: getComputedStyle(root, "::before").content.length > 20,
      direction: getComputedStyle(root).direction,
    };
  });
}
