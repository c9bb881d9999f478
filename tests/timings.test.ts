import { expect, test } from "vitest";
import { measure } from "../src/timings.ts";

test("each stage gives what its work gives, and is timed to a hundredth of a millisecond", async () => {
  const moments = [10, 12.3456, 100, 100.001];
  const stage = measure(() => moments.shift() ?? Number.NaN);
  expect(await stage("discover", async () => "found")).toBe("found");
  expect(await stage("write", async () => undefined)).toBe(undefined);
  expect(stage.timings).toEqual({ discover: 2.35, write: 0 });
});

test("a stage that fails fails as its work does", async () => {
  const stage = measure(() => 0);
  await expect(stage("read", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(stage.timings).toEqual({});
});
