import { expect, test } from "vitest";
import { jsonFeedProblems } from "./json-feed-problems.ts";

const minimal = {
  version: "https://jsonfeed.org/version/1.1",
  title: "A",
  home_page_url: "https://example.org/",
  feed_url: "https://example.org/feed.json",
  items: [],
};

const attachment = {
  url: "https://example.org/1.mp3",
  mime_type: "audio/mpeg",
  title: "One",
  size_in_bytes: 0,
  duration_in_seconds: 1.5,
};

const item = {
  id: "1",
  url: "https://example.org/1",
  external_url: "https://example.net/",
  title: "1 < 2",
  content_html: '<p><a href="https://example.org/">One</a></p>',
  content_text: "One",
  summary: "<script>",
  image: "https://example.org/1.png",
  banner_image: "https://example.org/1-wide.png",
  date_published: "2024-01-01T00:00:00Z",
  date_modified: "2024-01-02T00:00:00+02:00",
  authors: [{ name: "A B", url: "mailto:a@example.org", avatar: "https://example.org/a.png" }],
  tags: ["x", "y z"],
  language: "de",
  attachments: [attachment],
  _example: { about: "https://example.org/", deep: { author: null } },
};

const full = {
  ...minimal,
  description: "B",
  user_comment: "C",
  next_url: "https://example.org/feed-2.json",
  icon: "https://example.org/icon.png",
  favicon: "https://example.org/favicon.png",
  authors: [{ name: "A B" }],
  language: "en-GB",
  expired: false,
  hubs: [{ type: "WebSub", url: "https://hub.example.org/" }],
  items: [item, { id: "2", content_html: "" }, { id: "3", content_text: "" }],
  _example: null,
};

