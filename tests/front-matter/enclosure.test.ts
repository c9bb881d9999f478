import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnclosures } from "../../src/front-matter/enclosure.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";
import { makeMp3 } from "../support/sounds.ts";
import { makeFolder } from "../support/temporary-folder.ts";

async function read(yaml: string, isPodcast = false) {
  const folder = await makeFolder({
    "content/post/a.mp3": "123",
    "content/audio/b.ogg": "12",
    "content/post/c": "1",
    "content/post/notes.pdf": "1234",
  });
  const chapters = [{ start: 1, title: "One" }];
  await writeFile(join(folder, "content/post/five.mp3"), makeMp3({ seconds: 5, chapters }));
  await writeFile(join(folder, "content/post/five"), makeMp3({ seconds: 5 }));
  const fields = fieldsOf(yaml, "post/index.md");
  const enclosures = await readEnclosures(fields, {
    contentFolder: join(folder, "content"),
    outFolder: join(folder, "dist"),
    siteUrl: "https://example.com/blog/",
    articleUrl: "https://example.com/blog/post/",
    isPodcast,
  });
  return { enclosures, messages: describeMessages(fields.file) };
}

const a = { url: "https://example.com/blog/post/a.mp3", length: 3, type: "audio/mpeg" };
const b = { url: "https://example.com/blog/audio/b.ogg", length: 2, type: "audio/ogg" };

