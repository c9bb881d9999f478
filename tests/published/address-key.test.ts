import { expect, test } from "vitest";
import { addressKey, pathKey } from "../../src/published/address-key.ts";

test.each([
  { address: "https://example.com/a/b/", key: "example.com/a/b" },
  { address: "http://www.Example.com/a/b", key: "example.com/a/b" },
  { address: "https://example.com:8080/a", key: "example.com:8080/a" },
  { address: "https://example.com/a/index.html#top", key: "example.com/a" },
  { address: "https://example.com/a.html", key: "example.com/a.html" },
  { address: "https://example.com/A", key: "example.com/A" },
  { address: "https://example.com/caf%C3%A9", key: "example.com/café" },
  { address: "https://example.com/cafe\u0301", key: "example.com/café" },
  { address: "https://example.com/100%", key: "example.com/100%" },
  { address: "https://example.com/?p=1&utm_source=x&UTM_medium=y", key: "example.com?p=1" },
  { address: "https://example.com/a?b=1", key: "example.com/a?b=1" },
  { address: "https://example.com/index.html", key: undefined },
  { address: "https://example.com/?utm_source=x", key: undefined },
  { address: "tag:example.com,2024:1", key: undefined },
  { address: "/a", key: undefined },
  { address: "https://", key: undefined },
])("$address is $key", ({ address, key }) => {
  expect(addressKey(address)).toBe(key);
  expect(pathKey(address)).toBe(key?.replace(/^[^/?]+/, ""));
});
