import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import { runIn } from "../support/run-feedwright.ts";
import { readFeeds } from "../support/subscriber.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";
import { textOf } from "./candidate-of.ts";

const name = "feeds.lock.json";
const flags = ["--site", "https://example.com/", "--title", "T"];

const article = (title: string, more = "") =>
  `---\ntitle: ${title}\ndate: 2024-01-01\n${more}---\n\n${textOf(title.charCodeAt(0))}`;

/** A site with two articles, one of which was renamed since it was published. */
async function makeSite(): Promise<string> {
  const folder = await makeFolder({
    "content/a.md": article("A"),
    "content/b.md": article("B"),
  });
  expect((await runIn(folder, flags)).code).toBe(0);
  await rename(join(folder, "content/a.md"), join(folder, "content/c.md"));
  expect((await runIn(folder, flags)).code).toBe(0);
  expect(await idsIn(folder)).toEqual(ids);
  return folder;
}

const ids = ["https://example.com/a/", "https://example.com/b/"];

async function idsIn(folder: string): Promise<readonly string[]> {
  const { rss, atom, json } = await readFeeds(join(folder, "dist"));
  const all = [rss, atom, json].map((items) => items.map(({ id }) => id).toSorted());
  expect(all).toEqual([all[0], all[0], all[0]]);
  return all[0] ?? [];
}

const readLedger = (folder: string) => readFile(join(folder, name), "utf8");

/** Does something to a ledger by hand. */
async function edit(folder: string, change: (text: string) => string): Promise<string> {
  const before = await readLedger(folder);
  const text = change(before);
  expect(text).not.toBe(before);
  await writeFile(join(folder, name), text);
  return text;
}

const repairHint =
  "Run `feedwright ledger repair`, which tells what it drops, or take the last good file from git";

const faults = [
  {
    when: "is in conflict",
    change: (text: string) =>
      text.replace(/^(.*"b\.md".*)$/m, "<<<<<<< HEAD\n$1\n=======\n>>>>>>> other"),
    reasons: [`${name}:4: Expected no merge conflict, not \`<<<<<<< HEAD\``],
  },
  {
    when: "lost a comma",
    change: (text: string) => text.replace("},\n", "}\n"),
    reasons: [`${name}:5:5: Expected JSON that can be read (comma expected)`],
  },
  {
    when: "gives one id to two articles",
    change: (text: string) => text.replace("https://example.com/a/", "https://example.com/b/"),
    reasons: [
      `${name}:5: Expected an id of its own for \`c.md\`, not \`https://example.com/b/\`, which \`b.md\` has too`,
    ],
  },
  {
    when: "has an article twice",
    change: (text: string) => text.replace('"source":"c.md"', '"source":"b.md"'),
    reasons: [`${name}:5: Expected one line for \`b.md\`, not a second`],
  },
  {
    when: "is empty",
    change: () => "",
    reasons: [`${name}:1: Expected JSON that can be read, not an empty file`],
  },
];

describe.each(faults)("a ledger that $when", ({ change, reasons }) => {
  const said = [...reasons, repairHint].map((line) => `feedwright: ${line}\n`).join("");

  test.each([
    { command: "build", code: 2 },
    { command: "list", code: 2 },
    { command: "check", code: 2 },
  ])("is one message of `$command`, and nothing is written", async ({ command, code }) => {
    const folder = await makeSite();
    const feeds = await readFeeds(join(folder, "dist"));
    const damaged = await edit(folder, change);
    await addFiles(folder, { "content/d.md": article("D") });

    const site = command === "list" ? flags.slice(0, 2) : flags;
    const ran = await runIn(folder, [command, ...site]);
    expect(ran).toEqual({ code, stdout: "", stderr: said });
    expect(await readLedger(folder)).toBe(damaged);
    expect(await readFeeds(join(folder, "dist"))).toEqual(feeds);
    expect((await readdir(folder)).filter((path) => path.endsWith(".feedwright"))).toEqual([
      ".feedwright",
    ]);
  });

  test("is told in the report for programs, which has nothing but that", async () => {
    const folder = await makeSite();
    await edit(folder, change);
    const { stdout } = await runIn(folder, [...flags, "--reporter", "json"]);
    const { ok, feeds, articles, messages }: Outcome = JSON.parse(stdout);
    expect({ ok, feeds, articles }).toEqual({ ok: false, feeds: [], articles: [] });
    const [, expected = ""] = /(Expected.*)/.exec(reasons.join("")) ?? [];
    expect(messages.map(({ reason }) => reason).join("\n")).toContain(expected);
  });
});

