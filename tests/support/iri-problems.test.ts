import { expect, test } from "vitest";
import { iriProblems } from "./iri-problems.ts";

test.each([
  "https://example.org/",
  "https://example.org:8080/a/%C3%A9/é?b=c:d#e",
  "ssh://example.org/",
  "https://me@example.org/...",
  "tag:example.org,2024-01-01:a/./b",
  "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6",
])("%s is canonical", (iri) => {
  expect(iriProblems(iri)).toEqual([]);
});

test.each([
  ["", "is not an absolute IRI"],
  ["first-post", "is not an absolute IRI"],
  ["/a", "is not an absolute IRI"],
  ["//example.org/", "is not an absolute IRI"],
  ["tag:example.org,2024:a b", "is not an absolute IRI"],
  ["https://example.org/%", "is not an absolute IRI"],
  ["HTTPS://example.org/", "has capital letters in its scheme"],
  ["https://Example.org/", "has capital letters in its host"],
  ["https://example.org/%c3%a9", "has small letters in an escape"],
  ["tag:example.org,2024:%41", "escapes what needs no escape"],
  ["https://example.org/%7Ea", "escapes what needs no escape"],
  ["https://@example.org/", "has an empty user"],
  ["https://:@example.org/", "has an empty user"],
  ["https://example.org:443/", "has a needless port"],
  ["http://example.org:80/", "has a needless port"],
  ["https://example.org:/", "has a needless port"],
  ["https://example.org", "has no path"],
  ["https://example.org?a", "has no path"],
  ["https://example.org/a/../b", "has a dot segment"],
  ["https://example.org/./b", "has a dot segment"],
])("%s %s", (iri, problem) => {
  expect(iriProblems(iri)).toEqual([problem]);
});
