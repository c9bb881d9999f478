import { expect, onTestFinished, test, vi } from "vitest";
import { createRebuildLoop } from "../../../src/cli/serve/rebuild-loop.ts";

function startLoop(milliseconds = 0, failing = false) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const works: { readonly at: number; readonly changed: readonly string[] }[] = [];
  const start = performance.now();
  let underWay = 0;
  const loop = createRebuildLoop(async (changed) => {
    underWay += 1;
    works.push({ at: performance.now() - start, changed: [...changed] });
    expect(underWay).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    underWay -= 1;
    if (failing) throw new Error("broken");
  });
  return { loop, works };
}

test("nothing is done before it begins; what changed before is looked at then", async () => {
  const { loop, works } = startLoop();
  loop.note("a");
  await vi.advanceTimersByTimeAsync(1000);
  expect(works).toEqual([]);
  void loop.run();
  await vi.advanceTimersByTimeAsync(50);
  expect(works).toEqual([{ at: 1015, changed: ["a"] }]);
});

test("changes close together are taken together, and looked at once more", async () => {
  const { loop, works } = startLoop();
  void loop.run();
  await vi.advanceTimersByTimeAsync(1000);
  works.length = 0;
  for (const path of ["a", "b", "a"]) {
    loop.note(path);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(works).toEqual([
    { at: 1035, changed: ["a", "b"] },
    { at: 1156, changed: ["a", "b"] },
  ]);
});

test("changes without end are taken in between", async () => {
  const { loop, works } = startLoop();
  void loop.run();
  await vi.advanceTimersByTimeAsync(1000);
  works.length = 0;
  for (let index = 0; index < 100; index += 1) {
    loop.note(`${index}`);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(works.map(({ at }) => at)).toEqual([1250, 1500, 1750, 2000]);
});

test("what changes while it works is taken afterwards", async () => {
  const { loop, works } = startLoop(100);
  void loop.run();
  await vi.advanceTimersByTimeAsync(1000);
  works.length = 0;
  loop.note("a");
  await vi.advanceTimersByTimeAsync(20);
  loop.note("b");
  await vi.advanceTimersByTimeAsync(5000);
  expect(works.map(({ at }) => at)).toEqual([1015, 1130, 1350]);
  expect(works.at(-1)?.changed).toEqual(["b"]);
});

test("stopping waits for the work at hand, and begins no more", async () => {
  const { loop, works } = startLoop(100);
  void loop.run();
  await vi.advanceTimersByTimeAsync(20);
  loop.note("a");
  let isStopped = false;
  const stopping = loop.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(50);
  expect(isStopped).toBe(false);
  await vi.advanceTimersByTimeAsync(50);
  await stopping;
  loop.note("b");
  await vi.advanceTimersByTimeAsync(5000);
  expect(works).toHaveLength(1);
});

test("what the work throws ends it", async () => {
  const { loop } = startLoop(0, true);
  const running = expect(loop.run()).rejects.toThrow("broken");
  await vi.advanceTimersByTimeAsync(50);
  await running;
});
