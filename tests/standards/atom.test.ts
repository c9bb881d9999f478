import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import { feedFolders } from "../support/feed-files.ts";
import { runIn } from "../support/run-feedwright.ts";
import { runTool } from "../support/run-tool.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const jing = { command: "jing", debianPackage: "jing" };
const grammar = join(import.meta.dirname, "atom.rnc");

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "feedwright-atom-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What jing says of some files; what its launcher says of Java goes elsewhere. */
async function validate(files: readonly string[]) {
  const { status, stdout } = await runTool(jing, ["-c", grammar, ...files]);
  return { status, stdout };
}

test("every atom.xml is valid by the grammar of RFC 4287", async () => {
  const files = feedFolders().flatMap(({ atom }) => atom ?? []);
  expect(files).not.toEqual([]);
  expect(await validate(files)).toEqual({ status: 0, stdout: "" });
}, 60_000);

test("feeds of groups, empty ones and archives are valid by it too (RFC 5005)", async () => {
  const config = {
    site: { url: "https://example.com/", title: "A" },
    feed: {
      limit: 1,
      formats: ["atom"],
      archives: { size: 1 },
      groups: [{ by: "tag", limit: "all" }],
      emptyGroups: "keep",
    },
  };
  const post = (day: number, tags: string) =>
    `---\ntitle: ${day}\ndate: 2024-01-0${day}\ntags: [${tags}]\n---\nText\n`;
  const site = await makeFolder({
    "feedwright.config.json": JSON.stringify(config),
    "content/1.md": post(1, "C++, 写真"),
    "content/2.md": post(2, "C++"),
    "content/3.md": post(3, "gone"),
  });
  expect((await runIn(site, [])).code).toBe(0);
  await addFiles(site, { "content/3.md": post(3, "") });
  const { code, stdout } = await runIn(site, ["--reporter", "json"]);
  expect(code).toBe(0);
  const outcome: Outcome = JSON.parse(stdout);
  const paths = outcome.feeds.flatMap(({ path, format }) => (format === null ? [] : [path]));
  expect(paths.toSorted()).toEqual([
    "archive/1/atom.xml",
    "archive/2/atom.xml",
    "atom.xml",
    "tag/c-plus-plus/atom.xml",
    "tag/gone/atom.xml",
    "tag/写真/atom.xml",
  ]);
  const files = paths.map((path) => join(site, "dist", path));
  expect(await validate(files)).toEqual({ status: 0, stdout: "" });
}, 60_000);

const good = `<feed xmlns="http://www.w3.org/2005/Atom">
<id>https://example.org/</id><title>A</title><updated>2024-01-01T00:00:00Z</updated>
<entry><id>https://example.org/1</id><title>B</title><updated>2024-01-01T00:00:00Z</updated></entry>
</feed>`;

const archive =
  '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0" /><link rel="prev-archive" href="https://example.org/1" />';

test.each([
  ["a good feed", "", "", 0, /^$/],
  ["an entry without id", "<id>https://example.org/1</id>", "", 1, /missing required element "id"/],
  ["text between elements", "<entry>", "text <entry>", 1, /text not allowed here/],
  [
    "a date without a time",
    "2024-01-01T00:00:00Z",
    "2024-01-01",
    1,
    /invalid; must be an ISO date/,
  ],
  ["an archive (RFC 5005)", "<entry>", `${archive}<entry>`, 0, /^$/],
  ["a history mark inside a text", "<title>A", `<title>${archive}A`, 1, /"fh:archive" not allowed/],
  ["an unknown element", "<entry>", "<colour>red</colour><entry>", 1, /"colour" not allowed/],
])("the grammar meets %s", async (name, from, to, status, says) => {
  const file = join(folder, `${name}.xml`);
  await writeFile(file, good.replace(from, to));
  expect(await validate([file])).toEqual({ status, stdout: expect.stringMatching(says) });
});
