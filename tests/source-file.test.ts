import { mkdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { stateOf } from "../src/file-state.ts";
import { createReader } from "../src/front-matter/create-reader.ts";
import {
  ChangedError,
  cutOff,
  digestOfFile,
  forgetText,
  longestSource,
  readBody,
  readSource,
} from "../src/source-file.ts";
import { digestOfText } from "../src/text-digest.ts";
import { configOf, describeMessages } from "./support/reading.ts";
import { addFiles, makeFolder } from "./support/temporary-folder.ts";

async function read(content: string | Uint8Array) {
  const cwd = await makeFolder({ "a.md": content });
  const file = await readSource(new VFile({ cwd, path: "a.md" }));
  return { value: file.value, messages: describeMessages(file) };
}

function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))),
  );
}

describe("readSource", () => {
  test.each([
    { when: "UTF-8", content: "안녕 é 👩‍💻\n", value: "안녕 é 👩‍💻\n" },
    { when: "nothing", content: "", value: "" },
    { when: "a byte order mark", content: "\uFEFF---\n", value: "---\n" },
    { when: "a byte order mark alone", content: "\uFEFF", value: "" },
    { when: "a byte order mark inside", content: "a\uFEFFb", value: "a\uFEFFb" },
    { when: "CRLF", content: "a\r\nb\r\n", value: "a\r\nb\r\n" },
    {
      when: "lone carriage returns",
      content: "---\ra: b\r---\r\r\n",
      value: "---\na: b\n---\n\r\n",
    },
    { when: "a replacement character", content: "a\uFFFDb", value: "a\uFFFDb" },
  ])("reads $when", async ({ content, value }) => {
    expect(await read(content)).toEqual({ value, messages: [] });
  });

  test.each([
    {
      when: "Latin-1",
      content: bytes("one\ntwo\nth", 0xe9, "\n"),
      found: "with bytes that are not UTF-8 (line 3)",
    },
    {
      when: "Latin-1 on the first line",
      content: bytes(0xe9),
      found: "with bytes that are not UTF-8 (line 1)",
    },
    {
      when: "Latin-1 behind a replacement character",
      content: bytes("\uFFFD\n\n", 0xe9, " "),
      found: "with bytes that are not UTF-8 (line 3)",
    },
    {
      when: "Latin-1 behind a byte order mark",
      content: bytes("\uFEFF\n", 0xe9, " "),
      found: "with bytes that are not UTF-8 (line 2)",
    },
    {
      when: "half a character at the end",
      content: bytes("a\n", 0xed, 0x95),
      found: "with bytes that are not UTF-8 (line 2)",
    },
    {
      when: "an encoded surrogate",
      content: bytes("a", 0xed, 0xa0, 0x80),
      found: "with bytes that are not UTF-8 (line 1)",
    },
    {
      when: "an overlong form",
      content: bytes("a", 0xc0, 0xaf),
      found: "with bytes that are not UTF-8 (line 1)",
    },
    {
      when: "UTF-16, little end first",
      content: Buffer.from("\uFEFF---\n", "utf16le"),
      found: "in UTF-16",
    },
    {
      when: "UTF-16, big end first",
      content: Buffer.from("\uFEFF---\n", "utf16le").swap16(),
      found: "in UTF-16",
    },
    {
      when: "UTF-16 without a mark",
      content: Buffer.from("---\n", "utf16le"),
      found: "with a NUL byte (byte 2)",
    },
    { when: "a NUL byte", content: "ab\0c", found: "with a NUL byte (byte 3)" },
  ])("reads no $when", async ({ content, found }) => {
    expect(await read(content)).toEqual({
      value: undefined,
      messages: [`- error encoding Expected UTF-8 text of at most 10 MiB, not a file ${found}`],
    });
  });

  test.each([
    { when: "of 100 MB", size: 100 * 1024 * 1024 },
    { when: "one byte too long", size: longestSource + 1 },
  ])("reads no file $when", async ({ size }) => {
    const cwd = await makeFolder({ "a.md": "" });
    await truncate(join(cwd, "a.md"), size);
    const file = await readSource(new VFile({ cwd, path: "a.md" }));
    expect(file.value).toBeUndefined();
    expect(describeMessages(file)).toEqual([
      `- error encoding Expected UTF-8 text of at most 10 MiB, not a file of ${size} bytes`,
    ]);
  });

  test("reads a file of the greatest length", async () => {
    const { value, messages } = await read(Buffer.alloc(longestSource, "a"));
    expect([value?.length, messages]).toEqual([longestSource, []]);
  });

  test.each([
    { when: "is not there", path: "b.md", reason: "ENOENT: no such file or directory" },
    { when: "is a folder", path: "c.md", reason: "EISDIR: illegal operation on a directory" },
  ])("says that a file $when", async ({ path, reason }) => {
    const cwd = await makeFolder();
    await mkdir(join(cwd, "c.md"));
    const file = await readSource(new VFile({ cwd, path }));
    expect([file.value, describeMessages(file)]).toEqual([
      undefined,
      [`- error unreadable Expected a file that can be read (${reason})`],
    ]);
  });

  describe("that was read before", () => {
    const known = { text: "---\n안녕\n", digest: "digest", state: "11 1 2 3" };

    function readKnown(text: string, data: object = {}) {
      const file = new VFile({ cwd: "/nowhere", path: "a.md", data: { digest: "old", ...data } });
      return readSource(file, { ...known, text });
    }

    test("asks nobody", () => {
      const { value, data, messages } = readKnown(known.text, { stated: { state: undefined } });
      expect([value, messages]).toEqual([known.text, []]);
      expect(data).toEqual({ digest: "digest", stated: { state: "11 1 2 3" } });
    });

    test("keeps what the system said of it first", () => {
      const { data } = readKnown(known.text, { stated: { state: "9 1 2 3" } });
      expect(data.stated).toEqual({ state: "9 1 2 3" });
    });

    test.each([
      { when: "a byte order mark", text: "\uFEFFa\n" },
      { when: "a lone carriage return", text: "a\rb\n" },
    ])("has a digest of its own where $when is taken out", ({ text }) => {
      const file = readKnown(text);
      expect(file.value).not.toBe(text);
      expect(digestOfFile(file)).toBe(digestOfText(String(file.value)));
    });

    test.each(["a\0b", "a\uFFFDb"])("looks at its bytes where it reads %j", async (text) => {
      const cwd = await makeFolder({ "a.md": Buffer.of(0x61, 0xe9) });
      const file = readSource(new VFile({ cwd, path: "a.md" }), { ...known, text });
      expect(file.value).toBeUndefined();
      expect(describeMessages(file)).toEqual([expect.stringContaining("not UTF-8 (line 1)")]);
    });
  });

  test("asks the system anew for the length of a file that it read before", async () => {
    const cwd = await makeFolder({ "a.md": "text" });
    const state = stateOf(join(cwd, "a.md"));
    const file = readSource(
      new VFile({ cwd, path: "a.md", data: { stated: { state: undefined } } }),
    );
    expect(file.data.stated).toEqual({ state });
    await truncate(join(cwd, "a.md"), longestSource + 1);
    forgetText(file);
    expect(describeMessages(readSource(file))).toEqual([
      expect.stringContaining(`of ${longestSource + 1} bytes`),
    ]);
    expect(file.data.stated).toEqual({ state });
  });

  // What the author's editor shows is what the message must say.
  test.each([
    { when: "a byte order mark", lead: "\uFEFF", line: 1 },
    { when: "a byte order mark, CRLF and blank lines", lead: "\uFEFF\r\n \r\n", line: 3 },
    { when: "lone carriage returns", lead: "\r\r", line: 3 },
  ])("keeps places exact behind $when", async ({ lead, line }) => {
    const cwd = await makeFolder({ "a.md": `${lead}{"date": "soon", "title": []}` });
    const file = await readSource(new VFile({ cwd, path: "a.md" }));
    await createReader(configOf())(file);
    expect(describeMessages(file)).toEqual([
      `${line}:10 error date Expected a date, not \`soon\``,
      `${line}:27 error title Expected text, not a list`,
    ]);
  });
});

