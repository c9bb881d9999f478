import { expect, test } from "vitest";
import { imageElement } from "../../src/write/media.ts";
import { writeElement } from "../../src/write/xml.ts";

test.each([
  {
    when: "a PNG",
    url: "https://b.example/a.png?x=1&y",
    attributes: 'medium="image" type="image/png"',
  },
  {
    when: "an AVIF",
    url: "https://b.example/a.avif",
    attributes: 'medium="image" type="image/avif"',
  },
  { when: "no ending", url: "https://b.example/a", attributes: 'medium="image"' },
  {
    when: "an ending of something else",
    url: "https://b.example/a.html",
    attributes: 'medium="image"',
  },
  {
    when: "an ending in the query",
    url: "https://b.example/a?b.png",
    attributes: 'medium="image"',
  },
])("describes an image with $when", ({ url, attributes }) => {
  const image = imageElement(url);
  expect(image && writeElement(image, 0)).toBe(
    `<media:content url="${url.replace("&", "&amp;")}" ${attributes} />\n`,
  );
});

test("describes nothing where there is no image", () => {
  expect(imageElement(undefined)).toBeUndefined();
});
