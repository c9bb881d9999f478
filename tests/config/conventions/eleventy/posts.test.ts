import { describe, expect, test } from "vitest";
import { createEleventyPath } from "../../../../src/config/conventions/eleventy/posts.ts";
import type { PathFacts } from "../../../../src/config/conventions/rules.ts";

function readPath(path: string, { tags, languages = [] }: Around = {}): PathFacts | undefined {
  const survey = createEleventyPath({ defaults: [], programs: [] });
  const read = survey?.([{ path, read: () => ({ tags }) }]);
  return read?.(path, { names: languages, main: undefined, prefix: "others" });
}

interface Around {
  readonly tags?: unknown;
  readonly languages?: readonly string[];
}

describe("paths", () => {
  test.each([
    {
      path: "posts/a.md",
      facts: { slug: "a", folders: ["posts"], filename: "a", date: undefined },
    },
    {
      path: "posts/2024-07-31-a.md",
      facts: {
        date: "2024-07-31",
        fields: { "page.fileSlug": "a", "page.filePathStem": "/posts/a" },
        filename: "2024-07-31-a",
      },
    },
    {
      path: "posts/2024-07-31-a/index.md",
      facts: {
        date: "2024-07-31",
        fields: { "page.fileSlug": "a", "page.filePathStem": "/posts/2024-07-31-a/index" },
      },
    },
    { path: "2024-01-02/posts/2024-03-04-a.md", facts: { date: "2024-01-02", slug: "a" } },
    { path: "posts/on-2024-07-31-a.md", facts: { date: "2024-07-31", slug: "a" } },
    { path: "posts/2024-7-31-a.md", facts: { date: undefined, slug: "2024-7-31-a" } },
    { path: "index.md", facts: { slug: "", fields: { "page.fileSlug": "" } } },
    { path: "a.b.md", facts: { slug: "a.b" } },
  ])("reads $path", ({ path, facts }) => {
    expect(readPath(path)).toMatchObject(facts);
  });

  test.each([
    { path: "posts/a.md", isPost: true },
    { path: "src/Blog/2024/a.md", isPost: true },
    { path: "_posts/a.md", isPost: true },
    { path: "posts/a/index.md", isPost: true },
    { path: "posts/index.md", isPost: false },
    { path: "posts/index.md", tags: ["posts"], isPost: true },
    { path: "posts.md", isPost: false },
    { path: "pages/a.md", isPost: false },
    { path: "pages/a.md", tags: "sea, post", isPost: true },
    { path: "pages/a.md", tags: ["Posts"], isPost: true },
    { path: "pages/a.md", tags: ["postscript", 7], isPost: false },
  ])("takes $path with the tags $tags for a post: $isPost", ({ path, tags, isPost }) => {
    expect(readPath(path, { tags })?.other === undefined).toBe(isPost);
  });

  test("know the site's languages by their folders", () => {
    expect(readPath("ko/posts/a.md", { languages: ["ko"] })?.language).toBe("ko");
    expect(readPath("ja/posts/a.md", { languages: ["ko"] })?.language).toBeUndefined();
  });
});