describe("readBody", () => {
  const text = "---\ntitle: A\n---\nBody\n";
  const place = { digest: digestOfText(text), offset: 17 };

  test("reads a file again, and gives its Markdown with the file's line numbers", async () => {
    const cwd = await makeFolder({ "a.md": text });
    const file = readSource(new VFile({ cwd, path: "a.md" }));
    forgetText(file);
    expect(file.value).toBeUndefined();
    expect(readBody(file, place)).toBe("\n\n\nBody\n");
    expect(String(file)).toBe(text);
  });

  test.each([
    { when: "is longer", files: { "a.md": `${text}.` } },
    { when: "is another of the same length", files: { "a.md": text.replace("Body", "Bode") } },
    { when: "says another thing of itself", files: { "a.md": text.replace("A", "B") } },
    { when: "is empty", files: { "a.md": "" } },
    { when: "is no text", files: { "a.md": Buffer.of(0xe9) } },
  ])("gives nothing of a file that $when", async ({ files }) => {
    const cwd = await makeFolder({ "a.md": text });
    const file = readSource(new VFile({ cwd, path: "a.md" }));
    expect(digestOfFile(file)).toBe(place.digest);
    forgetText(file);
    await addFiles(cwd, files);
    expect(() => readBody(file, place)).toThrow(ChangedError);
  });

  test("gives nothing of a file that is gone", async () => {
    const file = new VFile({ cwd: await makeFolder(), path: "a.md" });
    expect(() => readBody(file, place)).toThrow(ChangedError);
  });
});

test.each([
  { text: "a\nb", offset: 0, rest: "a\nb" },
  { text: "a\nb", offset: 2, rest: "\nb" },
  { text: "a\r\n\r\nb", offset: 5, rest: "\n\nb" },
  { text: "a\nb", offset: 3, rest: "\n" },
])("what is cut off at $offset keeps its lines", ({ text, offset, rest }) => {
  expect(cutOff(text, offset)).toBe(rest);
});
