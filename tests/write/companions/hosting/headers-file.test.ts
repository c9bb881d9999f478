import { describe, expect, test } from "vitest";
import { composeHeadersFile } from "../../../../src/write/companions/hosting/headers-file.ts";
import type { ServedFile } from "../../../../src/write/companions/hosting/served-file.ts";

function served(pathname: string, type = "application/xml"): ServedFile {
  return { path: pathname.slice(1), pathname, type };
}

/** The rules of a file: what their paths match, by the rules of both hosts, and the type they give. */
function rulesIn(text: string) {
  return [...text.matchAll(/^(\/.*)\n {2}Content-Type: (.*); charset=utf-8$/gm)].map(
    ([, path = "", type]) => {
      const segments = path
        .split("/")
        .map((one) => (one.startsWith(":") ? "[^/]+" : one.replaceAll(".", "\\.")));
      return { path, type, pattern: new RegExp(`^${segments.join("/")}$`) };
    },
  );
}

const main = [
  served("/rss.xml"),
  served("/feed.json", "application/feed+json"),
  served("/blog/rss.xml"),
];

function tags(count: number): readonly ServedFile[] {
  return Array.from({ length: count }, (_, tag) => [
    served(`/tag/${tag}/rss.xml`),
    served(`/tag/${tag}/feed.json`, "application/feed+json"),
  ]).flat();
}

describe("composeHeadersFile", () => {
  test("has a rule for each file, with all headers", () => {
    const text = composeHeadersFile([...main, ...tags(40)], "Mark");
    expect(rulesIn(text)).toHaveLength(83);
    expect(text).toMatch(
      /^# Mark\n\/rss\.xml\n {2}Content-Type: application\/xml; charset=utf-8\n {2}Cache-Control: public, max-age=900\n {2}Access-Control-Allow-Origin: \*\n {2}X-Content-Type-Options: nosniff\n\n\/feed\.json\n/,
    );
  });

  test("has a rule for files of one name, where there would be too many", () => {
    const files = [...main, ...tags(49), served("/archive/1/rss.xml"), served("/tag/x/y/rss.xml")];
    const rules = rulesIn(composeHeadersFile(files, "Mark"));
    expect(rules.map(({ path }) => path)).toEqual([
      "/rss.xml",
      "/feed.json",
      "/blog/rss.xml",
      "/tag/:folder/rss.xml",
      "/tag/:folder/feed.json",
      "/archive/1/rss.xml",
      "/tag/x/y/rss.xml",
    ]);
    for (const { pathname, type } of files) {
      const fitting = rules.filter(({ pattern }) => pattern.test(pathname));
      expect([pathname, fitting.map((rule) => rule.type)]).toEqual([pathname, [type]]);
    }
  });
});