const without = (value: object, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

test.each([
  ["a minimal", minimal],
  ["a full", full],
])("%s feed has no problems", (_, feed) => {
  expect(jsonFeedProblems(JSON.stringify(feed))).toEqual([]);
});

const notFilled = "is not a string with something in it";
const notWebAddress = "is not an absolute http(s) address";

const feedVariations: readonly (readonly [object, string])[] = [
  [without(full, "version"), "feed.version is missing"],
  [without(full, "title"), "feed.title is missing"],
  [without(full, "home_page_url"), "feed.home_page_url is missing"],
  [without(full, "feed_url"), "feed.feed_url is missing"],
  [without(full, "items"), "feed.items is missing"],
  [
    { ...full, version: "https://jsonfeed.org/version/1" },
    `feed.version is not ${minimal.version}`,
  ],
  [{ ...full, title: "" }, `feed.title ${notFilled}`],
  [{ ...full, title: 1 }, `feed.title ${notFilled}`],
  [{ ...full, home_page_url: "/" }, `feed.home_page_url ${notWebAddress}`],
  [{ ...full, feed_url: "feed.json" }, `feed.feed_url ${notWebAddress}`],
  [{ ...full, description: null }, `feed.description ${notFilled}`],
  [{ ...full, user_comment: [] }, `feed.user_comment ${notFilled}`],
  [{ ...full, next_url: "b.json" }, `feed.next_url ${notWebAddress}`],
  [{ ...full, next_url: full.feed_url }, "feed has itself as next_url"],
  [{ ...full, icon: "icon.png" }, `feed.icon ${notWebAddress}`],
  [{ ...full, favicon: {} }, `feed.favicon ${notWebAddress}`],
  [{ ...full, author: { name: "A" } }, "feed.author is deprecated"],
  [{ ...full, authors: { name: "A" } }, "feed.authors is not an array"],
  [{ ...full, authors: ["A"] }, "feed.authors[0] is not an object"],
  [{ ...full, authors: [{}] }, "feed.authors[0] is empty"],
  [{ ...full, authors: [{ name: "" }] }, `feed.authors[0].name ${notFilled}`],
  [{ ...full, authors: [{ url: "a" }] }, "feed.authors[0].url is not an absolute address"],
  [{ ...full, authors: [{ avatar: "a" }] }, `feed.authors[0].avatar ${notWebAddress}`],
  [
    { ...full, authors: [{ name: "A", email: "a@b.example" }] },
    "feed.authors[0].email is not a member of JSON Feed 1.1",
  ],
  [{ ...full, language: "english" }, "feed.language is not a language tag"],
  [{ ...full, expired: "no" }, "feed.expired is not a boolean"],
  [{ ...full, hubs: "a" }, "feed.hubs is not an array"],
  [{ ...full, hubs: [{ type: "WebSub" }] }, "feed.hubs[0].url is missing"],
  [{ ...full, hubs: [{ url: "https://example.org/" }] }, "feed.hubs[0].type is missing"],
  [
    { ...full, hubs: [{ type: "", url: "https://example.org/" }] },
    `feed.hubs[0].type ${notFilled}`,
  ],
  [{ ...full, hubs: [{ type: "WebSub", url: "/" }] }, `feed.hubs[0].url ${notWebAddress}`],
  [{ ...full, items: {} }, "feed.items is not an array"],
  [without(minimal, "feed_url"), "feed.feed_url is missing"],
  [{ ...full, items: [null] }, "feed.items[0] is not an object"],
  [{ ...full, items: [[]] }, "feed.items[0] is not an object"],
  [{ ...full, items: [item, item] }, "feed.items: more than one id is 1"],
  [{ ...full, colour: "red" }, "feed.colour is not a member of JSON Feed 1.1"],
  [{ ...full, _: "red" }, "feed._ is not a member of JSON Feed 1.1"],
  [{ ...full, _1: "red" }, "feed._1 is not a member of JSON Feed 1.1"],
  [{ ...full, "_a.b": "red" }, "feed._a.b is not a member of JSON Feed 1.1"],
  [{ ...full, "a._b": "red" }, "feed.a._b is not a member of JSON Feed 1.1"],
  [{ ...full, constructor: "red" }, "feed.constructor is not a member of JSON Feed 1.1"],
];

const itemVariations: readonly (readonly [object, string])[] = [
  [without(item, "id"), ".id is missing"],
  [{ ...item, id: 1 }, `.id ${notFilled}`],
  [{ ...item, id: "" }, `.id ${notFilled}`],
  [{ ...item, url: "/1" }, `.url ${notWebAddress}`],
  [{ ...item, external_url: "mailto:a@b.example" }, `.external_url ${notWebAddress}`],
  [{ ...item, title: "" }, `.title ${notFilled}`],
  [
    without(without(item, "content_html"), "content_text"),
    " has neither content_html nor content_text",
  ],
  [{ ...item, content_html: null }, ".content_html is not a string"],
  [{ ...item, content_html: "<script>" }, ".content_html: <script> element"],
  [{ ...item, content_text: 1 }, ".content_text is not a string"],
  [{ ...item, summary: "" }, `.summary ${notFilled}`],
  [{ ...item, image: "1.png" }, `.image ${notWebAddress}`],
  [{ ...item, banner_image: "1.png" }, `.banner_image ${notWebAddress}`],
  [{ ...item, date_published: "2024-01-01" }, ".date_published is not an RFC 3339 date"],
  [{ ...item, date_modified: 0 }, ".date_modified is not an RFC 3339 date"],
  [{ ...item, author: {} }, ".author is deprecated"],
  [{ ...item, authors: [{}] }, ".authors[0] is empty"],
  [{ ...item, tags: "x" }, ".tags is not an array"],
  [{ ...item, tags: ["x", 1] }, `.tags[1] ${notFilled}`],
  [{ ...item, tags: [""] }, `.tags[0] ${notFilled}`],
  [{ ...item, language: "x" }, ".language is not a language tag"],
  [{ ...item, attachments: {} }, ".attachments is not an array"],
  [{ ...item, attachments: [without(attachment, "url")] }, ".attachments[0].url is missing"],
  [
    { ...item, attachments: [without(attachment, "mime_type")] },
    ".attachments[0].mime_type is missing",
  ],
  [
    { ...item, attachments: [{ ...attachment, url: "1.mp3" }] },
    `.attachments[0].url ${notWebAddress}`,
  ],
  [
    { ...item, attachments: [{ ...attachment, mime_type: "mp3" }] },
    ".attachments[0].mime_type is not a media type",
  ],
  [{ ...item, attachments: [{ ...attachment, title: "" }] }, `.attachments[0].title ${notFilled}`],
  [
    { ...item, attachments: [{ ...attachment, size_in_bytes: "0" }] },
    ".attachments[0].size_in_bytes is not a number of bytes",
  ],
  [
    { ...item, attachments: [{ ...attachment, size_in_bytes: -1 }] },
    ".attachments[0].size_in_bytes is not a number of bytes",
  ],
  [
    { ...item, attachments: [{ ...attachment, duration_in_seconds: -1 }] },
    ".attachments[0].duration_in_seconds is not a number of seconds",
  ],
  [
    { ...item, attachments: [{ ...attachment, size_in_bytes: 1.5 }] },
    ".attachments[0].size_in_bytes is not a number of bytes",
  ],
  [
    { ...item, attachments: [{ ...attachment, duration_in_seconds: "1" }] },
    ".attachments[0].duration_in_seconds is not a number of seconds",
  ],
  [{ ...item, guid: "1" }, ".guid is not a member of JSON Feed 1.1"],
];

test.each(feedVariations)("%j: %s", (feed, problem) => {
  expect(jsonFeedProblems(JSON.stringify(feed))).toEqual([problem]);
});

test.each(itemVariations)("item %j: %s", (value, problem) => {
  const feed = { ...full, items: [value] };
  expect(jsonFeedProblems(JSON.stringify(feed))).toEqual([`feed.items[0]${problem}`]);
});

test("ids that are no texts are not compared", () => {
  const items = [
    { ...item, id: 1 },
    { ...item, id: 1 },
  ];
  expect(jsonFeedProblems(JSON.stringify({ ...full, items }))).toEqual([
    `feed.items[0].id ${notFilled}`,
    `feed.items[1].id ${notFilled}`,
  ]);
});

test("what is no JSON object is no feed", () => {
  expect(jsonFeedProblems("[]")).toEqual(["feed is not an object"]);
  expect(jsonFeedProblems("{")).toEqual([expect.stringMatching(/^not JSON: SyntaxError: /)]);
});
