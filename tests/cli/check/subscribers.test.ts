import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveTexts } from "../../support/feed-server.ts";
import { commitAll } from "../../support/repository.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { change, configOf, makeBuiltSite, post } from "./built-site.ts";
import { again, checkReasons, outdatedFeeds, vanished } from "./check-reasons.ts";

const moved = configOf({ content: { permalink: "/blog/:slug/" } });

/** Where the feeds from before a change are, and the flags that name them. */
const places = [
  { place: "in the output folder", keep: async () => [] },
  {
    place: "in a revision",
    keep: async (folder: string) => {
      await commitAll(folder, "2024-02-01T00:00:00Z");
      return ["--since", "HEAD"];
    },
  },
  {
    place: "in a file",
    keep: async (folder: string) => {
      await copyFile(join(folder, "dist/rss.xml"), join(folder, "old.xml"));
      return ["--since", "old.xml"];
    },
  },
  {
    place: "at an address",
    keep: async (folder: string) => {
      const text = await readFile(join(folder, "dist/atom.xml"), "utf8");
      return ["--since", `${await serveTexts({ "/feed": text })}/feed`];
    },
  },
] as const;

test.each(places)(
  "an article would be delivered again to those with a feed $place",
  async ({ keep }) => {
    const folder = await makeBuiltSite();
    const flags = await keep(folder);
    await change(folder, { ...moved, "feeds.lock.json": undefined });
    if (flags.length > 0) await change(folder, { dist: undefined });
    expect(await checkReasons(folder, ...flags)).toEqual({
      code: 1,
      reasons: [
        ...(flags.length > 0 ? [] : outdatedFeeds),
        again("Two", "two", "blog/two"),
        again("One", "one", "blog/one"),
      ],
    });
  },
);

test.each(places)("an article would vanish from a feed $place", async ({ keep }) => {
  const folder = await makeBuiltSite();
  const flags = await keep(folder);
  await change(folder, { "content/two.md": undefined });
  if (flags.length > 0) await change(folder, { dist: undefined });
  expect(await checkReasons(folder, ...flags)).toEqual({
    code: 1,
    reasons: [...(flags.length > 0 ? [] : outdatedFeeds), vanished("Two")],
  });
});

test("`--since` stands in for the output folder", async () => {
  const folder = await makeBuiltSite();
  await commitAll(folder, "2024-02-01T00:00:00Z");
  await change(folder, { "content/two.md": undefined });
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder)).toEqual({ code: 0, reasons: [] });
  expect(await checkReasons(folder, "--since", "HEAD")).toEqual({
    code: 1,
    reasons: [vanished("Two")],
  });
});

test("with a ledger a move is no reason once it is built", async () => {
  const folder = await makeBuiltSite();
  await commitAll(folder, "2024-02-01T00:00:00Z");
  await change(folder, moved);
  await runIn(folder, ["build"]);
  expect(await checkReasons(folder, "--since", "HEAD")).toEqual({ code: 0, reasons: [] });
});

test("without a ledger ids are addresses, and a move would change them", async () => {
  const folder = await makeBuiltSite(configOf({ ledger: false }));
  await change(folder, configOf({ ledger: false, content: { permalink: "/blog/:slug/" } }));
  expect(await checkReasons(folder)).toEqual({
    code: 1,
    reasons: [...outdatedFeeds, again("Two", "two", "blog/two"), again("One", "one", "blog/one")],
  });
});

test("dropping out of the window is no reason", async () => {
  const folder = await makeBuiltSite(configOf({ feed: { limit: 2 } }));
  await commitAll(folder, "2024-02-01T00:00:00Z");
  await change(folder, { "content/three.md": post("Three", "03") });
  await runIn(folder, ["build"]);
  const { code, stdout } = await runIn(folder, ["check", "--reporter=json", "--since=HEAD"]);
  const { messages, subscribers } = JSON.parse(stdout);
  expect({ code, messages }).toEqual({ code: 0, messages: [] });
  expect(subscribers[0].counts).toMatchObject({ new: 1, dropped: 1, removed: 0 });
});
