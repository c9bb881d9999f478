import { expect, test } from "vitest";
import { openAddresses, shareAddresses } from "../../src/produce/shared-addresses.ts";
import { fc } from "../support/fast-check.ts";

/** As another thread has it. */
function sent(addresses: ReadonlyMap<string, string>) {
  return openAddresses(structuredClone(shareAddresses(addresses)));
}

const texts = fc.string({ unit: "binary" });

test("gives what the map gives, of names that it has and of others", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(texts, fc.oneof(texts, fc.constantFrom("a", "b"))), { size: "large" }),
      fc.array(texts),
      (pairs, others) => {
        const addresses = new Map(pairs);
        const shared = sent(addresses);
        for (const name of [...addresses.keys(), ...others]) {
          expect(shared.get(name)).toBe(addresses.get(name));
        }
      },
    ),
  );
});

test("finds each of many", () => {
  const names = Array.from({ length: 3000 }, (_, index) => `posts/${index}.md`);
  const shared = sent(new Map(names.map((name) => [name, `https://example.com/${name}/`])));
  expect(names.map(shared.get)).toEqual(names.map((name) => `https://example.com/${name}/`));
  expect(shared.get("posts/3000.md")).toBeUndefined();
});

test("half of a character is no name", () => {
  const shared = sent(new Map([["\uFFFD", "https://example.com/"]]));
  expect(shared.get("\uD800")).toBeUndefined();
});

test("writes an address once for all of an article's names, where threads share it", () => {
  const { texts } = shareAddresses(
    new Map([
      ["a", "https://example.com/a/"],
      ["a.md", "https://example.com/a/"],
    ]),
  );
  expect(Buffer.from(texts).toString()).toBe("ahttps://example.com/a/a.md");
  expect(texts.buffer).toBeInstanceOf(SharedArrayBuffer);
});
