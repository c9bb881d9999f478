import { cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readWholeSite, sites } from "../support/sites.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

/** An article as the real generator lists it. */
export interface PeerArticle {
  /** As the generator gives it: whole, or a path. */
  readonly url: string;
  /** Anything that `Date` reads, with a zone. */
  readonly date: string;
}

/** How a real generator is asked for its articles. */
export interface Peer {
  /** The folder's name below `tests/sites`. */
  readonly name: string;
  /** What is added to a copy of the site so that the generator lists its articles. */
  readonly files: Files;
  /** Builds the copy; returns the articles that stand in it. */
  readonly build: (folder: string) => Promise<readonly PeerArticle[]>;
}

/** Builds a site with its real generator and with feedwright: addresses and dates must agree. */
export function comparesWith({ name, files, build }: Peer): void {
  test(`${name} gives the same addresses and dates`, { timeout: 120_000 }, async () => {
    const folder = await makeFolder();
    await cp(join(sites, name, "site"), folder, { recursive: true });
    const { listed, site } = await readWholeSite(folder);
    await addFiles(folder, files);
    const articles = await build(folder);

    const base = site.options.site?.url ?? "";
    const theirs = articles.map(({ url, date }) => describe(new URL(url, base).href, date));
    const ours = listed
      .filter(({ status }) => status === "published")
      .map(({ url = "", published = "" }) => describe(url, published));
    expect(theirs.length).toBeGreaterThan(5);
    expect(ours.toSorted()).toEqual(theirs.toSorted());
  });
}

function describe(url: string, date: string): string {
  return `${url} ${new Date(date).toISOString()}`;
}
