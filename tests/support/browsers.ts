import { existsSync } from "node:fs";
import { type Browser, chromium, firefox, type Page } from "playwright-core";
import { afterAll, onTestFinished } from "vitest";

/** Debian's browsers (`apt-get install chromium firefox-esr`), or others, named by `CHROMIUM` and `FIREFOX`. */
export const browserNames = ["Chromium", "Firefox"] as const;

type BrowserName = (typeof browserNames)[number];

/** What people prefer, as browsers know it. */
export const schemes = ["light", "dark"] as const;

type Scheme = (typeof schemes)[number];

export interface OpenPage {
  readonly page: Page;
  /** What goes wrong in the page: errors, and whatever is written to its console. */
  readonly problems: readonly string[];
  /** The addresses that the page asks for. */
  readonly requests: readonly string[];
}

/** Gives a group of tests a browser, as a function that opens an empty page until the test ends. */
export function useBrowser(name: BrowserName): (scheme?: Scheme) => Promise<OpenPage> {
  const started = new Map<Scheme, Promise<Browser>>();
  afterAll(async () => {
    const results = await Promise.allSettled(started.values());
    const browsers = results.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    await Promise.all(browsers.map((browser) => browser.close()));
  });
  return async (scheme = "light") => {
    const browser = started.get(scheme) ?? launchers[name](scheme);
    started.set(scheme, browser);
    const context = await (await browser).newContext({
      viewport: { width: 1024, height: 900 },
      // Firefox takes none but at its start.
      colorScheme: name === "Firefox" ? null : scheme,
    });
    onTestFinished(() => context.close());
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    return observe(await context.newPage());
  };
}

type Launch = (scheme: Scheme) => Promise<Browser>;

const launchers: Readonly<Record<BrowserName, Launch>> = {
  Chromium: async () => {
    return await chromium.launch({
      executablePath: findExecutable("CHROMIUM", "chromium"),
      args: ["--no-sandbox", "--disable-quic"],
    });
  },
  Firefox: async (scheme) => {
    return await firefox.launch({
      // By WebDriver BiDi, for a Firefox as it comes.
      channel: "moz-firefox",
      executablePath: findExecutable("FIREFOX", "firefox-esr"),
      firefoxUserPrefs: {
        "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1,
      },
    });
  },
};

function findExecutable(variable: string, packageName: string): string {
  const path = process.env[variable] ?? `/usr/bin/${packageName}`;
  if (existsSync(path)) return path;
  throw new Error(
    `Expected a browser at ${path}: apt-get install ${packageName}, or name another one by ${variable}`,
  );
}

function observe(page: Page): OpenPage {
  const problems: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  return { page, problems, requests };
}
