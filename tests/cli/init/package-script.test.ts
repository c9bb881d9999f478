import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];

/** What a package.json becomes, and what was said of it. */
async function addTo(text: string) {
  const folder = await makeFolder({
    "content/a.md": "---\ntitle: A\ndate: 2024-07-31\n---\n",
    "package.json": text,
  });
  const { code, stderr } = await runIn(folder, ["init", ...site, "--script"]);
  return { code, stderr, text: await readFile(join(folder, "package.json"), "utf8") };
}

test.each([
  {
    when: "two spaces, and no scripts",
    text: '{\n  "name": "x"\n}\n',
    now: '{\n  "name": "x",\n  "scripts": {\n    "feeds": "feedwright"\n  }\n}\n',
  },
  {
    when: "tabs, and other scripts",
    text: '{\n\t"scripts": {\n\t\t"build": "x"\n\t},\n\t"name": "x"\n}',
    now: '{\n\t"scripts": {\n\t\t"build": "x",\n\t\t"feeds": "feedwright"\n\t},\n\t"name": "x"\n}',
  },
  {
    when: "Windows' line ends and four spaces",
    text: '{\r\n    "name": "x"\r\n}\r\n',
    now: '{\r\n    "name": "x",\r\n    "scripts": {\r\n        "feeds": "feedwright"\r\n    }\r\n}\r\n',
  },
  { when: "one line", text: '{"name":"x"}', now: '{"name":"x","scripts": {"feeds":"feedwright"}}' },
  {
    when: "an own layout in other lines",
    text: '{ "name":   "x",\n  "scripts": {\n    "a": "b" }\n}\n',
    now: '{ "name":   "x",\n  "scripts": {\n    "a": "b",\n    "feeds": "feedwright"\n  }\n}\n',
  },
])(
  "adds the script to a package.json with $when, which keeps its layout",
  async ({ text, now }) => {
    const added = await addTo(text);
    expect(added).toMatchObject({ code: 0, text: now });
    expect(added.stderr).toContain("package.json: the script `feeds` runs `feedwright`\n");
    expect(added.stderr).toContain("Written: feedwright.config.json, package.json\n");
  },
);

test.each([
  { script: "feedwright", said: "package.json has the script `feeds` already" },
  { script: "make feeds", said: "package.json has another script `feeds`, which stays" },
])("a script `$script` stays", async ({ script, said }) => {
  const text = `{ "scripts": { "feeds": "${script}" } }`;
  const added = await addTo(text);
  expect(added).toMatchObject({ code: 0, text });
  expect(added.stderr).toContain(`${said}\n`);
  expect(added.stderr).toContain("Written: feedwright.config.json\n");
});

test.each(["[]", '{ "scripts": [] }', '{ "scripts": "x" }', '"x"'])(
  "a package.json %s is one sentence, and nothing is written",
  async (text) => {
    const added = await addTo(text);
    expect(added).toMatchObject({ code: 2, text });
    expect(added.stderr).toContain("feedwright: package.json: Expected a table");
    expect(added.stderr).not.toContain("Written");
  },
);