describe("`ledger repair`", () => {
  const isLosing = ({ when }: { readonly when: string }) => /id to two|empty/.test(when);

  test.each(faults.filter((fault) => !isLosing(fault)))(
    "is the way out of a ledger that $when",
    async ({ change }) => {
      const folder = await makeSite();
      const before = await readLedger(folder);
      await edit(folder, change);
      expect((await runIn(folder, ["ledger", "repair"])).code).toBe(0);
      expect((await runIn(folder, flags)).code).toBe(0);
      expect(await idsIn(folder)).toEqual(ids);
      expect(await readLedger(folder)).toBe(before);
    },
  );

  test("tells which article it takes an id from, and `check` which id subscribers know", async () => {
    const folder = await makeSite();
    await edit(folder, (text) => text.replace("https://example.com/a/", "https://example.com/b/"));
    const { code, stderr } = await runIn(folder, ["ledger", "repair"]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining(
        "`https://example.com/b/` stays the id of `b.md`; `c.md` is another article",
      ),
    });
    const checked = await runIn(folder, ["check", ...flags]);
    expect(checked.code).toBe(1);
    expect(checked.stderr).toContain(`under the id that subscribers know, \`${ids[0]}\``);
  });

  test.each(["", "rubbish\n"])(
    "leaves a file as it is of which it can read no line: %j",
    async (text) => {
      const folder = await makeSite();
      await edit(folder, () => text);
      const { code, stderr } = await runIn(folder, ["ledger", "repair"]);
      expect({ code, text: await readLedger(folder) }).toEqual({ code: 2, text });
      expect(stderr).toContain("take the last good file from git");
    },
  );
});

describe("a ledger of a newer version", () => {
  const newer = (text: string) => text.replace('"version": 1', '"version": 2');
  const said = [
    `feedwright: ${name}: Expected a ledger of version 1, not 2, which is newer`,
    "feedwright: Update feedwright: an older version must not rewrite what a newer one remembers",
    "",
  ].join("\n");

  test.each([
    { argv: flags, code: 2 },
    { argv: ["check", ...flags], code: 2 },
    { argv: ["ledger", "check"], code: 1 },
    { argv: ["ledger", "repair"], code: 2 },
    { argv: ["ledger", "link", "a.md", "b.md"], code: 2 },
  ])("is left as it is by $argv", async ({ argv, code }) => {
    const folder = await makeSite();
    const text = await edit(folder, newer);
    expect(await runIn(folder, argv)).toEqual({ code, stdout: "", stderr: said });
    expect(await readLedger(folder)).toBe(text);
  });
});

describe("a line that was lost", () => {
  const lose = (source: string) => (text: string) => {
    return text.replace(new RegExp(`^.*"source":"${source}".*\n`, "m"), "");
  };

  test("comes back as it was where the id is the address", async () => {
    const folder = await makeSite();
    const before = await readLedger(folder);
    await edit(folder, lose("b.md"));
    expect((await runIn(folder, flags)).code).toBe(0);
    expect(await readLedger(folder)).toBe(before);
    expect(await idsIn(folder)).toEqual(ids);
  });

  test("is told by `check` where it is not, and written back by hand it is good", async () => {
    const folder = await makeSite();
    const before = await readLedger(folder);
    await edit(folder, lose("c.md"));
    const { code, stderr } = await runIn(folder, ["check", ...flags]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error +Expected `A` under the id that subscribers know.*delivered-again/,
    );
    await writeFile(join(folder, name), before);
    expect((await runIn(folder, ["check", ...flags])).code).toBe(0);
  });
});

