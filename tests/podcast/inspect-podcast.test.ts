import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Options } from "../../src/config/options.ts";
import { inspectPodcast } from "../../src/podcast/inspect-podcast.ts";
import { makeJpegHead, makePng } from "../support/pictures.ts";
import { configOf, describeMessages } from "../support/reading.ts";
import { makeFolder } from "../support/temporary-folder.ts";

async function inspect(options: Options, folder?: string) {
  const file = await inspectPodcast(configOf(options, folder));
  return file && { path: file.path, messages: describeMessages(file) };
}

const site = {
  url: "https://example.com/show/",
  title: "Show",
  description: "All of it",
  language: "en",
  author: { name: "Ada", email: "ada@example.com" },
};
const whole = { category: "Technology", explicit: false, image: "https://cdn.example/a.png" };

describe("inspectPodcast", () => {
  test("says nothing where there is no podcast, or nothing is lacking", async () => {
    expect(await inspect({})).toBeUndefined();
    expect(await inspect({ site, podcast: whole })).toBeUndefined();
  });

  test("says all that Apple asks for and the config lacks", async () => {
    expect(await inspect({ podcast: {}, feed: { formats: ["atom"] } })).toEqual({
      path: "../feedwright.config",
      messages: [
        "- warning podcast Expected `rss` among the formats of a podcast: Apple reads nothing else",
        "- warning podcast Expected a description of the podcast: Apple asks for it",
        "- warning podcast Expected the language of the podcast: Apple asks for it",
        "- warning podcast Expected a category of the podcast: Apple asks for it",
        "- warning podcast Expected to be told whether the podcast is explicit: Apple asks for it",
        "- warning podcast Expected an author of the podcast: Apple shows the name",
        "- warning podcast Expected an owner of the podcast: directories ask at its e-mail who may list it",
        "- warning podcast Expected a cover of the podcast: Apple asks for it",
      ],
    });
  });
});

test.each([
  { more: { language: "gsw" }, said: /^- warning podcast Expected a language of two letters/ },
  { more: { language: "en-US" }, said: undefined },
  { more: { description: "글".repeat(1333) }, said: undefined },
  {
    more: { description: "글".repeat(1334) },
    said: /^- warning podcast Expected a description of at most 4000 bytes/,
  },
])("what Apple does not take of the site's facts is told: $said", async ({ more, said }) => {
  const found = await inspect({ site: { ...site, ...more }, podcast: whole });
  expect(found?.messages).toEqual(said && [expect.stringMatching(said)]);
});

const wanted = "Expected a square cover of 1400 to 3000 pixels as JPEG or PNG in RGB, not";

/** A PNG whose head says another colour type. */
function coloured(type: number): Buffer {
  const bytes = makePng(1400, 1400);
  bytes.writeUInt8(type, 25);
  return bytes;
}

describe("the cover", () => {
  test.each([
    { name: "the least", bytes: makePng(1400, 1400), found: undefined },
    { name: "the largest", bytes: makePng(3000, 3000), found: undefined },
    { name: "a small one", bytes: makePng(1399, 1399), found: "1399 × 1399 pixels" },
    { name: "a large one", bytes: makePng(3001, 3001), found: "3001 × 3001 pixels" },
    { name: "an oblong one", bytes: makePng(1400, 2000), found: "1400 × 2000 pixels" },
    { name: "a text", bytes: Buffer.from("Hello"), found: "a file that is no picture" },
    { name: "nothing", bytes: Buffer.alloc(0), found: "a file that is no picture" },
    {
      name: "a GIF",
      bytes: Buffer.from("GIF89a\x78\x05\x78\x05\0\0\0", "latin1"),
      found: "one of the type `gif`",
    },
    { name: "one in grey", bytes: coloured(0), found: "one in grey" },
    { name: "one of three colours", bytes: coloured(2), found: undefined },
    { name: "grey with alpha", bytes: coloured(4), found: "one with transparency" },
    { name: "colours with alpha", bytes: coloured(6), found: "one with transparency" },
    {
      name: "a JPEG",
      bytes: makeJpegHead(1400, 1400, 3),
      found: "one of the type `jpg` named `.png`",
    },
    { name: "a heavy one", bytes: Buffer.alloc(20_000_001), found: "one of 21 MB" },
  ])("is measured: $name", async ({ bytes, found }) => {
    const folder = await makeFolder({ "content/a.md": "", "dist/x": "" });
    await writeFile(join(folder, "dist/한 cover.png"), bytes);
    const podcast = { ...whole, image: "/한 cover.png" };
    const said = await inspect({ site, podcast }, folder);
    expect(said?.messages).toEqual(found && [`- warning podcast ${wanted} ${found}`]);
  });

  test.each([
    { ending: "jpg", components: 3, found: undefined },
    { ending: "JPEG", components: 3, found: undefined },
    { ending: "jpg", components: 1, found: "one in grey" },
    { ending: "jpg", components: 4, found: "one in CMYK" },
  ])(
    "is measured: a JPEG of $components colours named .$ending",
    async ({ ending, components, found }) => {
      const folder = await makeFolder({ "content/a.md": "" });
      const image = `cover.${ending}`;
      await writeFile(join(folder, "content", image), makeJpegHead(3000, 3000, components));
      const said = await inspect({ site, podcast: { ...whole, image: `/${image}` } }, folder);
      expect(said?.messages).toEqual(found && [`- warning podcast ${wanted} ${found}`]);
    },
  );

  test("is nowhere else looked for", async () => {
    const folder = await makeFolder({ "content/a.md": "", "secret.png": "text" });
    await symlink(join(folder, "secret.png"), join(folder, "content/cover.png"));
    const said = await inspect({ site, podcast: { ...whole, image: "/cover.png" } }, folder);
    expect(said?.messages).toEqual([
      "- info podcast Expected a cover that can be measured, not `cover.png`",
    ]);
  });
});
