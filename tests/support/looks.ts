/// <reference lib="dom" />
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";

const root = join(import.meta.dirname, "../..");

/** The narrowest phone and a wide window, in CSS pixels. */
export const widths = [320, 1024] as const;

/** Keeps a picture of a page for people to look at: of what is seen, or of all there is to see. */
export async function keepPicture(page: Page, path: string, fullPage = false): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await page.screenshot({ path: join(root, path), fullPage });
}

/** How far a page reaches beyond the window sideways, in CSS pixels. */
export async function overflowOf(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Whether what a page stands on is dark, by the element of that name. */
export async function schemeOf(page: Page, selector: string): Promise<"light" | "dark"> {
  const color = await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      return getComputedStyle(element).backgroundColor;
    });
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  return red + green + blue < 3 * 128 ? "dark" : "light";
}

/** What axe-core has against a page. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: readonly Violation[] = await page.evaluate(
    "axe.run().then(({ violations }) => violations)",
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
