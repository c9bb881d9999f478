import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { browserNames, type OpenPage, useBrowser } from "../support/browsers.ts";
import { keepPicture, overflowOf } from "../support/looks.ts";

// The README's pictures, of this repository's own feeds. `README_PICTURES=1 npm run test:browser`
// takes them anew.
const root = join(import.meta.dirname, "../..");
const folder = process.env["README_PICTURES"] ? ".github/screenshots" : "coverage/pages/readme";
const site = "https://feedwright.example/";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const pictures = [
  { browser: "Chromium", path: "", scheme: "light", picture: "subscribe-page.png", height: 900 },
  { browser: "Firefox", path: "rss.xml", scheme: "dark", picture: "opened-feed.png", height: 570 },
] as const;

describe.each(browserNames)("in %s", (name) => {
  const openPage = useBrowser(name);

  test.each(pictures.filter(({ browser }) => browser === name))(
    "$picture shows what is in dist",
    async ({ path, scheme, picture, height }) => {
      const { page, problems, requests } = await openDist(await openPage(scheme));
      await page.setViewportSize({ width: 820, height });
      await page.goto(`${site}${path}`);
      await keepPicture(page, `${folder}/${picture}`);

      expect(await page.getByText("Building and checking feeds in CI").first().isVisible()).toBe(
        true,
      );
      expect(await overflowOf(page)).toBe(0);
      expect(problems).toEqual([]);
      expect(requests.every((address) => address.startsWith(site))).toBe(true);
    },
  );
});

test("the README shows each of them, with a text for those who do not see", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const shown = [...readme.matchAll(/!\[[^\]]{40,}\]\(\.github\/screenshots\/([^)]+)\)/g)];
  const kept = await readdir(join(root, ".github/screenshots"));

  expect(shown.map(([, file]) => file).sort()).toEqual(kept.sort());
  expect(kept.sort()).toEqual(pictures.map(({ picture }) => picture).sort());
  for (const file of kept) {
    expect((await stat(join(root, ".github/screenshots", file))).size).toBeLessThan(120_000);
  }
});

/** Gives a page the files of dist as those of their site. */
async function openDist(opened: OpenPage): Promise<OpenPage> {
  await opened.page.route("**", async (route) => {
    const path = route.request().url().slice(site.length) || "index.html";
    const file = join(root, "dist", path);
    return existsSync(file) ? await route.fulfill({ path: file }) : await route.abort();
  });
  return opened;
}
