import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findSources, type Sources } from "../../src/discover/find-sources.ts";
import { stateOf } from "../../src/file-state.ts";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { keepRun, type RunFacts, recallRun } from "../../src/store/last-run.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const report = { version: 1, messages: ["told"] };
const now = new Date("2026-01-01T00:00:00Z");

async function sourcesIn(root: string): Promise<Sources> {
  const folder = join(root, "content");
  return await findSources({ folder, include: ["**/*.md"], exclude: [] });
}

/** A folder in which a run came to a good end, and what a run now goes by. */
async function makeEnded(until?: Date) {
  const root = await makeFolder({
    "content/a.md": "a",
    "content/b.md": "b",
    "dist/rss.xml": "rss",
    "dist/sub/atom.xml": "atom",
  });
  const facts = async (stated: Partial<RunFacts> = {}): Promise<RunFacts> => ({
    folder: join(root, "cache"),
    out: join(root, "dist"),
    print: "p",
    sources: await sourcesIn(root),
    now,
    ...stated,
  });
  const written = new Map(
    ["rss.xml", "sub/atom.xml"].map((path) => {
      return [path, { digest: "d", state: stateOf(join(root, "dist", path)) }];
    }),
  );
  await keepRun({ ...(await facts()), until, written, report });
  return { root, facts };
}

describe("the last run", () => {
  test("is recalled where nothing changed", async () => {
    const { facts } = await makeEnded();
    expect(recallRun(await facts())).toEqual(report);
    expect(recallRun(await facts({ now: new Date("2999-01-01") }))).toEqual(report);
  });

  test("is not recalled where there was none", async () => {
    const { root, facts } = await makeEnded();
    expect(recallRun(await facts({ folder: join(root, "other") }))).toBeUndefined();
  });

  test.each<{ when: string; change: (root: string) => Promise<unknown> }>([
    { when: "an article was edited", change: (root) => addFiles(root, { "content/a.md": "c" }) },
    { when: "an article came", change: (root) => addFiles(root, { "content/c.md": "c" }) },
    { when: "an article went", change: (root) => rm(join(root, "content/a.md")) },
    { when: "an article was touched", change: (root) => touch(join(root, "content/a.md")) },
    { when: "a feed was edited", change: (root) => addFiles(root, { "dist/rss.xml": "RSS" }) },
    { when: "a feed went", change: (root) => rm(join(root, "dist/sub/atom.xml")) },
    { when: "a feed was touched", change: (root) => touch(join(root, "dist/rss.xml")) },
  ])("is not recalled where $when", async ({ change }) => {
    const { root, facts } = await makeEnded();
    await change(root);
    expect(recallRun(await facts())).toBeUndefined();
  });

  test("is not recalled where programs, config or flags are others", async () => {
    const { facts } = await makeEnded();
    expect(recallRun(await facts({ print: "q" }))).toBeUndefined();
  });

  test("is recalled where something else lies in the output folder", async () => {
    const { root, facts } = await makeEnded();
    await addFiles(root, { "dist/index.html": "" });
    expect(recallRun(await facts())).toEqual(report);
  });

  test.each([
    { when: "the same moment", at: "2026-01-01T00:00:00.000Z", is: report },
    { when: "just before an article's time", at: "2026-02-01T11:59:59.999Z", is: report },
    { when: "an article's time", at: "2026-02-01T12:00:00.000Z", is: undefined },
    { when: "later", at: "2027-01-01T00:00:00.000Z", is: undefined },
    { when: "earlier than the run", at: "2025-12-31T23:59:59.999Z", is: undefined },
  ])("counts until an article's time comes, and not before its own: $when", async ({ at, is }) => {
    const { facts } = await makeEnded(new Date("2026-02-01T12:00:00Z"));
    expect(recallRun(await facts({ now: new Date(at) }))).toEqual(is);
  });

  test("is not recalled where nobody knew what the system said of a feed", async () => {
    const { root, facts } = await makeEnded();
    const written = new Map([["gone.xml", { digest: "d", state: "" }]]);
    await keepRun({ ...(await facts()), until: undefined, written, report });
    expect(recallRun(await facts())).toBeUndefined();
    expect(stateOf(join(root, "dist", "gone.xml"))).toBe("");
  });

  test("that is damaged is refused, and made anew", async () => {
    const { root, facts } = await makeEnded();
    const path = join(root, "cache", "run");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("told", "tolb"));
    const given = await facts();
    expect(() => recallRun(given)).toThrow(DamagedError);
    await keepRun({ ...given, until: undefined, written: new Map(), report: "new" });
    expect(recallRun(given)).toBe("new");
  });
});

async function touch(path: string): Promise<void> {
  await utimes(path, new Date("2020-01-01"), new Date("2020-01-01"));
}