describe("an id in front matter", () => {
  test.each([
    {
      when: "is that of another article",
      files: { "content/d.md": article("D", "id: https://example.com/b/\n") },
      rule: "duplicate-id",
      reason: "Expected an id of its own, not `https://example.com/b/`, which is that of `b.md`",
    },
    {
      when: "is that of an article that was there once",
      files: { "content/d.md": article("D", "id: https://example.com/a/\n") },
      rule: "duplicate-id",
      reason: "Expected an id of its own, not `https://example.com/a/`, which is that of `c.md`",
    },
    {
      when: "is another than readers know",
      files: { "content/b.md": article("B", "id: mine\n") },
      rule: "id",
      reason: "Expected the id that readers know, `https://example.com/b/`, not `mine`",
    },
  ])("that $when is an error, and nothing is written", async ({ files, rule, reason }) => {
    const folder = await makeSite();
    const before = await readLedger(folder);
    await addFiles(folder, files);
    const { code, stdout } = await runIn(folder, [...flags, "--reporter", "json"]);
    const { messages }: Outcome = JSON.parse(stdout);
    expect({ code, messages }).toMatchObject({
      code: 1,
      messages: [
        { file: Object.keys(files)[0]?.slice("content/".length), severity: "error", rule, reason },
      ],
    });
    expect(await readLedger(folder)).toBe(before);
    expect(await idsIn(folder)).toEqual(ids);
  });

  test("that is another article's takes nothing from that one, where the invalid are left out", async () => {
    const folder = await makeSite();
    await addFiles(folder, { "content/d.md": article("D", "id: https://example.com/b/\n") });
    expect((await runIn(folder, [...flags, "--skip-invalid"])).code).toBe(0);
    expect(await idsIn(folder)).toEqual(ids);
  });

  test("that two new articles state is an error of one of them at least", async () => {
    const folder = await makeSite();
    await addFiles(folder, {
      "content/d.md": article("D", "id: same\n"),
      "content/e.md": article("E", "id: same\n"),
    });
    const { code, stdout } = await runIn(folder, [...flags, "--reporter", "json"]);
    const { messages }: Outcome = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(messages.map(({ rule }) => rule)).toContain("duplicate-id");
    expect(await readLedger(folder)).not.toContain("same");
  });
});

test("a ledger of 100,000 lines is read, and written again with all of them", {
  timeout: 60_000,
}, async () => {
  const folder = await makeSite();
  const sketch = "abcdefgh".repeat(8);
  const lines = Array.from({ length: 100_000 }, (_, index) => {
    const source = `old/${String(index).padStart(6, "0")}.md`;
    const id = `https://example.com/old/${index}/`;
    return `    ${JSON.stringify({ source, id, published: "2020-01-01T00:00:00Z", digest: "abcdefghijklmnop", sketch })},\n`;
  });
  await edit(folder, (text) => text.replace("    null\n", `${lines.join("")}    null\n`));
  await addFiles(folder, { "content/d.md": article("D") });
  const { code, stdout } = await runIn(folder, [...flags, "--reporter", "json"]);
  const { ledger }: Outcome = JSON.parse(stdout);
  expect({ code, ledger }).toEqual({
    code: 0,
    ledger: { path: name, articles: 100_003, status: "written" },
  });
  expect(await idsIn(folder)).toEqual([...ids, "https://example.com/d/"]);
  expect(
    (await readLedger(folder)).split("\n").filter((line) => line.includes("old/")),
  ).toHaveLength(100_000);
});
