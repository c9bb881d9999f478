import { appendFileSync, closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { createSpanReader } from "../../src/store/span-reader.ts";
import { fc } from "../support/fast-check.ts";
import { makeFolder } from "../support/temporary-folder.ts";

// More than is kept of a file at once.
const bytes = Uint8Array.from(
  { length: 10 * 1024 * 1024 },
  (_, index) => Math.imul(index, 2_654_435_761) >>> 24,
);

function spanOf(start: number, length: number) {
  const check = crc32(bytes.subarray(start, start + length));
  return { start, length, check };
}

async function openReader(content: Uint8Array) {
  const path = join(await makeFolder(), "a.pack");
  writeFileSync(path, content);
  const descriptor = openSync(path, "r");
  onTestFinished(() => closeSync(descriptor));
  return { path, read: createSpanReader(descriptor) };
}

test("gives every part of a file, in whatever order, and what it gave stays", async () => {
  const { read } = await openReader(bytes);
  const part = fc.tuple(fc.nat(bytes.length - 1), fc.oneof(fc.nat(20_000), fc.nat(600_000)));
  const parts = fc.array(part, { minLength: 60, maxLength: 90 });
  fc.assert(
    fc.property(parts, (places) => {
      const spans = places.map(([start, length]) => {
        return spanOf(start, Math.min(length, bytes.length - start));
      });
      const given = spans.map(read);
      spans.forEach(({ start, length }, index) => {
        const wanted = bytes.subarray(start, start + length);
        expect(Buffer.compare(given[index] ?? bytes, wanted)).toBe(0);
      });
    }),
    { numRuns: 20 },
  );
});

test("gives what was added to a file since its end was read", async () => {
  const { path, read } = await openReader(bytes.subarray(0, 1000));
  expect(read(spanOf(10, 20))).toHaveLength(20);
  appendFileSync(path, bytes.subarray(1000, 2000));
  expect(Buffer.compare(read(spanOf(990, 500)), bytes.subarray(990, 1490))).toBe(0);
  expect(readFileSync(path)).toHaveLength(2000);
});

test.each([
  { what: "too short", span: spanOf(990, 20) },
  { what: "other bytes", span: { ...spanOf(0, 20), check: 1 } },
])("refuses what is damaged: $what", async ({ what, span }) => {
  const { read } = await openReader(bytes.subarray(0, 1000));
  expect(() => read(span)).toThrow(DamagedError);
  expect(() => read(span)).toThrow(what);
});

test("refuses a file that cannot be read", () => {
  expect(() => createSpanReader(-1)(spanOf(0, 20))).toThrow(DamagedError);
});
