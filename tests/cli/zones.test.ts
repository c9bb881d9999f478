import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCompiled } from "../support/run-compiled.ts";
import { makeFolder } from "../support/temporary-folder.ts";

/** Every kind of date that a machine's zone, language or order of files could bend. */
const site = {
  "feedwright.config.json": JSON.stringify({
    site: {
      url: "https://example.com/",
      title: "Zeiten",
      language: "de",
      timezone: "Europe/Berlin",
    },
    content: { permalink: "/:year/:month/:day/:hour/:slug/" },
  }),
  "content/wall.md": "---\nTITLE: I İ ı i\nDATE: 2024-03-31 02:30\n---\nSkipped by the clocks",
  "content/twice.md": "---\ntitle: Twice\ndate: 2024-10-27 02:30:00\n---\nShown twice",
  "content/day.md": "---\ntitle: Day\ndate: 2024-07-31\n---\nMidnight",
  "content/zone.md": "---\ntitle: Zone\ndate: 2013-09-14 20:46:50 -0400\n---\nWith a zone",
  "content/rfc.md": "---\ntitle: Rfc\ndate: Wed, 31 Jul 2024 09:45:47 GMT\n---\nRFC 2822",
  "content/toml.md": "+++\ntitle = 'Toml'\ndate = 2019-01-11T22:13:00\n+++\nLocal in TOML",
  "content/2016-1-29-name.md": "The date stands in the name",
  "content/Ä.md": "---\ntitle: Same moment\ndate: 2024-07-31\n---\nBeside day.md",
  "content/z.md": "---\ntitle: Future\ndate: 2026-01-01 00:30\n---\nNot yet, in Berlin",
};

async function build(env: Readonly<Record<string, string>>) {
  const cwd = await makeFolder(site);
  const { code, stderr } = runCompiled(["--now", "2026-01-01", "--reporter", "json"], { cwd, env });
  const feeds = await Promise.all(
    ["rss.xml", "atom.xml", "feed.json"].map((name) => readFile(join(cwd, "dist", name), "utf8")),
  );
  return { code, stderr, feeds };
}

test.each([
  { when: "in UTC", env: { TZ: "UTC" } },
  { when: "in Seoul", env: { TZ: "Asia/Seoul" } },
  { when: "in Los Angeles", env: { TZ: "America/Los_Angeles" } },
  { when: "in Turkish", env: { TZ: "Pacific/Apia", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } },
])("the bytes are the same $when", async ({ env }) => {
  const there = await build(env);
  expect(there).toEqual(await build({}));
  expect(there.code).toBe(0);
});

test("times without a zone are those of the site's zone", async () => {
  const { feeds } = await build({ TZ: "America/Los_Angeles" });
  const { items } = JSON.parse(feeds[2] ?? "");
  const times = items.map((item: { title?: string; date_published: string }) => {
    return [item.title, item.date_published];
  });
  expect(times).toEqual([
    ["Twice", "2024-10-27T00:30:00.000Z"],
    ["Rfc", "2024-07-31T09:45:47.000Z"],
    ["Same moment", "2024-07-30T22:00:00.000Z"],
    ["Day", "2024-07-30T22:00:00.000Z"],
    ["I İ ı i", "2024-03-31T01:30:00.000Z"],
    ["Toml", "2019-01-11T21:13:00.000Z"],
    [undefined, "2016-01-28T23:00:00.000Z"],
    ["Zone", "2013-09-15T00:46:50.000Z"],
  ]);
});
