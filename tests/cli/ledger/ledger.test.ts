import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const line = (source: string, id = source) => `    {"source":"${source}","id":"${id}"},`;
const frame = (...lines: readonly string[]) =>
  ['{\n  "version": 1,\n  "articles": [', ...lines, "    null\n  ]\n}\n"].join("\n");
const good = frame(line("gone.md"), line("new.md"));

async function makeSite(ledger: string | undefined): Promise<string> {
  const content = { "content/new.md": "# New\n", "content/deep/b.md": "# B\n" };
  return await makeFolder(
    ledger === undefined ? content : { ...content, "feeds.lock.json": ledger },
  );
}

const read = (folder: string) => readFile(join(folder, "feeds.lock.json"), "utf8");

test.each([
  {
    when: "good",
    ledger: good,
    code: 0,
    says: "feedwright: feeds.lock.json is good: 2 articles\n",
  },
  {
    when: "not there",
    ledger: undefined,
    code: 0,
    says: "feedwright: There is no feeds.lock.json yet; `feedwright build` writes it\n",
  },
  {
    when: "in disorder",
    ledger: frame(line("b"), line("a")),
    code: 0,
    says: "feedwright: feeds.lock.json is good: 2 articles\nfeedwright: Its lines are not as feedwright writes them; `feedwright ledger repair` puts them in order\n",
  },
  {
    when: "damaged",
    ledger: frame(line("a"), line("a", "b")),
    code: 1,
    says: "feedwright: feeds.lock.json:5: Expected one line for `a`, not a second\nfeedwright: Run `feedwright ledger repair`, which tells what it drops, or take the last good file from git\n",
  },
])("checks a ledger that is $when", async ({ ledger, code, says }) => {
  const folder = await makeSite(ledger);
  expect(await runIn(folder, ["ledger", "check"])).toEqual({ code, stdout: "", stderr: says });
});

test("repairs a ledger, tells each step, and knows which files are there", async () => {
  const folder = await makeSite(
    frame("<<<<<<< a", line("old.md", "x"), "=======", line("new.md", "x"), ">>>>>>> b"),
  );
  const { code, stderr } = await runIn(folder, ["ledger", "repair"]);
  expect({ code, stderr: stderr.split("\n") }).toEqual({
    code: 0,
    stderr: [
      "feedwright: feeds.lock.json: line 4: both sides of the merge conflict are taken",
      "feedwright: feeds.lock.json: two lines with the id `x` became that of `new.md`, and `old.md` has no line",
      "feedwright: feeds.lock.json is good: 1 article",
      "feedwright: Look at the changes with `git diff`, and commit them",
      "",
    ],
  });
  expect(await read(folder)).toBe(frame(line("new.md", "x")));
});

test("there is nothing to repair where there is no ledger", async () => {
  expect(await runIn(await makeSite(undefined), ["ledger", "repair"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "feedwright: Expected a ledger to repair, but there is no feeds.lock.json\n",
  });
});

test.each([
  { to: "new.md", said: ["The id `new.md`, which it had for a while, is no more"] },
  { to: "content/new.md", said: ["The id `new.md`, which it had for a while, is no more"] },
  { to: "deep/b.md", said: [] },
])("links an article that is gone to $to", async ({ to, said }) => {
  const folder = await makeSite(good);
  const source = to.replace("content/", "");
  const ran = await runIn(folder, ["ledger", "link", "gone.md", to]);
  expect({ ...ran, stderr: ran.stderr.split("\n").slice(0, -1) }).toEqual({
    code: 0,
    stdout: "",
    stderr: [
      `\`${source}\` is the article that was \`gone.md\`; its id stays \`gone.md\``,
      "Run `feedwright build`, so that the feeds have it",
      ...said,
    ].map((one) => `feedwright: ${one}`),
  });
  expect(await read(folder)).toContain(line(source, "gone.md"));
});

test.each([
  {
    words: ["gone.md", "none.md"],
    message: "Expected a file of the content folder, not `none.md`",
  },
  {
    words: ["gone.md", "../new.md"],
    message: "Expected a file of the content folder, not `../new.md`",
  },
  {
    words: ["none.md", "new.md"],
    message: "Expected an article of the ledger, not `none.md`; did you mean `gone.md`?",
  },
  {
    words: ["new.md", "deep/b.md"],
    message:
      "Expected an article whose file is gone, not `new.md`; remove it first, or give it an `id` of its own",
  },
  {
    words: ["gone.md"],
    message: "Expected the old name and the new one after `feedwright ledger link`, not `gone.md`",
  },
])("$message", async ({ words, message }) => {
  const folder = await makeSite(good);
  const ran = await runIn(folder, ["ledger", "link", ...words]);
  expect(ran).toEqual({ code: 2, stdout: "", stderr: `feedwright: ${message}\n` });
  expect(await read(folder)).toBe(good);
});

test.each([
  { argv: [], found: "nothing" },
  { argv: ["mend"], found: "`mend`" },
])("expects a subcommand, not $found", async ({ argv, found }) => {
  const { code, stderr } = await runIn(await makeSite(good), ["ledger", ...argv]);
  const what = "`check`, `repair` or `link OLD NEW` after `feedwright ledger`";
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `feedwright: Expected ${what}, not ${found}\n`,
  });
});

test("a damaged ledger is never linked", async () => {
  const folder = await makeSite(frame(line("gone.md"), line("gone.md")));
  const { code, stderr } = await runIn(folder, ["ledger", "link", "gone.md", "new.md"]);
  expect(code).toBe(2);
  expect(stderr).toContain("feedwright ledger repair");
});

test("looks beside the config and in its content folder", async () => {
  const folder = await makeFolder({
    "site/feedwright.config.json": '{ "content": { "folder": "posts" } }',
    "site/posts/b.md": "# B\n",
    "site/feeds.lock.json": frame(line("a.md")),
  });
  const flags = ["--config", "site/feedwright.config.json"];
  const ran = await runIn(folder, ["ledger", "link", "a.md", "b.md", ...flags]);
  expect(ran.code).toBe(0);
  await rm(join(folder, "site/posts/b.md"));
  expect(await readFile(join(folder, "site/feeds.lock.json"), "utf8")).toBe(
    frame(line("b.md", "a.md")),
  );
});
