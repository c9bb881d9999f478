import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { type Settings, settle } from "../../src/cli/settings.ts";
import { UsageError } from "../../src/config/errors.ts";
import { type Files, makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];
const anyJobs = Math.min(availableParallelism(), 4);
const clock = new Date("2026-01-01T00:00:00Z");

async function settleIn(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Settings> {
  const stream = { write: () => true };
  const io = { stdout: stream, stderr: stream, env, cwd, now: () => clock };
  return await settle(readArguments(argv), io);
}

function jsonConfig(options: object): Files {
  return { "feedwright.config.json": JSON.stringify(options) };
}

test("nothing but site and title must be given", async () => {
  const cwd = await makeFolder();
  const { config, ...rest } = await settleIn(cwd, site);
  expect(config).toMatchObject({
    site: { url: "https://example.com/", title: "Example", timezone: "UTC" },
    content: { folder: join(cwd, "content") },
    feed: { limit: 20, formats: ["rss", "atom", "json"] },
    out: join(cwd, "dist"),
  });
  expect(rest).toEqual({
    run: { drafts: false, future: false, skipInvalid: false, jobs: anyJobs, now: clock },
    cache: join(cwd, ".feedwright", "cache"),
    ledger: join(cwd, "feeds.lock.json"),
    store: {
      folder: expect.stringMatching(/\.feedwright[\\/]cache[\\/][\w-]{16}$/),
      formats: ["rss", "atom", "json"],
      readPrint: expect.stringMatching(/^[\w-]{43}$/),
      entryPrint: expect.stringMatching(/^[\w-]{43}$/),
      start: clock.getTime(),
      maxSize: 500_000_000,
    },
    owner: { out: join(cwd, "dist"), content: join(cwd, "content"), config: undefined },
    mode: "write",
    quiet: false,
    maxWarnings: Number.POSITIVE_INFINITY,
    siteFiles: expect.any(Set),
  });
  expect(rest.siteFiles).toContain(join(cwd, "feedwright.config.ts"));
  expect(rest.siteFiles).toContain(join(cwd, "hugo.toml"));
});

const file = {
  site: { url: "https://file.example/", title: "File", timezone: "Asia/Seoul" },
  content: { folder: "posts", exclude: ["x.md"] },
  feed: { limit: 5, formats: ["atom"], content: "summary" },
  out: "public",
};

test("the file wins over the defaults", async () => {
  const cwd = await makeFolder(jsonConfig(file));
  const { config, owner } = await settleIn(cwd, []);
  expect(config).toMatchObject({
    site: { url: "https://file.example/", title: "File", timezone: "Asia/Seoul" },
    content: { folder: join(cwd, "posts"), exclude: ["x.md"] },
    feed: { limit: 5, formats: ["atom"], content: "summary", paths: { rss: "rss.xml" } },
    out: join(cwd, "public"),
  });
  expect(owner.config).toBe(join(cwd, "feedwright.config.json"));
});

test("a flag wins over the file, and what it does not say stays", async () => {
  const cwd = await makeFolder(jsonConfig(file));
  const flags = ["--content", "notes", "--limit", "all", "--formats", "json, RSS", "--out", "www"];
  const { config } = await settleIn(cwd, [...site, ...flags]);
  expect(config).toMatchObject({
    site: { url: "https://example.com/", title: "Example", timezone: "Asia/Seoul" },
    content: { folder: join(cwd, "notes"), exclude: ["x.md"] },
    feed: { limit: Number.POSITIVE_INFINITY, formats: ["rss", "json"], content: "summary" },
    out: join(cwd, "www"),
  });
});

test("paths in the file are meant from its folder, paths in flags from where one stands", async () => {
  const root = await makeFolder({ "site/my.json": JSON.stringify(file), "deep/here/x": "" });
  const here = join(root, "deep", "here");
  const named = await settleIn(here, ["--config", "../../site/my.json"]);
  expect(named.config.content.folder).toBe(join(root, "site", "posts"));
  expect(named.config.out).toBe(join(root, "site", "public"));
  expect(named.cache).toBe(join(root, "site", ".feedwright", "cache"));
  expect(named.owner.config).toBe(join(root, "site", "my.json"));
  const flags = ["a", "--out", "b", "--cache", "c", "--config", "../../site/my.json"];
  const given = await settleIn(here, flags);
  expect(given.config.content.folder).toBe(join(here, "a"));
  expect(given.config.out).toBe(join(here, "b"));
  expect(given.cache).toBe(join(here, "c"));
});

test("absolute paths stay", async () => {
  const cwd = await makeFolder();
  const { config } = await settleIn(cwd, [...site, "/srv/posts", "--out", "/srv/www"]);
  expect([config.content.folder, config.out]).toEqual([resolve("/srv/posts"), resolve("/srv/www")]);
});

test("the cache is in node_modules where there are any", async () => {
  const cwd = await makeFolder();
  await mkdir(join(cwd, "node_modules"));
  const { cache } = await settleIn(cwd, site);
  expect(cache).toBe(join(cwd, "node_modules", ".cache", "feedwright"));
});

test.each([
  { when: "--drafts", expected: { run: { drafts: true } } },
  { when: "--future", expected: { run: { future: true } } },
  { when: "--skip-invalid", expected: { run: { skipInvalid: true } } },
  { when: "--check", expected: { mode: "check" } },
  { when: "--dry-run", expected: { mode: "dry-run" } },
  { when: "--check --dry-run", expected: { mode: "check" } },
  { when: "--no-cache", expected: { cache: undefined } },
  { when: "--no-cache --cache x", expected: { cache: undefined } },
  { when: "--max-warnings 0", expected: { maxWarnings: 0 } },
  { when: "--limit 7", expected: { config: { feed: { limit: 7 } } } },
  { when: "--formats atom", expected: { config: { feed: { formats: ["atom"] } } } },
  { when: "--formats json,rss,json", expected: { config: { feed: { formats: ["rss", "json"] } } } },
])("$when", async ({ when, expected }) => {
  const settings = await settleIn(await makeFolder(), [...site, ...when.split(" ")]);
  expect(settings).toMatchObject(expected);
});

test.each([
  { when: "--now and SOURCE_DATE_EPOCH", now: "2020-02-03T04:05:06Z", epoch: "1", is: 1580702706 },
  { when: "--now in seconds", now: "1580702706", epoch: undefined, is: 1580702706 },
  { when: "a --now without zone", now: "2020-02-03 13:05:06", epoch: undefined, is: 1580702706 },
  { when: "SOURCE_DATE_EPOCH", now: undefined, epoch: "1580702706", is: 1580702706 },
  { when: "SOURCE_DATE_EPOCH 0", now: undefined, epoch: "0", is: 0 },
  { when: "an empty SOURCE_DATE_EPOCH", now: undefined, epoch: "", is: clock.getTime() / 1000 },
])("now is $is with $when", async ({ now, epoch, is }) => {
  const cwd = await makeFolder(jsonConfig(file));
  const flags = now === undefined ? [] : ["--now", now];
  const env = epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch };
  const { run } = await settleIn(cwd, flags, env);
  expect(run.now.getTime() / 1000).toBe(is);
});

