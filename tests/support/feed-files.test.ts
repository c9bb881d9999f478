import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { feedFolders } from "./feed-files.ts";

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "feedwright-files-"));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(...path: readonly string[]): string {
  const file = join(root, ...path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "");
  return file;
}

test("a project without any feed has no feed folders", () => {
  expect(feedFolders(join(root, "nowhere"))).toEqual([]);
});

test("dist and every expected folder of a fixture are found, with the feeds they hold", () => {
  const rss = put("dist", "rss.xml");
  const atom = put("tests", "fixtures", "blog", "expected", "atom.xml");
  const json = put("tests", "fixtures", "blog", "expected", "feed.json");
  put("tests", "fixtures", "blog", "content", "rss.xml");
  put("tests", "fixtures", "broken", "expected", "messages.txt");
  expect(feedFolders(root)).toEqual([
    { name: "dist", rss },
    { name: "blog", atom, json },
  ]);
});
