import { describe, expect, test } from "vitest";
import { checkOptions } from "../../../src/config/check-options.ts";
import type { Options } from "../../../src/config/options.ts";
import { resolveConfig } from "../../../src/config/resolve.ts";

const site = {
  url: "https://example.com/show",
  title: "Show",
  description: "All of it",
  author: ["Ren", { name: "Ada", email: "ada@example.com" }],
  image: "/logo.png",
};

function resolve(podcast: Options["podcast"], file?: string) {
  return resolveConfig({ site, podcast }, "/site", { file }).podcast;
}

describe("resolvePodcast", () => {
  test("there is none where the config has none", () => {
    expect(resolve(undefined)).toBeUndefined();
  });

  test("the site speaks for it", () => {
    expect(resolve({}, "sub/feedwright.config.json")).toEqual({
      file: "../feedwright.config.json",
      author: "Ren, Ada",
      owner: { name: "Ada", email: "ada@example.com" },
      categories: [],
      image: "https://example.com/show/logo.png",
      summary: "All of it",
      funding: [],
      persons: [],
    });
  });

  test("what is stated counts, its addresses absolute", () => {
    const options = {
      author: "We",
      owner: { email: "we@example.com" },
      category: "arts > books",
      explicit: true,
      image: "https://cdn.example/c.png",
      type: "serial",
      summary: "Less",
      locked: false,
      guid: "917393E3-1b1e-5cef-ace4-edaa54e1f810",
      medium: "music",
      funding: [{ url: "https://give.example", text: "Give" }],
      persons: ["A", { name: "B", role: "host", image: "/b.png", url: "https://b.example" }],
    } as const;
    expect(
      resolve({ ...options, funding: [...options.funding], persons: [...options.persons] }),
    ).toEqual({
      ...options,
      file: "../feedwright.config",
      categories: [{ name: "Arts", subcategory: "Books" }],
      category: undefined,
      guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
      funding: [{ url: "https://give.example/", text: "Give" }],
      persons: [
        { name: "A" },
        {
          name: "B",
          role: "host",
          image: "https://example.com/show/b.png",
          url: "https://b.example/",
        },
      ],
    });
  });
});

test.each([
  [
    { category: "Books" },
    "Expected a category of Apple's, such as `Technology` or `Arts > Books`, not `Books` for `podcast.category`",
  ],
  [
    { category: ["Arts", "Bookz"] },
    "Expected a category of Apple's, such as `Technology` or `Arts > Books`, not `Bookz` for `podcast.category.1`",
  ],
  [{ explicit: "no" }, "Expected `true` or `false`, not `no` for `podcast.explicit`"],
  [{ owner: { name: "A" } }, "Expected a value for `podcast.owner.email`"],
  [{ owner: { email: "a" } }, "Expected an e-mail address, not `a` for `podcast.owner.email`"],
  [{ guid: "a" }, "Expected a UUID, not `a` for `podcast.guid`"],
  [{ type: "weekly" }, "Expected `episodic` or `serial`, not `weekly` for `podcast.type`"],
  [{ funding: { url: "https://a.example/" } }, "Expected a value for `podcast.funding.text`"],
  [
    { categorie: "Arts" },
    "Expected a known key, not `podcast.categorie`; did you mean `podcast.category`?",
  ],
])("a config with %j is refused", (podcast, reason) => {
  expect(() => checkOptions({ podcast }, "")).toThrow(reason);
});
