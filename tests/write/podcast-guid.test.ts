import { expect, test } from "vitest";
import { toPodcastGuid } from "../../src/write/podcast-guid.ts";

// The examples of the podcast namespace, and one of Python's `uuid.uuid5`.
test.each([
  ["podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ["https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ["HTTP://podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ["https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
  ["https://example.com/show/rss.xml", "5a27d058-3d2e-59d9-98f1-61f36437aea5"],
])("the guid of %s is %s", (address, guid) => {
  expect(toPodcastGuid(address)).toBe(guid);
});