describe("readEnclosures", () => {
  test.each([
    ["enclosure: a.mp3", [a]],
    ["Enclosure: /audio/b.ogg", [b]],
    ["enclosure: {url: a.mp3}", [a]],
    [
      "enclosure: {URL: a.mp3, Length: 5, Type: audio/x-mine}",
      [{ ...a, length: 5, type: "audio/x-mine" }],
    ],
    [
      "enclosure: {src: a.mp3, size: 7, mime_type: video/mp4}",
      [{ ...a, length: 7, type: "video/mp4" }],
    ],
    ["enclosure: {file: a.mp3, length: '', type: ~}", [a]],
    ["enclosure: [a.mp3, {path: /audio/b.ogg}, ~, '']", [a, b]],
    ["enclosure: c", [{ url: "https://example.com/blog/post/c", length: 1, type: undefined }]],
    [
      "enclosure: {url: 'https://cdn.example/a b.M4A?x=.mp3', length: 0}",
      [{ url: "https://cdn.example/a%20b.M4A?x=.mp3", length: 0, type: "audio/mp4" }],
    ],
    [
      "enclosure: {url: 'https://cdn.example/a.constructor', length: 1}",
      [{ url: "https://cdn.example/a.constructor", length: 1, type: undefined }],
    ],
    [
      "enclosure: {url: 'https://mp3/mp3', length: 1}",
      [{ url: "https://mp3/mp3", length: 1, type: undefined }],
    ],
    ["enclosure:", []],
    ["enclosure: []", []],
    ["title: a", []],
  ])("reads %j", async (yaml, enclosures) => {
    expect(await read(yaml)).toEqual({ enclosures, messages: [] });
  });

  test.each([
    {
      when: "a missing file",
      yaml: "enclosure: missing.mp3",
      place: "2:12",
      found: "missing.mp3",
      url: "https://example.com/blog/post/missing.mp3",
    },
    {
      when: "a file outside",
      yaml: "enclosure:\n  url: ../../x.mp3",
      place: "3:8",
      found: "../../x.mp3",
      url: "https://example.com/x.mp3",
    },
    {
      when: "an address",
      yaml: "enclosure: [https://cdn.example/a.mp3]",
      place: "2:13",
      found: "https://cdn.example/a.mp3",
      url: "https://cdn.example/a.mp3",
    },
  ])("warns of the length of $when", async ({ yaml, place, found, url }) => {
    expect(await read(yaml)).toEqual({
      enclosures: [{ url, length: undefined, type: "audio/mpeg" }],
      messages: [
        `${place} warning enclosure Expected a file that can be measured, not \`${found}\``,
      ],
    });
  });

  test.each([
    [
      "enclosure: true",
      "2:12 error enclosure Expected an address or a table with a `url`, not `true`",
    ],
    [
      "enclosure: {length: 1}",
      "2:12 error enclosure Expected an address or a table with a `url`, not a table",
    ],
    [
      "enclosure: {url: [a.mp3]}",
      "2:18 error enclosure Expected an address or a table with a `url`, not a list",
    ],
    [
      "enclosure: [[a.mp3]]",
      "2:13 error enclosure Expected an address or a table with a `url`, not a list",
    ],
    [
      "enclosure: 'data:audio/mpeg,a'",
      "2:12 error enclosure Expected the address of a media file, not `data:audio/mpeg,a`",
    ],
    [
      "enclosure: {url: 'javascript:a'}",
      "2:18 error enclosure Expected the address of a media file, not `javascript:a`",
    ],
  ])("says what is wrong with %j", async (yaml, message) => {
    expect(await read(yaml)).toEqual({ enclosures: [], messages: [message] });
  });

  test.each([
    ["length: -1", "Expected a length in bytes, not `-1`"],
    ["length: '1:30'", "Expected a length in bytes, not `1:30`"],
    ["length: 1.5", "Expected a length in bytes, not `1.5`"],
    ["length: 1e3", "Expected a length in bytes, not `1e3`"],
    ["length: [1]", "Expected a length in bytes, not a list"],
    ["length: 1234567890123456", "Expected a length in bytes, not `1234567890123456`"],
    ["type: mp3", "Expected a media type such as `audio/mpeg`, not `mp3`"],
    ["type: audio/", "Expected a media type such as `audio/mpeg`, not `audio/`"],
    ["type: 'a/b\"c'", 'Expected a media type such as `audio/mpeg`, not `a/b"c`'],
    ["type: {a: b}", "Expected a media type such as `audio/mpeg`, not a table"],
  ])("says what is wrong with %j", async (yaml, reason) => {
    const { messages } = await read(`enclosure:\n  url: a.mp3\n  ${yaml}`);
    const column = yaml.indexOf(":") + 5;
    expect(messages).toEqual([`4:${column} error enclosure ${reason}`]);
  });

  const five = {
    url: "https://example.com/blog/post/five.mp3",
    length: 5026,
    type: "audio/mpeg",
    duration: 5,
    chapters: [{ start: 1, title: "One" }],
  };
  const film = { url: "https://cdn.example/a.mp4", length: 9, type: "video/mp4" };

  test.each([
    ["audio: five.mp3", [five]],
    ["audio: [five.mp3, a.mp3]", [five, a]],
    ["enclosure: {url: five.mp3, duration: '1:00'}", [{ ...five, duration: 60 }]],
    [
      "enclosure: five",
      [{ ...five, url: "https://example.com/blog/post/five", length: 4968, chapters: undefined }],
    ],
    ["audio: a.mp3\nvideo: {src: 'https://cdn.example/a.mp4', length: 9}", [a, film]],
    [
      "audio: {url: c, type: audio/mpeg}",
      [{ ...a, url: "https://example.com/blog/post/c", length: 1 }],
    ],
    ["enclosure: a.mp3\naudio: ./a.mp3", [a]],
    ["audio: a.mp3\nduration: 5 min", [a]],
  ])("reads and measures %j", async (yaml, enclosures) => {
    expect(await read(yaml)).toEqual({ enclosures, messages: [] });
  });

  test.each([
    "video: dQw4w9WgXcQ",
    "audio: true",
    "video: 'https://v.example/watch?v=a.mp4'",
    "audio: {url: c}",
  ])("takes %j for something else", async (yaml) => {
    const { enclosures, messages } = await read(yaml);
    expect(enclosures).toEqual([]);
    expect(messages).toEqual([
      "2:8 info enclosure Expected a file of a sound or a film, such as `/audio/first.mp3`: not an enclosure",
    ]);
  });

  test.each([
    ["enclosure: {url: a.mp3, duration: long}", "2:35", "long"],
    ["enclosure: {url: a.mp3, duration: 0}", "2:35", "0"],
  ])("says what is wrong with the duration in %j", async (yaml, place, found) => {
    expect((await read(yaml)).messages).toEqual([
      `${place} error enclosure Expected a duration such as \`1830\` or \`30:30\`, not \`${found}\``,
    ]);
  });

  test.each([
    ["https://cdn.example/a.M4A?b", "", "audio/x-m4a"],
    ["https://cdn.example/a.m4a", ", type: audio/mp4", "audio/mp4"],
    ["https://cdn.example/a.mp4", "", "video/mp4"],
  ])("names the type of an episode's %s%s as Apple does", async (url, type, expected) => {
    const { enclosures } = await read(
      `audio: {url: '${url}', length: 1${type}, duration: 1}`,
      true,
    );
    expect(enclosures).toMatchObject([{ type: expected }]);
  });

  test("takes the duration of an episode for that of its first file", async () => {
    const { enclosures, messages } = await read("audio: [a.mp3, five.mp3]\nduration: 0:07", true);
    expect(enclosures).toEqual([{ ...a, duration: 7 }, five]);
    expect(messages).toEqual([]);
  });

  test.each([
    [
      "audio: a.mp3",
      ["2:8 warning podcast Expected a sound or film that says how long it lasts, not `a.mp3`"],
    ],
    [
      "enclosure: {url: /audio/b.ogg, duration: 9}",
      ["2:18 warning podcast Expected a file that Apple takes, not `/audio/b.ogg`"],
    ],
    [
      "enclosure: {url: 'https://cdn.example/a.epub', length: 1}",
      ["2:18 warning podcast Expected a file that Apple takes, not `https://cdn.example/a.epub`"],
    ],
    ["enclosure: notes.pdf", []],
    ["audio: five.mp3", []],
  ])("warns of an episode with %j", async (yaml, expected) => {
    expect((await read(yaml, true)).messages).toEqual(expected);
  });
});
