import { expect, test } from "vitest";
import {
  endingOf,
  isMedium,
  isMediumType,
  typeByEnding,
} from "../../src/front-matter/media-type.ts";

test.each([
  ["a.mp3", "mp3", "audio/mpeg", true],
  ["/x/A.M4V?b=.txt#c", "m4v", "video/x-m4v", true],
  ["a.m4b", "m4b", "audio/mp4", true],
  ["a.srt", "srt", "application/x-subrip", false],
  ["a.vtt", "vtt", "text/vtt", false],
  ["a.constructor", "constructor", undefined, false],
  ["dQw4w9WgXcQ", "", undefined, false],
  ["", "", undefined, false],
])("%j ends with %j: %j", (reference, ending, type, is) => {
  expect(endingOf(reference)).toBe(ending);
  expect(typeByEnding(reference)).toBe(type);
  expect(isMedium(reference)).toBe(is);
});

test.each([
  ["audio/x-mine", true],
  ["video/mp4", true],
  ["image/png", false],
  [undefined, false],
])("of the type %j it is a medium: %j", (type, is) => {
  expect(isMediumType(type)).toBe(is);
});
