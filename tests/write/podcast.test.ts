import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Episode, Person, Podcast } from "../../src/podcast.ts";
import { entry } from "../support/article.ts";
import { fc } from "../support/fast-check.ts";
import { composeWhole, feedDocument } from "../support/feed-document.ts";
import { episode, podcast } from "../support/podcast.ts";
import { rssProblems } from "../support/rss-problems.ts";

const sound = {
  url: "https://example.com/a.mp3?x=1&y=2",
  length: 1234,
  type: "audio/mpeg",
  duration: 3723,
};

function compose(stated: Podcast | undefined, ...episodes: readonly (Episode | undefined)[]) {
  const entries = episodes.map((one, index) =>
    entry({
      id: `https://example.com/${index}/`,
      url: `https://example.com/${index}/`,
      summary: "What it is <about> & why",
      authors: [{ name: "Ada & Co" }, { name: "Ren" }],
      image: "https://example.com/a.png?b&c",
      enclosures: one ? [sound] : [],
      episode: one,
    }),
  );
  return composeWhole("rss", feedDocument({ podcast: stated, entries }));
}

const rich = podcast({
  author: "Ada & <Co>",
  owner: { name: "Ada", email: "ada@example.com" },
  categories: [
    { name: "Society & Culture", subcategory: "Documentary" },
    { name: "Technology" },
    { name: "Society & Culture", subcategory: "Philosophy" },
  ],
  explicit: false,
  image: "https://example.com/cover.png?a&b",
  type: "serial",
  summary: "All & more",
  locked: true,
  medium: "audiobook",
  funding: [{ url: "https://give.example/?a&b", text: 'Give "more" & more' }],
  persons: [
    {
      name: "Grace",
      role: "host",
      group: "cast",
      image: "https://g.example/i",
      url: "https://g.example/",
    },
  ],
});

const richEpisode = episode({
  season: { number: 2, name: "The <second> & last" },
  episode: { number: 7, name: "Ch. 7" },
  type: "bonus",
  explicit: true,
  persons: [{ name: "Ren", role: "guest" }],
  transcripts: [
    { url: "https://example.com/a.vtt?b&c", type: "text/vtt" },
    { url: "https://example.com/a.ko.srt", type: "application/x-subrip", language: "ko" },
  ],
  chapters: "https://example.com/a.json",
});

describe("a podcast in RSS", () => {
  test("is read back by feedsmith as it was said", () => {
    const { itunes, podcast: podcasting, items } = parseRssFeed(compose(rich, richEpisode));
    expect(itunes).toEqual({
      author: "Ada & <Co>",
      owner: { name: "Ada", email: "ada@example.com" },
      categories: [
        {
          text: "Society & Culture",
          categories: [{ text: "Documentary" }, { text: "Philosophy" }],
        },
        { text: "Technology" },
      ],
      explicit: false,
      image: "https://example.com/cover.png?a&b",
      type: "serial",
      summary: "All & more",
    });
    expect(podcasting).toEqual({
      guid: "39983a84-5fe6-51e7-a0e2-2c162e7e2c7f",
      locked: { value: true, owner: "ada@example.com" },
      medium: "audiobook",
      fundings: [{ url: "https://give.example/?a&b", display: 'Give "more" & more' }],
      persons: [
        {
          display: "Grace",
          role: "host",
          group: "cast",
          img: "https://g.example/i",
          href: "https://g.example/",
        },
      ],
    });
    expect(items?.[0]).toMatchObject({
      enclosures: [{ url: sound.url, length: 1234, type: "audio/mpeg" }],
      itunes: {
        author: "Ada & Co, Ren",
        duration: 3723,
        season: 2,
        episode: 7,
        episodeType: "bonus",
        explicit: true,
        image: "https://example.com/a.png?b&c",
        summary: "What it is <about> & why",
      },
      podcast: {
        season: { number: 2, name: "The <second> & last" },
        episode: { number: 7, display: "Ch. 7" },
        persons: [{ display: "Ren", role: "guest" }],
        transcripts: [
          { url: "https://example.com/a.vtt?b&c", type: "text/vtt" },
          { url: "https://example.com/a.ko.srt", type: "application/x-subrip", language: "ko" },
        ],
        chapters: { url: "https://example.com/a.json", type: "application/json+chapters" },
      },
    });
    expect(rssProblems(compose(rich, richEpisode, episode(), undefined))).toEqual([]);
  });

  test("says nothing that nobody said", () => {
    const bare = compose(podcast(), episode());
    const { itunes, podcast: podcasting, items } = parseRssFeed(bare);
    expect(itunes).toBeUndefined();
    expect(podcasting).toEqual({ guid: "39983a84-5fe6-51e7-a0e2-2c162e7e2c7f" });
    expect(items?.[0]?.podcast).toBeUndefined();
  });

  test("has a guid of its own where it has moved", () => {
    const guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
    expect(parseRssFeed(compose(podcast({ guid }))).podcast).toEqual({ guid });
  });

  test("declares its namespaces, and an article without a sound is no episode", () => {
    const feed = compose(rich, undefined);
    expect(feed).toContain(' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"');
    expect(feed).toContain(' xmlns:podcast="https://podcastindex.org/namespace/1.0"');
    expect(feed.slice(feed.indexOf("<item>"))).not.toMatch(/itunes:|podcast:/);
  });

  test("leaves a feed that is none as it is", () => {
    expect(compose(undefined, richEpisode)).not.toMatch(/itunes|podcast/);
  });

  test("cuts what is too long for Apple", () => {
    const long = podcast({ author: `${"é".repeat(254)}👩 more`, summary: "a".repeat(5000) });
    const { itunes } = parseRssFeed(compose(long));
    expect(itunes).toEqual({ author: `${"é".repeat(254)}👩`, summary: "a".repeat(4000) });
  });

  test("cuts a summary by its bytes, and no character of it", () => {
    const { itunes } = parseRssFeed(compose(podcast({ summary: `${"글".repeat(1333)}é` })));
    expect(itunes?.summary).toBe("글".repeat(1333));
    const whole = `${"글".repeat(1332)}👩`;
    expect(parseRssFeed(compose(podcast({ summary: whole }))).itunes?.summary).toBe(whole);
  });
});

const word = fc.stringMatching(/^[a-zA-Z가-힣&<>"'\]; ]{0,20}[a-z]$/).map((text) => text.trim());
const address = fc.webUrl({ withQueryParameters: true });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const person: fc.Arbitrary<Person> = fc.record({
  name: word,
  role: maybe(word),
  group: maybe(word),
  image: maybe(address),
  url: maybe(address),
});

test("whatever is said of persons, funding and seasons, feedsmith reads the same", () => {
  const people = fc.array(person, { maxLength: 3 });
  const numbered = fc.record({ number: fc.integer({ min: 1, max: 9999 }), name: maybe(word) });
  fc.assert(
    fc.property(people, numbered, word, address, (persons, season, text, url) => {
      const stated = podcast({ persons, funding: [{ url, text }] });
      const feed = parseRssFeed(compose(stated, episode({ persons, season })));
      const read = persons.map(({ name, role, group, image, url: href }) => {
        return { display: name, role, group, img: image, href };
      });
      expect(feed.podcast?.persons ?? []).toEqual(read);
      expect(feed.podcast?.fundings).toEqual([{ url, display: text }]);
      expect(feed.items?.[0]?.podcast?.persons ?? []).toEqual(read);
      expect(feed.items?.[0]?.podcast?.season).toEqual(season);
      expect(feed.items?.[0]?.itunes?.season).toBe(season.number);
    }),
    { numRuns: 100 },
  );
});