const address = "an http(s) address such as `https://example.com/`";
const time = "a time such as `2024-07-31T09:00:00Z`";

test.each([
  {
    argv: ["--site", "example.com"],
    message: `Expected ${address}, not \`example.com\` for \`--site\``,
  },
  {
    argv: ["--limit", "0"],
    message: "Expected a whole number from 1, or `all`, not `0` for `--limit`",
  },
  {
    argv: ["--limit", "-1"],
    message: "Expected a whole number from 1, or `all`, not `-1` for `--limit`",
  },
  {
    argv: ["--limit", "ten"],
    message: "Expected a whole number from 1, or `all`, not `ten` for `--limit`",
  },
  {
    argv: ["--formats", "rss,xml"],
    message: "Expected `rss`, `atom` or `json`, not `xml` for `--formats`",
  },
  {
    argv: ["--formats", "rss,"],
    message: "Expected `rss`, `atom` or `json`, not `` for `--formats`",
  },
  { argv: ["--now", "soon"], message: `Expected ${time}, not \`soon\` for \`--now\`` },
  { argv: ["--now", "2024-02-30"], message: `Expected ${time}, not \`2024-02-30\` for \`--now\`` },
  {
    argv: ["--max-warnings", "few"],
    message: "Expected a whole number, not `few` for `--max-warnings`",
  },
])("$message", async ({ argv, message }) => {
  const settling = settleIn(await makeFolder(), [...site, ...argv]);
  await expect(settling).rejects.toThrow(new UsageError(message));
});

test.each(["yesterday", "-1", "1.5"])("a SOURCE_DATE_EPOCH %s is a mistake", async (epoch) => {
  const settling = settleIn(await makeFolder(), site, { SOURCE_DATE_EPOCH: epoch });
  await expect(settling).rejects.toThrow(
    new UsageError(`Expected seconds since 1970, not \`${epoch}\` for \`SOURCE_DATE_EPOCH\``),
  );
});
