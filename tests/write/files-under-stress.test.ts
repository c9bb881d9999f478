import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { compiledMain, runCompiled } from "../support/run-compiled.ts";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];
const isWindows = process.platform === "win32";
const names = ["atom.xml", "feed.json", "rss.xml"];
const written = ["atom.xml", "feed.css", "feed.json", "rss.xml", "subscribe.html"];

type Feeds = Readonly<Record<string, string>>;

async function readFeeds(out: string): Promise<Feeds> {
  const feeds = names.map(async (name) => {
    return [name, await readFile(join(out, name), "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(feeds));
}

function article(title: string, lines = 10): string {
  return `---\ntitle: ${title}\ndate: 2024-07-31\n---\n\n${"    Some code\n".repeat(lines)}`;
}

async function buildFeeds(text: string): Promise<Feeds> {
  const folder = await makeFolder({ "content/a.md": text });
  expect((await runIn(folder, site)).code).toBe(0);
  return await readFeeds(join(folder, "dist"));
}

describe("a process that is killed while it writes", () => {
  // Writes one version of the feeds after the other until it is killed.
  const program = `
    import { readFileSync } from "node:fs";
    const [compiled, out] = process.argv.slice(2);
    const { planFiles, writeFiles } = await import(compiled);
    const versions = JSON.parse(readFileSync("versions.json", "utf8"));
    for (let turn = 0; ; turn += 1) {
      const files = Object.entries(versions[turn % versions.length]);
      const outputs = files.map(([path, text]) => {
        const bytes = Buffer.from(text);
        return { path, digest: text, bytes: bytes.length, read: () => [bytes] };
      });
      await writeFiles(out, await planFiles(out, outputs, new Map()));
      if (turn === 0) process.stdout.write("written");
    }`;
  const compiled = pathToFileURL(join(compiledMain(), "../../write/files.js")).href;

  async function runUntilKilled(cwd: string, moment: number): Promise<void> {
    const args = ["program.mjs", compiled, join(cwd, "dist")];
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
    const closed = once(child, "close");
    await Promise.race([once(child.stdout, "data"), closed]);
    await setTimeout(moment);
    child.kill("SIGKILL");
    expect(await closed).toEqual([null, "SIGKILL"]);
  }

  test("leaves whole feeds, and nothing that the next run does not clear away", async () => {
    const versions = await Promise.all(
      ["One", "Two", "Three"].map((title) => buildFeeds(article(title, 5_000))),
    );
    for (const feeds of versions) {
      JSON.parse(feeds["feed.json"] ?? "");
      for (const name of ["rss.xml", "atom.xml"])
        new SaxesParser().write(feeds[name] ?? "").close();
    }
    const cwd = await makeFolder({
      "program.mjs": program,
      "versions.json": JSON.stringify(versions),
    });
    for (let turn = 0; turn < 20; turn += 1) {
      await runUntilKilled(cwd, Math.random() * 30);
      for (const [name, text] of Object.entries(await readFeeds(join(cwd, "dist")))) {
        expect(versions.some((feeds) => feeds[name] === text)).toBe(true);
      }
    }
    await addFiles(cwd, { "content/a.md": article("Last") });
    expect((await runIn(cwd, site)).code).toBe(0);
    expect((await readdir(join(cwd, "dist"))).toSorted()).toEqual(written);
  }, 60_000);
});

describe("a disk without room", () => {
  // A limit on the size of files stands for a full disk: the system refuses to write on.
  const limited = ["sh", "-c", 'ulimit -f 64; exec "$@"', "limited"];
  const hasLimits = !isWindows && spawnSync("sh", ["-c", "ulimit -f 64"]).status === 0;

  test.skipIf(!hasLimits)("leaves the old feeds, and is told", async () => {
    const cwd = await makeFolder({ "content/a.md": article("Old") });
    expect(runCompiled(site, { cwd, by: limited }).code).toBe(0);
    const old = await readFeeds(join(cwd, "dist"));
    await addFiles(cwd, { "content/a.md": article("New", 10_000) });
    expect(runCompiled(site, { cwd, by: limited })).toEqual({
      code: 2,
      stdout: "",
      stderr: `feedwright: Expected room on the disk (EFBIG): ${join(cwd, "dist")}; the feeds are as they were\n`,
    });
    expect(await readFeeds(join(cwd, "dist"))).toEqual(old);
    expect((await readdir(join(cwd, "dist"))).toSorted()).toEqual(written);
  });
});

describe("a folder without permission", () => {
  // The superuser may write everywhere, so the process becomes nobody.
  const isRoot = process.getuid?.() === 0;
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const by = isRoot ? nobody : [];
  const [command = "test", ...args] = [...by, "test", "-r", compiledMain()];
  const canTry = !isWindows && spawnSync(command, args).status === 0;

  const sources = ["cache", "content", "dist", "feeds.lock.json"];

  async function makeSite(): Promise<string> {
    const cwd = await makeFolder({ "content/a.md": article("Old"), "cache/written.json": "{}" });
    // The ledger lies here; the folders below are those that this is about.
    await chmod(cwd, 0o777);
    expect((await runIn(cwd, [...site, "--cache", "cache"])).code).toBe(0);
    await addFiles(cwd, { "content/a.md": article("New") });
    return cwd;
  }

  test.skipIf(!canTry)("leaves the old feeds, and is told", async () => {
    const cwd = await makeSite();
    const out = join(cwd, "dist");
    const old = await readFeeds(out);
    const ledger = await readFile(join(cwd, "feeds.lock.json"), "utf8");
    await chmod(out, 0o555);
    const { code, stderr } = runCompiled([...site, "--no-cache"], { cwd, by });
    await chmod(out, 0o755);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^feedwright: Expected permission to read and write the output folder \(EACCES\): .*dist.*; the feeds are as they were\n$/,
      ),
    });
    expect(await readFeeds(out)).toEqual(old);
    expect(await readFile(join(cwd, "feeds.lock.json"), "utf8")).toBe(ledger);
    expect((await readdir(cwd)).toSorted()).toEqual(sources);
  });

  test.skipIf(!canTry)("that is the cache's is a warning, and the feeds are written", async () => {
    const cwd = await makeSite();
    await chmod(join(cwd, "dist"), 0o777);
    await chmod(join(cwd, "cache"), 0o555);
    const { code, stderr } = runCompiled([...site, "--cache", "cache"], { cwd, by });
    await chmod(join(cwd, "cache"), 0o755);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^feedwright: warning: Expected a cache that can be written \(EACCES: .*; the feeds are done\n/,
    );
    expect((await readFeeds(join(cwd, "dist")))["rss.xml"]).toContain("<title>New</title>");
  });

  test.skipIf(!canTry).each([
    {
      what: "folder",
      mode: 0o555,
      path: ".",
      reason: "a ledger that can be written (EACCES), and wrote nothing: feeds.lock.json",
    },
    {
      what: "file",
      mode: 0o000,
      path: "feeds.lock.json",
      reason: "a file that can be read (EACCES)",
    },
  ])("that is the ledger's $what leaves the old feeds, and is told", async (given) => {
    const cwd = await makeSite();
    const out = join(cwd, "dist");
    const old = await readFeeds(out);
    await chmod(out, 0o777);
    await chmod(join(cwd, given.path), given.mode);
    const { code, stderr } = runCompiled([...site, "--no-cache"], { cwd, by });
    await chmod(join(cwd, given.path), 0o755);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`Expected ${given.reason}\n`),
    });
    expect(await readFeeds(out)).toEqual(old);
    expect((await readdir(out)).toSorted()).toEqual(written);
    expect((await readdir(cwd)).toSorted()).toEqual(sources);
  });

  test.skipIf(!canTry)("that is the content's is told", async () => {
    const cwd = await makeSite();
    await chmod(join(cwd, "content"), 0o000);
    const { code, stderr } = runCompiled(site, { cwd, by });
    await chmod(join(cwd, "content"), 0o755);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `feedwright: Expected a content folder that can be read: ${join(cwd, "content")}\n`,
    });
  });
});
