import { expect, test } from "vitest";
import { toAtomId } from "../../src/write/atom-id.ts";
import { article } from "../support/article.ts";
import { iriProblems } from "../support/iri-problems.ts";

const idOf = (id: string) => toAtomId(article({ id }), "https://한국.example/sub/");

test.each([
  "https://example.com/a/?b=c#d",
  "http://example.com/a/%ED%95%9C",
  "http://jo:secret@example.com:8080/",
  "tag:example.com,2005:/blog/a?b;c",
  "tag:jo@example.com,2005-06-07:a",
  "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
  "urn:isbn:9780131103627",
])("keeps %s", (id) => {
  expect(idOf(id)).toBe(id);
  expect(iriProblems(id)).toEqual([]);
});

test.each([
  // What its author wrote is never put right: the id of an entry must not change (RFC 4287 §4.2.6).
  "http://example.com",
  "HTTP://Example.COM:80/%7ejo/../a",
])("keeps %s, though it could be written better", (id) => {
  expect(idOf(id)).toBe(id);
});

test.each([
  {
    when: "in its path",
    id: "https://example.com/한글?값#é",
    uri: "https://example.com/%ED%95%9C%EA%B8%80?%EA%B0%92#%C3%A9",
  },
  { when: "in its host", id: "https://한국.example/", uri: "https://xn--3e0b707e.example/" },
])("writes an address with other letters as a URI: $when", ({ id, uri }) => {
  expect(idOf(id)).toBe(uri);
});

test.each([
  { when: "a number", id: "123", specific: "123" },
  { when: "words", id: "my post", specific: "my%20post" },
  { when: "a path", id: "/2024/a:b@c?d=e&f", specific: "/2024/a:b@c?d=e&f" },
  { when: "what looks like a scheme", id: "post:123", specific: "post:123" },
  { when: "an unknown scheme", id: "javascript:alert(1)", specific: "javascript:alert(1)" },
  {
    when: "markup",
    id: "<a> & \"b\" 'c' ]]>",
    specific: "%3Ca%3E%20&%20%22b%22%20'c'%20%5D%5D%3E",
  },
  { when: "a fragment", id: "a#b", specific: "a%23b" },
  { when: "percent signs", id: "100% %zz %41", specific: "100%25%20%25zz%20%2541" },
  { when: "other letters", id: "한글 é", specific: "%ED%95%9C%EA%B8%80%20%C3%A9" },
  { when: "emoji and joiners", id: "👩‍👧", specific: "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7" },
  {
    when: "an address with a space",
    id: "https://example.com/a b",
    specific: "https://example.com/a%20b",
  },
  {
    when: "an address with brackets",
    id: "https://example.com/[a]|b",
    specific: "https://example.com/%5Ba%5D%7Cb",
  },
  {
    when: "an address with a lone percent sign",
    id: "https://example.com/%a",
    specific: "https://example.com/%25a",
  },
  {
    when: "an address with an impossible port",
    id: "https://example.com:99999/",
    specific: "https://example.com:99999/",
  },
  { when: "an address with no host", id: "http://", specific: "http://" },
  {
    when: "an address with what nobody sees",
    id: "https://example.com/\u200B",
    specific: "https://example.com/%E2%80%8B",
  },
  { when: "a tag without a date", id: "tag:example.com:a", specific: "tag:example.com:a" },
  { when: "a wrong UUID", id: "urn:uuid:12", specific: "urn:uuid:12" },
  { when: "a name without its space", id: "urn:x", specific: "urn:x" },
])("makes a tag of $when", ({ id, specific }) => {
  const tag = `tag:xn--3e0b707e.example,2024:${specific}`;
  expect(idOf(id)).toBe(tag);
  expect(iriProblems(tag)).toEqual([]);
});

test("makes different tags of ids that look the same", () => {
  expect(idOf("\u00E9")).not.toBe(idOf("e\u0301"));
  expect(idOf("a b")).not.toBe(idOf("a%20b"));
});

test.each([
  { when: "at the turn of the year, by UTC", published: "2023-12-31T23:30:00-01:00", year: "2024" },
  { when: "long ago", published: "0800-12-25T00:00:00Z", year: "0800" },
])("dates a tag by the publication: $when", ({ published, year }) => {
  const one = article({ id: "1", published: new Date(published) });
  expect(toAtomId(one, "https://example.com/")).toBe(`tag:example.com,${year}:1`);
});
