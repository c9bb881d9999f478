import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { expect, test } from "vitest";
import { runIn } from "../support/run-feedwright.ts";
import { sites } from "../support/sites.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

/** How a real generator publishes the feeds of a site. */
export interface Publisher {
  /** The folder's name below `tests/sites`. */
  readonly name: string;
  /** Builds a copy of the site; returns the texts of its feeds. */
  readonly publish: (folder: string) => Promise<readonly string[]>;
  /** Ids of entries that are no articles to feedwright, which needs Markdown and a date. */
  readonly strangers: readonly string[];
}

interface Report {
  readonly feeds: readonly {
    readonly matched: readonly { readonly id: string; readonly by: string }[];
    readonly entries: readonly { readonly id: string }[];
  }[];
}

interface Ledger {
  readonly articles: readonly ({ readonly id: string; readonly source: string } | null)[];
}

/**
 * Publishes a site's feeds with its real generator and takes them over: every entry finds its
 * article and keeps its id, where nothing moved and after a move to another host and permalink.
 */
export function adoptsFrom({ name, publish, strangers }: Publisher): void {
  test(`takes over every entry of ${name}'s feeds`, { timeout: 120_000 }, async () => {
    const original = await makeFolder();
    await cp(join(sites, name, "site"), original, { recursive: true });
    const feeds = await publish(original);
    const ids = new Set(feeds.flatMap(idsOf));
    expect(ids.size).toBeGreaterThan(5);
    const sources = new Map<string, string>();
    for (const config of [{}, moved]) {
      const { report, kept } = await adopt(name, feeds, config);
      const ways = new Set(report.feeds.flatMap(({ matched }) => matched.map(({ by }) => by)));
      const lost = report.feeds.flatMap(({ entries }) => entries.map(({ id }) => id));
      expect(lost.toSorted()).toEqual(strangers.toSorted());
      expect(new Set([...kept.map(({ id }) => id), ...strangers])).toEqual(ids);
      for (const { id, source } of kept) expect(sources.get(id) ?? source).toBe(source);
      for (const { id, source } of kept) sources.set(id, source);
      if (config === moved) expect(ways).toContain("title");
      else expect([...ways].filter((by) => by !== "id" && by !== "address")).toEqual([]);
    }
  });
}

const moved = {
  site: { url: "https://moved.example/" },
  content: { permalink: "/moved/:year/:filename-:day/" },
};

async function adopt(name: string, feeds: readonly string[], config: object) {
  const folder = await makeFolder();
  await cp(join(sites, name, "site"), folder, { recursive: true });
  const files = feeds.map((text, index) => [`published/${index}.xml`, text] as const);
  await addFiles(folder, {
    ...Object.fromEntries(files),
    "feedwright.config.json": JSON.stringify(config),
  });
  const paths = files.map(([path]) => path);
  const { stdout } = await runIn(folder, ["adopt", ...paths, "--reporter", "json"]);
  const report: Report = JSON.parse(stdout);
  const ledger: Ledger = JSON.parse(await readFile(join(folder, "feeds.lock.json"), "utf8"));
  return { report, kept: ledger.articles.flatMap((line) => line ?? []) };
}

function idsOf(text: string): readonly string[] {
  const { format, feed } = parseFeed(text);
  if (format === "rdf") return [];
  if (format === "atom") return (feed.entries ?? []).flatMap(({ id }) => id ?? []);
  if (format === "json") return (feed.items ?? []).flatMap(({ id }) => id ?? []);
  return (feed.items ?? []).flatMap(({ guid, title }) => guid?.value ?? title ?? []);
}
