import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Asker, Question } from "../../../src/cli/io.ts";
import { runWith } from "../../support/run-feedwright.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const files = { "content/a.md": "---\ntitle: A\ndate: 2024-07-31\n---\n", "README.md": "# Notes" };

/** Somebody with these answers, and what they were asked. */
function someone(...answers: readonly (string | boolean | undefined)[]) {
  const left = [...answers];
  const asked: (Question | string)[] = [];
  const ask: Asker = {
    text: async (question) => {
      asked.push(question);
      const answer = left.shift();
      return typeof answer === "boolean" ? undefined : answer;
    },
    confirm: async (message) => {
      asked.push(message);
      const answer = left.shift();
      return typeof answer === "string" ? undefined : answer;
    },
  };
  return { ask, asked };
}

const question = (message: string) => expect.objectContaining({ message });

test("asks for what is missing, shows what it will write, and asks whether it is right", async () => {
  const cwd = await makeFolder(files);
  const { ask, asked } = someone(" https://example.com/ ", "My notes", true);
  const { code, stderr } = await runWith(["init"], { cwd, ask });
  expect(code).toBe(0);
  expect(asked).toEqual([
    question("Address of the site"),
    expect.objectContaining({ message: "Title of the feed", initial: "Notes" }),
    "Write it?",
  ]);
  expect(stderr).toContain('feedwright.config.json:\n  {\n    "site": {\n');
  expect(JSON.parse(await readFile(join(cwd, "feedwright.config.json"), "utf8"))).toEqual({
    site: { url: "https://example.com/", title: "My notes" },
  });
});

test.each([
  { when: "a CNAME tells", more: { CNAME: "example.com" }, flags: ["--title", "T"] },
  { when: "flags tell", more: {}, flags: ["--site", "https://example.com", "--title", "T"] },
  {
    when: "the generator's config tells",
    more: {
      "_config.yml": "title: J\nurl: https://j.example\n",
      "_posts/2024-07-31-a.md": "---\ntitle: A\n---\n",
    },
    flags: [],
  },
])("asks nothing but whether it is right where $when", async ({ more, flags }) => {
  const { ask, asked } = someone(true);
  const { code } = await runWith(["init", ...flags], {
    cwd: await makeFolder({ ...files, ...more }),
    ask,
  });
  expect({ code, asked }).toEqual({ code: 0, asked: ["Write it?"] });
});

test("--yes spares the last question, not those for what is missing", async () => {
  const { ask, asked } = someone("https://example.com/", "T");
  const { code } = await runWith(["init", "--yes"], { cwd: await makeFolder(files), ask });
  expect({ code, asked }).toEqual({
    code: 0,
    asked: [question("Address of the site"), question("Title of the feed")],
  });
});

test.each([
  { when: "at the address", answers: [undefined] },
  { when: "at the title", answers: ["https://example.com/", undefined] },
  { when: "at the end", answers: ["https://example.com/", "T", undefined] },
  { when: "with no", answers: ["https://example.com/", "T", false] },
])("who leaves $when leaves nothing behind", async ({ answers }) => {
  const cwd = await makeFolder(files);
  const { code, stderr } = await runWith(["init"], { cwd, ask: someone(...answers).ask });
  expect(code).toBe(1);
  expect(stderr).toMatch(/feedwright: nothing was written\n$/);
  expect(existsSync(join(cwd, "feedwright.config.json"))).toBe(false);
});

test("where there is a config already nothing is asked", async () => {
  const cwd = await makeFolder(files);
  const first = someone("https://example.com/", "T", true);
  await runWith(["init"], { cwd, ask: first.ask });
  const { ask, asked } = someone();
  expect((await runWith(["init"], { cwd, ask })).code).toBe(0);
  expect(asked).toEqual([]);
});

test("what a config that is there leaves to flags is not asked either", async () => {
  const config = '{ "site": { "url": "https://example.com/" } }';
  const cwd = await makeFolder({ ...files, "feedwright.config.json": config });
  const { ask, asked } = someone("T", true);
  expect((await runWith(["init"], { cwd, ask })).code).toBe(2);
  expect(asked).toEqual([]);
});

test("answers are checked as flags are", async () => {
  const { ask, asked } = someone("https://example.com/", "T", true);
  await runWith(["init"], { cwd: await makeFolder(files), ask });
  const [url, title] = asked.filter((one) => typeof one === "object");
  expect(url?.check("example.com")).toBe(
    "Expected an http(s) address such as `https://example.com/`",
  );
  expect(url?.check("https://example.com")).toBeUndefined();
  expect(title?.check(" ")).toBe("Expected a title");
  expect(title?.check("T")).toBeUndefined();
});
