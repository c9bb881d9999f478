import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { recordBefore } from "../support/recording-proxy.ts";
import { toolOutput } from "../support/run-tool.ts";
import { startServing } from "../support/serving.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

/** A program that subscribes to feeds. */
interface Subscriber {
  readonly name: string;
  /** The first pull with which it asks for what is new alone. */
  readonly asksFrom: number;
  /** Subscribes, once, in an empty folder of its own. */
  readonly subscribe: (address: string, folder: string) => Promise<void>;
  /** Pulls what it is subscribed to; returns the texts that it has of it since the beginning. */
  readonly pull: (address: string, folder: string) => Promise<readonly string[]>;
}

const newsboat: Subscriber = {
  name: "newsboat",
  // 2.21 keeps ETag and date only of a feed that is in its cache already.
  asksFrom: 3,
  subscribe: async (address, folder) => {
    await addFiles(folder, { urls: `${address}\n`, config: "" });
  },
  pull: async (_, folder) => {
    const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(folder, name));
    const args = ["-u", `${urls}`, "-c", `${cache}`, "-C", `${config}`, "-x", "reload"];
    const tool = { command: "newsboat", debianPackage: "newsboat" };
    await toolOutput(tool, args, { env: environment(folder) });
    const script = join(import.meta.dirname, "newsboat-cache.py");
    const entries: readonly { content: string }[] = JSON.parse(
      await toolOutput(python, [script, `${cache}`]),
    );
    return entries.map(({ content }) => content);
  },
};

const python = { command: "/usr/bin/python3", debianPackage: "python3 python3-feedparser" };

const feedparser: Subscriber = {
  name: "feedparser",
  asksFrom: 2,
  subscribe: async () => undefined,
  pull: async (address, folder) => {
    const script = join(import.meta.dirname, "feedparser-pull.py");
    return JSON.parse(await toolOutput(python, [script, address, join(folder, "kept.json")]));
  },
};

/** sfeed's README has this way of asking for what is new alone: "custom fetch with ETag". */
const etagFetch = `fetch() {
	curl --etag-save "$HOME/etag.new" --etag-compare "$HOME/etag" -L -f -s "$2" || return 1
	test -s "$HOME/etag.new" && mv "$HOME/etag.new" "$HOME/etag"
	return 0
}
`;

const sfeed: Subscriber = {
  name: "sfeed_update",
  asksFrom: 2,
  subscribe: async (address, folder) => {
    const feeds = `sfeedpath="${folder}/feeds"\nfeeds() {\n\tfeed "site" "${address}"\n}\n`;
    await addFiles(folder, { sfeedrc: `${feeds}${etagFetch}`, etag: "" });
    await mkdir(join(folder, "feeds"));
  },
  pull: async (_, folder) => {
    const tool = { command: "sfeed_update", debianPackage: "sfeed curl" };
    await toolOutput(tool, [join(folder, "sfeedrc")], { env: environment(folder) });
    return (await readFile(join(folder, "feeds/site"), "utf8")).split("\n").filter(Boolean);
  },
};

const rss2email: Subscriber = {
  name: "rss2email",
  asksFrom: 2,
  subscribe: async (address, folder) => {
    for (const name of ["cur", "new", "tmp"])
      await mkdir(join(folder, "mail", name), { recursive: true });
    const config = {
      from: "a@example.com",
      to: "b@example.com",
      "email-protocol": "maildir",
      "maildir-path": join(folder, "mail"),
      "maildir-mailbox": ".",
      // An entry that has changed is sent again.
      "trust-guid": "False",
    };
    const lines = Object.entries(config).map(([key, value]) => `${key} = ${value}\n`);
    await writeFile(join(folder, "config"), `[DEFAULT]\n${lines.join("")}`);
    await runR2e(folder, "add", "site", address);
  },
  pull: async (_, folder) => {
    await runR2e(folder, "run");
    const names = await readdir(join(folder, "mail/new"));
    return await Promise.all(names.map((name) => readFile(join(folder, "mail/new", name), "utf8")));
  },
};

async function runR2e(folder: string, ...args: readonly string[]): Promise<void> {
  const [config, data] = [join(folder, "config"), join(folder, "data.json")];
  const tool = { command: "r2e", debianPackage: "rss2email" };
  await toolOutput(tool, ["-c", config, "-d", data, ...args], { env: environment(folder) });
}

function environment(home: string): Readonly<Record<string, string>> {
  return { HOME: home, PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" };
}

// sfeed takes an entry for another one by its title, and not by its text.
function article(words: string): string {
  return `---\ntitle: ${words}\ndate: 2024-07-31\n---\n\n${words}\n`;
}

describe.each([newsboat, feedparser, sfeed, rss2email])(
  "$name",
  ({ subscribe, asksFrom, pull }) => {
    test.each(["rss.xml", "atom.xml"])(
      "subscribes to %s, asks for what is new, sees an edit",
      async (path) => {
        const site = await makeFolder({ "content/a.md": article("First words") });
        const serving = await startServing(site);
        const proxy = await recordBefore(serving.url);
        const address = `${proxy.origin}/${path}`;
        const home = await makeFolder();
        await subscribe(address, home);

        for (let pulls = 1; pulls <= asksFrom; pulls += 1) {
          expect((await pull(address, home)).join()).toContain("First words");
          expect(proxy.statuses()).toEqual([pulls < asksFrom ? 200 : 304]);
        }

        // A date in HTTP has whole seconds, and newsboat asks by that alone.
        await setTimeout(1100);
        await addFiles(site, { "content/a.md": article("Second words") });
        await serving.hearOf(/✔/);
        expect((await pull(address, home)).join()).toContain("Second words");
        expect(proxy.statuses()).toEqual([200]);
      },
      60_000,
    );
  },
);
