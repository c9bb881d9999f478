import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createHandler } from "../../../src/cli/serve/create-handler.ts";
import { createLiveReload } from "../../../src/cli/serve/live-reload.ts";
import type { Served } from "../../../src/cli/serve/served.ts";
import { serve } from "../../support/feed-server.ts";
import { ask } from "../../support/request.ts";
import { addFiles, type Files, makeFolder } from "../../support/temporary-folder.ts";

const long = `<rss>${"0123456789".repeat(1000)}</rss>`;

const files = {
  "rss.xml": long,
  "news/atom": "<feed/>",
  "feed.json": "{}",
  "feeds.opml": "<opml/>",
  "feed.css": "p {}",
  "picture.png": "png",
  "notes.txt": "text",
  "unknown.xyz": "bytes",
  "사진/index.html": "<p>사진",
  ".hidden": "hidden",
  "page.html": "<!doctype html><title>A</title><body><p>Ours</p></body>",
  "other.html": "<p>Not ours",
};

const served: Served["files"] = new Map([
  ["rss.xml", "rss"],
  ["news/atom", "atom"],
  ["feed.json", "json"],
  ["page.html", null],
]);

async function start(
  more: Partial<Pick<Served, "files" | "hasStyle">> & {
    readonly host?: string;
    readonly on?: Files;
  } = {},
) {
  const root = await makeFolder();
  const out = join(root, "out");
  await addFiles(out, more.on ?? files);
  const source = {
    served: () => ({ out, files: more.files ?? served, hasStyle: more.hasStyle ?? false }),
    reload: createLiveReload(),
  };
  const origin = await serve(createHandler({ ...source, host: more.host ?? "127.0.0.1" }));
  return { root, out, origin, ...source };
}

test.each([
  ["/rss.xml", "application/rss+xml; charset=utf-8"],
  ["/news/atom", "application/atom+xml; charset=utf-8"],
  ["/feed.json", "application/feed+json; charset=utf-8"],
  ["/feeds.opml", "text/x-opml; charset=utf-8"],
  ["/feed.css", "text/css; charset=utf-8"],
  ["/picture.png", "image/png"],
  ["/notes.txt", "text/plain; charset=utf-8"],
  ["/unknown.xyz", "application/octet-stream"],
  ["/%EC%82%AC%EC%A7%84/", "text/html; charset=utf-8"],
  ["/feed.json?utm=1", "application/feed+json; charset=utf-8"],
])("%s is %s", async (path, type) => {
  const { origin } = await start();
  const { status, headers } = await ask(origin, path);
  expect([status, headers["content-type"], headers["x-content-type-options"]]).toEqual([
    200,
    type,
    "nosniff",
  ]);
});

test.each([
  ["/rss.xml", "application/xml; charset=utf-8"],
  ["/news/atom", "application/xml; charset=utf-8"],
  ["/feed.json", "application/feed+json; charset=utf-8"],
])("%s is %s, so that a browser shows its style", async (path, type) => {
  const { origin } = await start({ hasStyle: true });
  expect((await ask(origin, path)).headers["content-type"]).toBe(type);
});

