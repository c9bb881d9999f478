import { describe, expect, test } from "vitest";
import { readEpisode } from "../../../src/front-matter/episode/episode.ts";
import { episode } from "../../support/podcast.ts";
import { describeMessages, fieldsOf } from "../../support/reading.ts";

const bases = {
  siteUrl: "https://example.com/show/",
  articleUrl: "https://example.com/show/one/",
};

function read(yaml: string) {
  const fields = fieldsOf(yaml);
  return { episode: readEpisode(fields, bases), messages: describeMessages(fields.file) };
}

describe("readEpisode", () => {
  test.each([
    ["title: a", {}],
    ["season: 2", { season: { number: 2 } }],
    ["itunes_season: '2'", { season: { number: 2 } }],
    ["season: {number: 2, name: ' The  race '}", { season: { number: 2, name: "The race" } }],
    ["episode: {number: 12, title: Twelve}", { episode: { number: 12, name: "Twelve" } }],
    ["episode_type: Trailer", { type: "trailer" }],
    ["itunes_episodeType: bonus", { type: "bonus" }],
    ["explicit: false", { explicit: false }],
    ["explicit: yes", { explicit: true }],
    ["itunes_explicit: clean", { explicit: false }],
    ["explicit: Explicit", { explicit: true }],
    ["persons: Ada", { persons: [{ name: "Ada" }] }],
    [
      "people: [Ada, {name: Ren, role: guest, group: cast, img: /r.png, href: 'https://ren.example/'}]",
      {
        persons: [
          { name: "Ada" },
          {
            name: "Ren",
            role: "guest",
            group: "cast",
            image: "https://example.com/show/r.png",
            url: "https://ren.example/",
          },
        ],
      },
    ],
    [
      "transcript: a.vtt",
      { transcripts: [{ url: "https://example.com/show/one/a.vtt", type: "text/vtt" }] },
    ],
    [
      "transcripts: [/a.srt?b, {src: 'https://cdn.example/a', type: text/html, lang: pt_br}]",
      {
        transcripts: [
          { url: "https://example.com/show/a.srt?b", type: "application/x-subrip" },
          { url: "https://cdn.example/a", type: "text/html", language: "pt-BR" },
        ],
      },
    ],
    ["chapters: /c.json", { chapters: "https://example.com/show/c.json" }],
    ["chapters: [{start: '00:00', title: A}]", {}],
  ] as const)("reads %j", (yaml, expected) => {
    expect(read(yaml)).toEqual({ episode: episode(expected), messages: [] });
  });

  test.each([
    ["season: Summer", "2:9 error podcast Expected the number of the season, from 1, not `Summer`"],
    ["season: 0", "2:9 error podcast Expected the number of the season, from 1, not `0`"],
    [
      "season: {name: A}",
      "2:9 error podcast Expected the number of the season, from 1, not a table",
    ],
    ["episode: 1.5", "2:10 error podcast Expected the number of the episode, from 1, not `1.5`"],
    [
      "episode_type: whole",
      "2:15 error podcast Expected `full`, `trailer` or `bonus`, not `whole`",
    ],
    ["explicit: perhaps", "2:11 error podcast Expected `true` or `false`, not `perhaps`"],
    ["explicit: [true]", "2:11 error podcast Expected `true` or `false`, not a list"],
    [
      "persons: {role: host}",
      "2:10 error podcast Expected a name or a table with a `name`, not a table",
    ],
    ["persons: [true]", "2:11 error podcast Expected a name or a table with a `name`, not `true`"],
    [
      "persons: {name: A, img: 'data:a'}",
      "2:25 error podcast Expected a path or an http(s) address, not `data:a`",
    ],
    ["transcript: a.xyz", "2:13 error podcast Expected a transcript of a known type, not `a.xyz`"],
    [
      "transcript: {type: text/vtt}",
      "2:13 error podcast Expected an address or a table with a `url`, not a table",
    ],
    [
      "transcript: {url: a.vtt, language: english}",
      "2:13 error podcast Expected a transcript in a BCP 47 language such as `en`, not a table",
    ],
    [
      "chapters: 'javascript:a'",
      "2:11 error podcast Expected a path or an http(s) address, not `javascript:a`",
    ],
  ])("says what is wrong with %j", (yaml, message) => {
    expect(read(yaml).messages).toEqual([message]);
  });
});
