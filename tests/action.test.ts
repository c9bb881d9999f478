import { chmod, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { generator } from "../src/write/generator.ts";
import { commitAll, git } from "./support/repository.ts";
import { action, type Runner, runAction } from "./support/run-action.ts";
import { compiledBundle } from "./support/run-compiled.ts";
import { runIn } from "./support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "./support/temporary-folder.ts";

const config = JSON.stringify({ site: { url: "https://example.com/", title: "Example" } });
const good = "---\ntitle: A\ndate: 2024-07-31\n---\nText\n";
const untitled = "---\ndate: 2024-07-31\n---\nText\n";
const broken = "---\ntitle: B\ndate: never\n---\n";

const site: Files = { "feedwright.config.json": config, "content/a.md": good };

/** A runner whose workspace is a clone of a repository with these files. */
async function makeRunner(files: Files): Promise<Runner> {
  const folder = await makeFolder();
  await addFiles(join(folder, "origin"), { ".gitignore": "node_modules\n", ...files });
  await commitAll(join(folder, "origin"), "2024-08-01T00:00:00Z");
  return await cloneOrigin(folder, "--depth=1");
}

async function cloneOrigin(folder: string, ...flags: readonly string[]): Promise<Runner> {
  await git(folder, ["clone", "--quiet", ...flags, `file://${folder}/origin`, "workspace"]);
  await mkdir(join(folder, "temp"));
  const path = [join(folder, "programs"), dirname(process.execPath), "/usr/bin", "/bin"].join(":");
  return { workspace: join(folder, "workspace"), temp: join(folder, "temp"), path };
}

const program = `#!/bin/sh\nexec '${process.execPath}' '${compiledBundle()}' "$@"\n`;

/** Puts feedwright where npm puts it. */
async function install(folder: string): Promise<void> {
  const bin = join(folder, "node_modules/.bin/feedwright");
  await addFiles(folder, { "node_modules/.bin/feedwright": program });
  await chmod(bin, 0o755);
}

/** A runner with feedwright in the repository's dependencies. */
async function makeReadyRunner(files: Files, folder = "."): Promise<Runner> {
  const runner = await makeRunner(files);
  await install(join(runner.workspace, folder));
  return runner;
}

/** A runner with feedwright and a clone of a site that commits its feeds: once without `b`, once with. */
async function makeGrownRunner(...flags: readonly string[]): Promise<Runner> {
  const folder = await makeFolder();
  const origin = join(folder, "origin");
  const ignored = { ".gitignore": "node_modules\n.feedwright\n" };
  const grown = { "content/b.md": good.replace("title: A", "title: B") };
  for (const files of [{ ...ignored, ...site }, grown]) {
    await addFiles(origin, files);
    await runIn(origin, ["build"]);
    await commitAll(origin, "2024-08-01T00:00:00Z");
  }
  const runner = await cloneOrigin(folder, ...flags);
  await install(runner.workspace);
  return runner;
}

test("the action takes and gives what it promises", () => {
  expect(Object.keys(action.inputs)).toEqual([
    "command",
    "config",
    "working-directory",
    "since",
    "max-warnings",
    "node-version",
    "version",
  ]);
  expect(Object.keys(action.outputs)).toEqual(["changed", "new-items", "errors", "feeds"]);
});

// The runner that stands for all of them has bash where Linux has it.
describe.skipIf(process.platform === "win32")("on a runner", () => {
  test("builds the feeds, and tells later steps and the run's page", async () => {
    const runner = await makeReadyRunner({ ...site, "content/b.md": untitled });
    const ran = runAction(runner);
    expect(ran).toMatchObject({
      code: 0,
      outputs: {
        changed: "true",
        "new-items": expect.stringMatching(/^\d*$/),
        errors: "0",
        feeds: "dist/rss.xml\ndist/atom.xml\ndist/feed.json",
      },
    });
    for (const path of (ran.outputs["feeds"] ?? "").split("\n")) {
      expect(await readFile(join(runner.workspace, path), "utf8")).toContain(
        "https://example.com/a/",
      );
    }
    expect(ran.stdout).toMatch(
      /^::warning file=content\/b\.md,line=1,col=1,title=title::Expected /m,
    );
    expect(ran.summary).toContain("| `rss.xml` | written | 2 |");
    expect(ran.summary).toContain("`content/b.md:1:1`");
  });

  test("nothing is another one the second time", async () => {
    const runner = await makeReadyRunner(site);
    const [first, second] = [runAction(runner), runAction(runner)];
    expect([first.outputs["changed"], second.outputs["changed"]]).toEqual(["true", "false"]);
  });

  test("a site in a folder is built there, and its files are named from the root", async () => {
    const files = Object.entries({ ...site, "content/b.md": untitled });
    const placed = Object.fromEntries(files.map(([path, text]) => [`my site/${path}`, text]));
    const runner = await makeReadyRunner(placed);
    const ran = runAction(runner, { "working-directory": "my site" });
    expect(ran).toMatchObject({ code: 0, outputs: { changed: "true" } });
    expect(ran.outputs["feeds"]).toBe(
      "my site/dist/rss.xml\nmy site/dist/atom.xml\nmy site/dist/feed.json",
    );
    expect(ran.stdout).toContain("::warning file=my site/content/b.md,line=1,");
  });

  test("an invalid article is a failure, and is told at its place", async () => {
    const runner = await makeReadyRunner({ ...site, "content/b.md": broken });
    const ran = runAction(runner);
    expect(ran).toMatchObject({ code: 1, outputs: { changed: "false", errors: "1", feeds: "" } });
    expect(ran.stdout).toContain("::error file=content/b.md,line=3,col=7,title=date::Expected ");
    expect(ran.summary).toContain("`content/b.md:3:7`");
    expect(await readdir(runner.workspace)).not.toContain("dist");
  });

  test.each([
    { most: "1", code: 0 },
    { most: "0", code: 1 },
  ])("a warning, of which $most may be, exits $code", async ({ most, code }) => {
    const runner = await makeReadyRunner({ ...site, "content/a.md": untitled });
    expect(runAction(runner, { "max-warnings": most }).code).toBe(code);
  });

  test("a check finds committed feeds good, or out of date, and writes nothing", async () => {
    const runner = await makeGrownRunner("--depth=1");
    expect(runAction(runner, { command: "check" })).toMatchObject({
      code: 0,
      outputs: { changed: "false", errors: "0" },
    });
    await addFiles(runner.workspace, { "content/c.md": good });
    const read = async () => await readFile(join(runner.workspace, "dist/rss.xml"), "utf8");
    const before = await read();
    const ran = runAction(runner, { command: "check" });
    expect(ran).toMatchObject({ code: 1, outputs: { changed: "true", "new-items": "1" } });
    expect(Number(ran.outputs["errors"])).toBeGreaterThan(0);
    expect(ran.stdout).toContain("::error title=out-of-date::Expected ");
    expect(ran.summary).toContain("`out-of-date`");
    expect(await read()).toBe(before);
  });

  test("a check of a pull request shows what subscribers will see", async () => {
    const runner = await makeGrownRunner();
    const ran = runAction(runner, { command: "check", since: "HEAD~1" });
    expect(ran).toMatchObject({
      code: 0,
      stdout: "",
      outputs: { changed: "false", "new-items": "1", errors: "0" },
    });
    const [, subscribers = ""] = ran.summary.split("### What subscribers will see\n");
    expect(subscribers).toMatch(/^\n`rss.xml.*`: 1 new, 1 as before\n/);
    expect(subscribers).toContain("- [B](https://example.com/b/)\n");
  });

  test("a check says in a sentence that a shallow clone lacks the revision", async () => {
    const runner = await makeGrownRunner("--depth=1");
    const ran = runAction(runner, { command: "check", since: "HEAD~1" });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toMatch(/^::error title=usage::Expected .*`HEAD~1`.*fetch-depth: 0.*\n$/);
    expect(ran.stderr).toMatch(/^feedwright: Expected .*`HEAD~1`.*fetch-depth: 0.*\n$/);
  });

  test("the config is the one that is named", async () => {
    const files = { "content/a.md": good, "other.json": config.replace("Example", "Other") };
    const runner = await makeReadyRunner(files);
    expect(runAction(runner, { config: "other.json" }).code).toBe(0);
    expect(await readFile(join(runner.workspace, "dist/rss.xml"), "utf8")).toContain("Other");
  });

  test("the store is kept under a name for these articles, and found under the site's", async () => {
    const runner = await makeReadyRunner(site);
    const cacheOf = (inputs: Readonly<Record<string, string>> = {}) => {
      return runAction(runner, inputs).used["actions/cache@v4"] ?? {};
    };
    const first = cacheOf();
    expect(first["path"]).toMatch(/\/temp\/feedwright-store\/\d+$/);
    expect(await readdir(first["path"] ?? "")).not.toEqual([]);
    const prefix = `feedwright-Linux-${generator.version}-`;
    expect(first["restore-keys"]).toMatch(new RegExp(`^${prefix}\\d+-$`));
    expect(first["key"]).toMatch(new RegExp(`^${first["restore-keys"]}[0-9a-f]{40}$`));
    expect(cacheOf()).toEqual(first);

    await addFiles(runner.workspace, { "content/a.md": untitled });
    await commitAll(runner.workspace, "2024-08-02T00:00:00Z");
    const later = cacheOf();
    expect(later).toMatchObject({ path: first["path"], "restore-keys": first["restore-keys"] });
    expect(later["key"]).not.toBe(first["key"]);

    const other = cacheOf({ config: "feedwright.config.json" });
    expect(other["path"]).not.toBe(first["path"]);
    expect(other["restore-keys"]).not.toBe(first["restore-keys"]);
  });

  test("a change elsewhere in the repository leaves the store its name", async () => {
    const files = Object.entries(site).map(([path, text]) => [`docs/${path}`, text]);
    const runner = await makeReadyRunner(Object.fromEntries(files));
    const keyOf = () => {
      const { used } = runAction(runner, { command: "check", "working-directory": "docs" });
      return used["actions/cache@v4"]?.["key"];
    };
    const first = keyOf();
    await addFiles(runner.workspace, { "README.md": "Changed" });
    await commitAll(runner.workspace, "2024-08-02T00:00:00Z");
    expect(keyOf()).toBe(first);
  });

  test("without a repository the run names the store", async () => {
    const runner = await makeReadyRunner(site);
    const workspace = await makeFolder(site);
    await install(workspace);
    const { key } = runAction({ ...runner, workspace }).used["actions/cache@v4"] ?? {};
    expect(key).toMatch(/-1234-1$/);
  });

  test("Node is the version that is asked for", async () => {
    const runner = await makeReadyRunner(site);
    const nodeOf = (inputs = {}) => runAction(runner, inputs).used["actions/setup-node@v4"];
    expect(nodeOf()).toEqual({ "node-version": "24" });
    expect(nodeOf({ "node-version": "20" })).toEqual({ "node-version": "20" });
  });

  test.each(["", "build; touch hacked", "--help", "check\nbuild"])(
    "the command %j is refused",
    async (command) => {
      const runner = await makeReadyRunner(site);
      const ran = runAction(runner, { command });
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe(
        "::error title=usage::Expected `build` or `check` as the input `command`\n",
      );
    },
  );

  test.each([
    "'; touch hacked; '",
    '"; touch hacked; "',
    "$(touch hacked)",
    "`touch hacked`",
    "1 --drafts",
  ])("%s is nothing but text", async (value) => {
    const runner = await makeReadyRunner({ ...site, "hacked.json": config });
    for (const inputs of [
      { config: value, since: value, "max-warnings": value },
      { config: "hacked.json", "max-warnings": value },
    ]) {
      expect(runAction(runner, inputs).code).toBe(2);
    }
    expect(await readdir(runner.workspace)).not.toContain("hacked");
  });

  /** An npm that notes what it is asked, and puts feedwright where it was asked to. */
  async function addNpm(runner: Runner): Promise<string> {
    const programs = runner.path.split(":")[0] ?? "";
    const notes = join(programs, "notes");
    const script = `#!/bin/bash
printf '%s\\n' "$@" >> '${notes}'
folder=.
if [ "$2" = --prefix ]; then folder=$3; fi
mkdir -p "$folder/node_modules/.bin"
cp '${join(programs, "feedwright")}' "$folder/node_modules/.bin/feedwright"
`;
    await addFiles(programs, { npm: script, feedwright: program });
    for (const name of ["npm", "feedwright"]) await chmod(join(programs, name), 0o755);
    return notes;
  }

  const lock = '{ "packages": { "node_modules/feedwright": { "version": "0.1.0" } } }';
  const own = ["--ignore-scripts", "--no-audit", "--no-fund"];

  test.each([
    {
      when: "nobody says which",
      files: site,
      inputs: {},
      asked: ["install", "--prefix", "HOME", ...own, `feedwright@${generator.version}`],
    },
    {
      when: "the workflow says which",
      files: { ...site, "package-lock.json": lock },
      inputs: { version: "1.2.3" },
      asked: ["install", "--prefix", "HOME", ...own, "feedwright@1.2.3"],
    },
    {
      when: "the version holds commands",
      files: site,
      inputs: { version: "1 $(touch hacked); touch hacked" },
      asked: ["install", "--prefix", "HOME", ...own, "feedwright@1 $(touch hacked); touch hacked"],
    },
    {
      when: "it is locked",
      files: { ...site, "package-lock.json": lock },
      inputs: {},
      asked: ["ci", "--no-audit", "--no-fund"],
    },
    {
      when: "something else is locked",
      files: { ...site, "package-lock.json": lock.replace("feedwright", "hugo") },
      inputs: {},
      asked: ["install", "--prefix", "HOME", ...own, `feedwright@${generator.version}`],
    },
  ])("feedwright is installed when $when", async ({ files, inputs, asked }) => {
    const runner = await makeRunner(files);
    const notes = await addNpm(runner);
    const ran = runAction(runner, inputs);
    expect(ran).toMatchObject({ code: 0, outputs: { changed: "true" } });
    const home = join(runner.temp, "feedwright");
    const words = (await readFile(notes, "utf8")).trimEnd().split("\n");
    expect(words.map((word) => (word === home ? "HOME" : word))).toEqual(asked);
    expect(await readdir(runner.workspace)).not.toContain("hacked");
  });

  test("what is installed is taken, also from the folder above", async () => {
    const files = Object.entries(site).map(([path, text]) => [`docs/${path}`, text]);
    const runner = await makeReadyRunner(Object.fromEntries(files));
    const notes = await addNpm(runner);
    expect(runAction(runner, { "working-directory": "docs" }).code).toBe(0);
    await expect(readFile(notes)).rejects.toThrow("ENOENT");
  });
});
