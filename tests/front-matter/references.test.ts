import { describe, expect, test } from "vitest";
import { readComments, readExternalUrl, readImage } from "../../src/front-matter/references.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";

const bases = {
  siteUrl: "https://example.com/blog/",
  articleUrl: "https://example.com/blog/post/",
};

describe("readImage", () => {
  test.each([
    ["image: https://cdn.example/a.png", "https://cdn.example/a.png"],
    ["image: //cdn.example/a.png", "https://cdn.example/a.png"],
    ["image: /a.png", "https://example.com/blog/a.png"],
    ["cover: a b.png", "https://example.com/blog/post/a%20b.png"],
    ["image: ../안.png", "https://example.com/blog/%EC%95%88.png"],
    ["image: {url: a.png, alt: A}", "https://example.com/blog/post/a.png"],
    ["image: {src: a.png}", "https://example.com/blog/post/a.png"],
    ["image: {Path: /a.png}", "https://example.com/blog/a.png"],
    ["cover: {image: a.png, relative: true}", "https://example.com/blog/post/a.png"],
    ["image: {feature: a.png}", "https://example.com/blog/post/a.png"],
    ["image: ''\ncover: a.png", "https://example.com/blog/post/a.png"],
    ["cover: {image: '', alt: ''}", undefined],
    ["image:", undefined],
    ["title: a", undefined],
  ])("reads %j", (yaml, url) => {
    const fields = fieldsOf(yaml);
    expect(readImage(fields, bases)).toBe(url);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test.each([
    ["image: [a.png]", "2:8 error image Expected the address of an image, not a list"],
    ["image: false", "2:8 error image Expected the address of an image, not `false`"],
    ["cover: {alt: A}", "2:8 error image Expected the address of an image, not a table"],
    ["image: {url: [a]}", "2:14 error image Expected the address of an image, not a list"],
    [
      "image: 'data:image/png;base64,a'",
      "2:8 error image Expected the address of an image, not `data:image/png;base64,a`",
    ],
    ["image: 'http://a b/'", "2:8 error image Expected the address of an image, not `http://a b/`"],
  ])("says what is wrong with %j", (yaml, message) => {
    const fields = fieldsOf(yaml);
    expect(readImage(fields, bases)).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual([message]);
  });

  test.each(["../a.png", "./a.png", "@/a.png", "~/a.png"])(
    "leaves %s out where only a build gives it an address",
    (image) => {
      const fields = fieldsOf(`image: "${image}"`, "a.md", { bundlesImages: true });
      expect(readImage(fields, bases)).toBeUndefined();
      expect(describeMessages(fields.file)).toEqual([
        "2:8 info image Expected an image with an address of its own, not one that the build gives it",
      ]);
    },
  );

  test.each(["/a.png", "https://example.com/blog/a.png"])(
    "keeps %s where pictures are built",
    (image) => {
      const fields = fieldsOf(`image: ${image}`, "a.md", { bundlesImages: true });
      expect(readImage(fields, bases)).toBe("https://example.com/blog/a.png");
    },
  );

  test("resolves below the site where the article has no address", () => {
    expect(readImage(fieldsOf("image: a.png"), { ...bases, articleUrl: undefined })).toBe(
      "https://example.com/blog/a.png",
    );
  });
});

describe("readComments", () => {
  test.each([
    ["comments: https://forum.example/1?a=b#c", "https://forum.example/1?a=b#c"],
    ["comments: '#comments'", "https://example.com/blog/post/#comments"],
    ["comments: /forum/1", "https://example.com/blog/forum/1"],
    ["comments: true", undefined],
    ["comments: 'no'", undefined],
    ["comments:", undefined],
    ["title: a", undefined],
  ])("reads %j", (yaml, url) => {
    const fields = fieldsOf(yaml);
    expect(readComments(fields, bases)).toBe(url);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test.each([
    ["comments: [a]", "2:11 error comments Expected the address of a discussion, not a list"],
    ["comments: {id: 1}", "2:11 error comments Expected the address of a discussion, not a table"],
    [
      "comments: mailto:a@example.com",
      "2:11 error comments Expected the address of a discussion, not `mailto:a@example.com`",
    ],
  ])("says what is wrong with %j", (yaml, message) => {
    const fields = fieldsOf(yaml);
    expect(readComments(fields, bases)).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual([message]);
  });
});

describe("readExternalUrl", () => {
  test.each([
    ["external_url: https://other.example/ü", "https://other.example/%C3%BC"],
    ["linkurl: http://other.example", "http://other.example/"],
    ["link: https://other.example/a?b#c", "https://other.example/a?b#c"],
    ["link: true", undefined],
    ["link: ./other", undefined],
    ["link: [https://other.example/]", undefined],
    ["title: a", undefined],
  ])("reads %j", (yaml, url) => {
    const fields = fieldsOf(yaml);
    expect(readExternalUrl(fields)).toBe(url);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test("says what leads nowhere", () => {
    const fields = fieldsOf("link: mailto:ann@example.com");
    expect(readExternalUrl(fields)).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual([
      "2:7 error link Expected the http(s) address of a page elsewhere, not `mailto:ann@example.com`",
    ]);
  });
});
