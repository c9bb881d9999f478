import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { atomProblems } from "../support/atom-problems.ts";
import { feedFolders } from "../support/feed-files.ts";
import { jsonFeedProblems } from "../support/json-feed-problems.ts";
import { rssProblems } from "../support/rss-problems.ts";

const formats = [
  { format: "rss", standard: "RSS 2.0 and its profile", problems: rssProblems },
  { format: "atom", standard: "RFC 4287", problems: atomProblems },
  { format: "json", standard: "JSON Feed 1.1", problems: jsonFeedProblems },
] as const;

describe.each(formats)("what $standard asks of $format", ({ format, problems }) => {
  const feeds = feedFolders().flatMap((folder) => {
    const path = folder[format];
    return path === undefined ? [] : [{ name: folder.name, path }];
  });

  test("there are feeds to ask", () => {
    expect(feeds).not.toEqual([]);
  });

  test.each(feeds)("$name", ({ path }) => {
    expect(problems(readFileSync(path, "utf8"))).toEqual([]);
  });
});