describe("what has not changed is not sent again", () => {
  test("by its ETag, strong or weak, in a list, or any", async () => {
    const { origin } = await start();
    const { headers } = await ask(origin, "/rss.xml");
    const etag = String(headers.etag);
    for (const value of [etag, `"a", ${etag}`, etag.replace("W/", ""), "*"]) {
      const again = await ask(origin, "/rss.xml", { headers: { "If-None-Match": value } });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
      expect(again.headers["content-type"]).toBeUndefined();
      expect(again.headers["cache-control"]).toBe("no-cache");
    }
    const other = await ask(origin, "/rss.xml", { headers: { "If-None-Match": '"b"' } });
    expect([other.status, String(other.body)]).toEqual([200, long]);
  });

  test("by its date", async () => {
    const { origin } = await start();
    const since = String((await ask(origin, "/rss.xml")).headers["last-modified"]);
    const again = await ask(origin, "/rss.xml", { headers: { "If-Modified-Since": since } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const before = new Date(Date.parse(since) - 2000).toUTCString();
    const older = await ask(origin, "/rss.xml", { headers: { "If-Modified-Since": before } });
    expect(older.status).toBe(200);
  });

  test("what has changed is", async () => {
    const { origin, out } = await start();
    const { headers } = await ask(origin, "/rss.xml");
    await writeFile(join(out, "new"), "<rss>new</rss>");
    await rename(join(out, "new"), join(out, "rss.xml"));
    const again = await ask(origin, "/rss.xml", {
      headers: { "If-None-Match": String(headers.etag) },
    });
    expect([again.status, String(again.body)]).toEqual([200, "<rss>new</rss>"]);
  });
});

test("what is replaced while it is asked for arrives whole, the old or the new", async () => {
  const { origin, out } = await start();
  const texts = [1, 3000, 70_000].map((length) => `<${"x".repeat(length)}>`);
  let isOver = false;
  const replacing = (async () => {
    for (let index = 0; !isOver; index += 1) {
      await writeFile(join(out, "new"), texts[index % texts.length] ?? "");
      await rename(join(out, "new"), join(out, "rss.xml"));
    }
  })();
  const bodies: string[] = [];
  for (let index = 0; index < 300; index += 1) {
    const { status, body } = await ask(origin, "/rss.xml");
    if (status === 200) bodies.push(String(body));
  }
  isOver = true;
  await replacing;
  expect(bodies.length).toBeGreaterThan(200);
  expect(bodies.filter((body) => body !== long && !texts.includes(body))).toEqual([]);
});

test.each([
  ["bytes=0-4", 206, "<rss>", `bytes 0-4/${long.length}`],
  ["bytes=0-4999", 206, long.slice(0, 5000), `bytes 0-4999/${long.length}`],
  ["bytes=-6", 206, "</rss>", `bytes ${long.length - 6}-${long.length - 1}/${long.length}`],
  [`bytes=${long.length}-`, 416, undefined, `bytes */${long.length}`],
])("a part: %s", async (range, status, body, place) => {
  const { origin } = await start();
  const headers = { Range: range, "Accept-Encoding": "gzip" };
  const answered = await ask(origin, "/rss.xml", { headers });
  expect(answered.status).toBe(status);
  if (body !== undefined) {
    expect([String(answered.body), answered.headers["content-range"]]).toEqual([body, place]);
  }
  expect(answered.headers["content-encoding"]).toBeUndefined();
});

test("HEAD tells what GET would, without it", async () => {
  const { origin } = await start();
  for (const path of ["/rss.xml", "/page.html", "/none.xml", "/"]) {
    const head = await ask(origin, path, { method: "HEAD" });
    const get = await ask(origin, path);
    expect([head.status, head.body.length]).toEqual([get.status, 0]);
    for (const name of ["content-type", "content-length", "etag", "vary"]) {
      expect(head.headers[name], `${path} ${name}`).toBe(get.headers[name]);
    }
  }
});

test.each([
  ["gzip", "gzip"],
  ["gzip, deflate, br", "br"],
  ["br;q=0, gzip", "gzip"],
  ["identity", undefined],
  ["identity;q=1, gzip;q=0.5", undefined],
  ["zstd", undefined],
  ["", undefined],
])("accepting `%s` gives %s", async (accepted, coding) => {
  const { origin } = await start();
  const answered = await ask(origin, "/rss.xml", { headers: { "Accept-Encoding": accepted } });
  expect(answered.headers["content-encoding"]).toBe(coding);
  expect(answered.headers.vary).toBe("Accept-Encoding");
  const decode =
    { gzip: gunzipSync, br: brotliDecompressSync }[coding ?? ""] ?? ((body: Buffer) => body);
  expect(String(decode(answered.body))).toBe(long);
  if (coding) expect(answered.body.length).toBeLessThan(500);
});

test.each(["/picture.png", "/feed.json"])("%s is not worth compressing", async (path) => {
  const { origin } = await start();
  const { headers } = await ask(origin, path, { headers: { "Accept-Encoding": "gzip" } });
  expect(headers["content-encoding"]).toBeUndefined();
});

describe("nothing outside the folder is served", () => {
  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%2fsecret.txt",
    "/news/../../secret.txt",
    "/news/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "//../secret.txt",
    "/%252e%252e/secret.txt",
    "/../out-beside/secret.txt",
    "/link.txt",
    "/links/secret.txt",
    "/round",
    "/.hidden",
    "/%2ehidden",
    "/rss.xml%00.txt",
    "/%",
    "http://127.0.0.1/../secret.txt",
  ])("%s", async (path) => {
    const { origin, root, out } = await start();
    await addFiles(root, { "secret.txt": "secret", "out-beside/secret.txt": "secret" });
    await symlink(join(root, "secret.txt"), join(out, "link.txt"));
    await symlink(root, join(out, "links"));
    await symlink(join(out, "round"), join(out, "round"));
    const { status, body } = await ask(origin, path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(String(body)).not.toContain("secret");
    expect(String(body)).not.toContain("hidden");
  });

  test("links within it are followed, its own too", async () => {
    const { root, out } = await start();
    await symlink(join(out, "rss.xml"), join(out, "feed"));
    await symlink(out, join(root, "linked"));
    const source = {
      served: () => ({ out: join(root, "linked"), files: served, hasStyle: false }),
    };
    const origin = await serve(
      createHandler({ ...source, reload: createLiveReload(), host: "127.0.0.1" }),
    );
    expect(String((await ask(origin, "/feed")).body)).toBe(long);
  });
});

test("a folder leads to its page, on this server alone", async () => {
  const { origin, out } = await start();
  await mkdir(join(out, "evil.example"));
  const folder = await ask(origin, "/%EC%82%AC%EC%A7%84");
  expect([folder.status, folder.headers.location]).toEqual([301, "/%EC%82%AC%EC%A7%84/"]);
  for (const path of ["//evil.example", "/.//evil.example", "/\\evil.example"]) {
    const { status, headers } = await ask(origin, path);
    expect([status, headers.location]).toEqual([301, "/evil.example/"]);
  }
});

test("the root leads to our page, or tells what there is", async () => {
  const { origin } = await start();
  const { status, headers } = await ask(origin, "/");
  expect([status, headers.location]).toEqual([302, "/page.html"]);
  const bare = await start({ files: new Map([["a b/rss.xml", "rss"]]), on: {} });
  const { status: missing, body } = await ask(bare.origin, "/");
  expect([missing, String(body)]).toEqual([
    404,
    "Expected a file of the output folder\n/a%20b/rss.xml\n",
  ]);
  const own = await start({ on: { "index.html": "mine" } });
  expect(String((await ask(own.origin, "/")).body)).toBe("mine");
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is refused", async (method) => {
  const { origin } = await start();
  const { status, headers } = await ask(origin, "/rss.xml", { method });
  expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
});

test("a folder that is not there yet has no files", async () => {
  const gone = { served: () => ({ out: "/nowhere/at/all", files: served, hasStyle: false }) };
  const origin = await serve(
    createHandler({ ...gone, reload: createLiveReload(), host: "127.0.0.1" }),
  );
  expect((await ask(origin, "/rss.xml")).status).toBe(404);
});

describe("a name that is not this machine's", () => {
  test.each([
    ["evil.example", "127.0.0.1", 403],
    ["evil.example:4747", "localhost", 403],
    ["localhost.evil.example", "::1", 403],
    ["a b", "127.0.0.1", 403],
    ["localhost:4747", "127.0.0.1", 200],
    ["feeds.localhost", "127.0.0.1", 200],
    ["127.0.0.1:1", "127.0.0.1", 200],
    ["[::1]:4747", "::1", 200],
    ["my-machine.local", "0.0.0.0", 200],
  ])("`%s` where %s listens gives %i", async (name, host, status) => {
    const { origin } = await start({ host });
    expect((await ask(origin, "/feed.json", { headers: { Host: name } })).status).toBe(status);
    const events = { headers: { Host: name } };
    if (status === 403) expect((await ask(origin, "/.feedwright/events", events)).status).toBe(403);
  });
});

describe("our page", () => {
  test("has the script in the answer, not in the file, whatever part is asked for", async () => {
    const { origin } = await start();
    for (const headers of [{}, { Range: "bytes=0-3" }]) {
      const { status, body, headers: said } = await ask(origin, "/page.html", { headers });
      expect([status, String(body)]).toEqual([
        200,
        '<!doctype html><title>A</title><body><p>Ours</p><script type="module" src="/.feedwright/reload.js"></script></body>',
      ]);
      expect([said["accept-ranges"], said["content-range"]]).toEqual([undefined, undefined]);
      expect(said["content-length"]).toBe(String(body.length));
      const etag = { "If-None-Match": String(said.etag) };
      expect((await ask(origin, "/page.html", { headers: etag })).status).toBe(304);
    }
    const script = await ask(origin, "/.feedwright/reload.js");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(String(script.body)).toContain("/.feedwright/events");
  });

  test("is the only one that has", async () => {
    const { origin } = await start();
    expect(String((await ask(origin, "/other.html")).body)).toBe("<p>Not ours");
  });

  test("hears when to load itself again", async () => {
    const { origin, reload } = await start();
    const response = await fetch(`${origin}/.feedwright/events`);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    reload.reload();
    let heard = "";
    for await (const chunk of response.body ?? []) {
      heard += new TextDecoder().decode(chunk);
      if (heard.includes("reload")) break;
    }
    expect(heard).toBe("retry: 500\n\nevent: reload\ndata:\n\n");
  });

  test("cannot be open without end", async () => {
    const { origin } = await start();
    const pages = Array.from({ length: 101 }, () => fetch(`${origin}/.feedwright/events`));
    const statuses = (await Promise.all(pages)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
  });
});
