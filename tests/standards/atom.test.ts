import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { feedFolders } from "../support/feed-files.ts";
import { runTool } from "../support/run-tool.ts";

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

const good = `<feed xmlns="http://www.w3.org/2005/Atom">
<id>https://example.org/</id><title>A</title><updated>2024-01-01T00:00:00Z</updated>
<entry><id>https://example.org/1</id><title>B</title><updated>2024-01-01T00:00:00Z</updated></entry>
</feed>`;

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
  ["an unknown element", "<entry>", "<colour>red</colour><entry>", 1, /"colour" not allowed/],
])("the grammar meets %s", async (name, from, to, status, says) => {
  const file = join(folder, `${name}.xml`);
  await writeFile(file, good.replace(from, to));
  expect(await validate([file])).toEqual({ status, stdout: expect.stringMatching(says) });
});
