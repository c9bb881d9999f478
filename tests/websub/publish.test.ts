import { describe, expect, test } from "vitest";
import type { Limits } from "../../src/websub/limits.ts";
import { publish } from "../../src/websub/publish.ts";
import { publishAll } from "../../src/websub/publish-all.ts";
import { serve } from "../support/feed-server.ts";
import { type Reply, readBody, respondWith } from "../support/hub.ts";

const limits: Limits = {
  tries: 4,
  request: 500,
  pause: 20,
  longestPause: 100,
  total: 5000,
  jobs: 2,
};

const topic = "https://example.com/a b?c=d&e=ö#f";
const forever = new AbortController().signal;

/** A hub that gives answers one after another, the last for ever. */
async function startAnswering(...replies: readonly Reply[]) {
  const asked: { readonly at: number; readonly body: string; readonly method: string }[] = [];
  const hub = await serve(
    respondWith(async (request) => {
      const { method = "" } = request;
      asked.push({ at: performance.now(), method, body: await readBody(request) });
      return replies[Math.min(asked.length, replies.length) - 1] ?? [500, ""];
    }),
  );
  return { hub, asked };
}

test("says what changed, in the form's encoding", async () => {
  const { hub, asked } = await startAnswering([204, ""]);
  const told = await publish({ hub, topic }, limits, forever);
  expect(told).toEqual({ hub, topic, isTold: true, tries: 1, reason: undefined });
  const form = [...new URLSearchParams(asked[0]?.body)];
  expect([asked[0]?.method, form]).toEqual([
    "POST",
    [
      ["hub.mode", "publish"],
      ["hub.url", topic],
    ],
  ]);
});

test.each([200, 202, 204])("%i is told", async (status) => {
  const { hub } = await startAnswering([status, ""]);
  expect((await publish({ hub, topic }, limits, forever)).isTold).toBe(true);
});

test.each([400, 401, 403, 404, 405, 410, 301, 302, 303, 304])("%i is final", async (status) => {
  const { hub, asked } = await startAnswering([status, "", { Location: "/elsewhere" }]);
  const { isTold, tries, reason } = await publish({ hub, topic }, limits, forever);
  expect([isTold, tries, asked.length]).toEqual([false, 1, 1]);
  expect(reason).toMatch(`answers ${status}`);
});

test.each([408, 425, 429, 500, 502, 503])("after %i it is tried again", async (status) => {
  const { hub, asked } = await startAnswering([status, "busy"], [status, "busy"], [204, ""]);
  const { isTold, tries } = await publish({ hub, topic }, limits, forever);
  expect([isTold, tries]).toEqual([true, 3]);
  const pauses = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
  expect(pauses[0]).toBeGreaterThanOrEqual(limits.pause - 2);
  expect(pauses[1]).toBeGreaterThanOrEqual(2 * limits.pause - 2);
});

test("so many times, and no more", async () => {
  const { hub, asked } = await startAnswering([503, "  come\n back\u0000 later  "]);
  expect(await publish({ hub, topic }, limits, forever)).toEqual({
    hub,
    topic,
    isTold: false,
    tries: 4,
    reason: "answers 503 Service Unavailable (come back later)",
  });
  expect(asked).toHaveLength(4);
});

test.each([
  ["1", 100, 1000],
  ["0", 20, 95],
  ["99999999", 20, 95],
  ["Wed, 21 Oct 2099 07:28:00 GMT", 20, 95],
])("`Retry-After: %s` is waited for, within limits", async (value, least, most) => {
  const { hub, asked } = await startAnswering([503, "", { "Retry-After": value }], [204, ""]);
  await publish({ hub, topic }, limits, forever);
  const pause = (asked[1]?.at ?? 0) - (asked[0]?.at ?? 0);
  expect(pause).toBeGreaterThanOrEqual(least - 2);
  expect(pause).toBeLessThan(most);
});

describe("redirects", () => {
  test.each([307, 308])("%i keeps what is said", async (status) => {
    const { hub, asked } = await startAnswering([204, ""]);
    const first = await startAnswering([status, "", { Location: `${hub}/other` }]);
    expect((await publish({ hub: first.hub, topic }, limits, forever)).isTold).toBe(true);
    expect(asked[0]).toMatchObject({ method: "POST", body: first.asked[0]?.body });
  });

  test.each([
    ["/again", "redirects more than 3 times"],
    ["file:///etc/passwd", "redirects to `file:///etc/passwd`"],
    ["ftp://example.com/", "redirects to `ftp://example.com/`"],
    ["http://", "redirects to `http://`"],
  ])("to %s are refused", async (location, reason) => {
    const { hub } = await startAnswering([307, "", { Location: location }]);
    const failed = await publish({ hub, topic }, limits, forever);
    expect([failed.isTold, failed.reason]).toEqual([false, reason]);
  });
});

test("who says nothing is given up on", async () => {
  const hub = await serve(() => undefined);
  const failed = await publish({ hub, topic }, { ...limits, request: 50, tries: 2 }, forever);
  expect(failed).toMatchObject({ tries: 2, reason: "does not answer within 0.05 seconds" });
});

test("who says too much is not listened to", async () => {
  const hub = await serve((_, response) => {
    response.writeHead(400);
    const talk = setInterval(() => response.write("no ".repeat(100)), 5);
    response.on("close", () => clearInterval(talk));
  });
  const { reason = "" } = await publish({ hub, topic }, limits, forever);
  expect(reason).toMatch(/^answers 400 Bad Request \((?:no )+no\)$/);
  expect(reason.length).toBeLessThan(160);
});

test("who is not there is tried again", async () => {
  const { reason, tries } = await publish({ hub: "http://127.0.0.1:9/", topic }, limits, forever);
  expect(reason).toMatch(/^cannot be reached \(.+\)$/);
  expect(tries === 4 || reason?.includes("bad port")).toBe(true);
});

test("all of it ends in time, in the order in which it was asked for", async () => {
  const slow = await serve(() => undefined);
  const { hub } = await startAnswering([204, ""]);
  const notices = [slow, hub, slow, hub].map((one) => ({ hub: one, topic }));
  const start = performance.now();
  const done = await publishAll(notices, { ...limits, request: 10_000, total: 300 });
  expect(performance.now() - start).toBeLessThan(2000);
  expect(done.map((one) => one.hub)).toEqual(notices.map((one) => one.hub));
  expect(done[0]?.isTold).toBe(false);
  expect(done).toHaveLength(4);
});
