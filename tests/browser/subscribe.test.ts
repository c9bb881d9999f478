/// <reference lib="dom" />
import { describe, expect, test, vi } from "vitest";
import { browserNames, schemes, useBrowser } from "../support/browsers.ts";
import { keepPicture, overflowOf, schemeOf, violationsOf, widths } from "../support/looks.ts";
import { english, korean, publish, publishedSites } from "../support/published-site.ts";

// The page on which people subscribe.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const patience = { timeout: 20_000 };

describe.each(browserNames)("in %s", (name) => {
  const openPage = useBrowser(name);

  test.each(publishedSites)(
    "the page in $language is accessible, fits and asks nobody else at two widths, light and dark",
    async (site) => {
      const { origin, files } = await publish(site);
      for (const scheme of schemes) {
        const { page, problems, requests } = await openPage(scheme);
        await page.goto(`${origin}/subscribe.html`);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const picture = `page-${site.language}-${width}-${scheme}`;
          await keepPicture(page, `coverage/pages/${name}/${picture}.png`, true);
          expect({
            title: await page.getByRole("heading", { level: 1 }).isVisible(),
            articles: await page.locator(".articles a:visible").count(),
            width: await page.evaluate(() => innerWidth),
            scheme: await schemeOf(page, "body"),
            violations: await violationsOf(page),
            overflow: await overflowOf(page),
            dir: await page.evaluate(() => document.dir),
          }).toEqual({
            title: true,
            articles: 10,
            width,
            scheme,
            violations: [],
            overflow: 0,
            dir: site.dir,
          });
        }
        expect({ problems, requests }).toEqual({
          problems: [],
          requests: [`${origin}/subscribe.html`],
        });
      }
      expect(Buffer.byteLength(files.get("subscribe.html") ?? "")).toBeLessThan(30_000);
    },
  );

  test("every button copies the address beside it, and says so for two seconds", async () => {
    const { origin } = await publish(english);
    const { page } = await openPage();
    await page.clock.install({ time: "2026-01-01T00:00:00Z" });
    await page.goto(`${origin}/subscribe.html`);
    // From here on, time stands still but where the test moves it, however slow the browser is.
    await page.clock.pauseAt("2026-01-02T00:00:00Z");
    const addresses = ["rss.xml", "atom.xml", "feed.json"].map((path) => `${origin}/${path}`);
    const buttons = await page.getByRole("button").all();
    expect(buttons.length).toBe(addresses.length);
    for (const [index, button] of buttons.entries()) {
      await button.click();
      // A click is over before the browser has copied.
      await expect.poll(() => button.textContent(), patience).toBe("Copied");
      expect(await page.getByRole("status").textContent()).toBe("Copied");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(addresses[index]);
      await page.clock.runFor(2000);
      expect(await button.textContent()).toBe("Copy");
      expect(await page.getByRole("status").textContent()).toBe("");
    }
  });

  test("where nobody may copy, the address is selected", async () => {
    const { origin } = await publish(english);
    const { page } = await openPage();
    await page.goto(`${origin}/subscribe.html`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
    });
    await page.getByRole("button").first().click();

    expect(await page.evaluate(() => String(getSelection()))).toBe(`${origin}/rss.xml`);
  });

  test("every link of the site leads somewhere, and those of readers name the feed", async () => {
    const { origin } = await publish(korean);
    const { page } = await openPage();
    await page.goto(`${origin}/subscribe.html`);
    const links = await page.$$eval("a, link", (all) =>
      all.map((one) => one.getAttribute("href") ?? ""),
    );
    const own = links.filter((link) => link.startsWith(origin));
    const answers = await Promise.all(own.map(async (link) => (await fetch(link)).status));

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
    const { origin } = await publish(english);
    const { page } = await openPage();
    await page.goto(`${origin}/subscribe.html`);
    const expected = await page.$$eval("a, button", (all) => all.map((one) => one.outerHTML));
    const reached: string[] = [];
    for (const _ of expected) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.outerHTML ?? ""));
    }

    expect(reached).toEqual(expected);
    const outline = await page.evaluate(() => {
      return document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : "";
    });
    expect(outline).toBe("solid");
  });

  test("without script everything can be read, and no button is there that does nothing", async () => {
    const { origin } = await publish(english, {
      "subscribe.html": { "Content-Security-Policy": "script-src 'none'" },
    });
    const { page } = await openPage();
    await page.goto(`${origin}/subscribe.html`);
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen is meant, not what is there.
    const shown = await page.locator("body").innerText();

    expect(shown).toContain(`${origin}/rss.xml`);
    expect(shown).toContain("AT&T, <b> and “quotes” 11");
    expect(shown).toContain("2025-01-12");
    expect(await page.getByRole("button").count()).toBe(0);
  });
});
