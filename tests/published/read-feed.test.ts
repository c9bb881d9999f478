import { execFile } from "node:child_process";
import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import type { Limits } from "../../src/published/limits.ts";
import { readFeed } from "../../src/published/read-feed.ts";
import { serve, serveTexts } from "../support/feed-server.ts";
import { rssItem, rssText } from "../support/published.ts";
import { commitAll } from "../support/repository.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const feed = rssText(rssItem("one"));

async function idsOf(place: string, cwd = "/", limits: Partial<Limits> = {}) {
  return (await readFeed(place, { cwd, limits })).items.map(({ id }) => id);
}

/** What is said of a place where there is no feed. */
async function complaint(place: string, cwd = "/", limits: Partial<Limits> = {}) {
  const error: unknown = await readFeed(place, { cwd, limits }).catch((cause: unknown) => cause);
  if (error instanceof UsageError) return error.message;
  throw error;
}

test.each([
  { what: "a file", files: { "feed.xml": feed } },
  { what: "a file with a byte order mark", files: { "feed.xml": `\uFEFF${feed}` } },
  {
    what: "UTF-16",
    files: { "feed.xml": Buffer.from(`\uFEFF${rssText(rssItem("one"))}`, "utf16le") },
  },
])("reads $what", async ({ files }) => {
  expect(await idsOf("feed.xml", await makeFolder(files))).toEqual(["one"]);
});

test("reads the encoding that a document declares", async () => {
  const text = rssText(rssItem("é")).replace("?>", ' encoding="ISO-8859-1"?>');
  const folder = await makeFolder({ "feed.xml": Buffer.from(text, "latin1") });
  expect(await idsOf("feed.xml", folder)).toEqual(["é"]);
});

test.each([
  { what: "nothing", content: "", message: "Expected a feed, not an empty file: `feed`" },
  { what: "white space", content: " \n", message: "Expected a feed, not an empty file: `feed`" },
  {
    what: "a compressed file",
    content: gzipSync(feed),
    message: "Expected a feed, not a compressed file: `feed`; unpack it first",
  },
  {
    what: "a picture",
    content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    message: "Expected a feed, not binary data: `feed`",
  },
  {
    what: "an unknown encoding",
    content: feed.replace("?>", ' encoding="klingon"?>'),
    message: "Expected a known encoding, not `klingon`: `feed`",
  },
])("refuses $what in a file", async ({ content, message }) => {
  expect(await complaint("feed", await makeFolder({ feed: content }))).toBe(message);
});

test("refuses what is no file", async () => {
  const folder = await makeFolder();
  await promisify(execFile)("mkfifo", [join(folder, "pipe")]);
  expect(await complaint("", folder)).toBe("Expected a feed, not an empty name");
  expect(await complaint("none.xml", folder)).toBe(
    "Expected a feed in a file that can be read: `none.xml` (there is none)",
  );
  for (const name of [".", "pipe"]) {
    expect(await complaint(name, folder)).toBe(
      `Expected a feed, not a folder or a device: \`${name}\``,
    );
  }
});

test("refuses a huge file without reading it", async () => {
  const folder = await makeFolder({ "feed.xml": feed });
  await truncate(join(folder, "feed.xml"), 200 * 1024 * 1024);
  const start = performance.now();
  expect(await complaint("feed.xml", folder)).toBe(
    "Expected a feed of at most 64 MB, not a larger one: `feed.xml`",
  );
  expect(performance.now() - start).toBeLessThan(500);
});

test("reads a file as a commit has it", async () => {
  const folder = await makeFolder({ "out/feed.xml": feed, "a:b.xml": rssText(rssItem("colon")) });
  await commitAll(folder, "2024-01-01T00:00:00Z");
  await addFiles(folder, { "out/feed.xml": rssText(rssItem("two")) });
  expect(await idsOf("HEAD:out/feed.xml", folder)).toEqual(["one"]);
  expect(await idsOf("HEAD:./feed.xml", join(folder, "out"))).toEqual(["one"]);
  expect(await idsOf("a:b.xml", folder)).toEqual(["colon"]);
  expect(await complaint("HEAD:none.xml", folder)).toBe(
    "Expected a feed that `HEAD` has, not `HEAD:none.xml`",
  );
  expect(await complaint("HEAD:out", folder)).toBe(
    "Expected a feed that `HEAD` has, not `HEAD:out`",
  );
  expect(await complaint("HEAD:out/feed.xml", folder, { bytes: 10 })).toBe(
    "Expected a feed of at most 0 MB, not a larger one: `HEAD:out/feed.xml`",
  );
  expect(await complaint("none:out/feed.xml", folder)).toContain("`fetch-depth: 0`");
});

test.each(["--output=stolen:feed.xml", "-p:feed.xml"])(
  "takes %j for no option of git",
  async (place) => {
    const folder = await makeFolder({ "feed.xml": feed });
    await commitAll(folder, "2024-01-01T00:00:00Z");
    expect(await complaint(place, folder)).toMatch(/^Expected a revision, not `-/);
  },
);

test("a drive is no revision", async () => {
  expect(await complaint("C:\\feed.xml")).toContain("in a file that can be read");
});

test("reads all pages that a feed names, each entry once", async () => {
  const link = (to: string) => `<atom:link rel="next" href="${to}"/>`;
  const origin = await serveTexts({
    "/1": rssText(rssItem("one") + rssItem("two"), link("/2")),
    "/2": rssText(rssItem("two") + rssItem("three"), link("{{origin}}/3")),
    "/3": rssText(rssItem("four"), link("/1")),
  });
  expect(await idsOf(`${origin}/1`)).toEqual(["one", "two", "three", "four"]);
  expect(await readFeed(`${origin}/1`, { cwd: "/" })).not.toHaveProperty("next", expect.anything());
  const short = await readFeed(`${origin}/1`, { cwd: "/", limits: { pages: 2 } });
  expect(short).toMatchObject({ items: { length: 3 }, next: `${origin}/3` });
});

test("does not follow pages to another host, or from a file", async () => {
  const elsewhere = await serveTexts({ "/2": rssText(rssItem("two")) });
  const text = rssText(rssItem("one"), `<atom:link rel="next" href="${elsewhere}/2"/>`);
  const origin = await serveTexts({ "/1": text });
  const folder = await makeFolder({ "feed.xml": text });
  for (const place of [`${origin}/1`, "feed.xml"]) {
    const read = await readFeed(place, { cwd: folder });
    expect(read).toMatchObject({ items: [{ id: "one" }], next: `${elsewhere}/2` });
  }
});

test("reads compressed answers, and what the server says of their letters", async () => {
  const origin = await serve((_, response) => {
    const headers = { "content-encoding": "gzip", "content-type": "text/xml; charset=iso-8859-1" };
    response.writeHead(200, headers).end(gzipSync(Buffer.from(rssText(rssItem("é")), "latin1")));
  });
  expect(await idsOf(origin)).toEqual(["é"]);
});

test("follows redirects, and resolves addresses from where they end", async () => {
  const item = "<item><link>post</link><title>t</title></item>";
  const origin = await serve(({ url }, response) => {
    if (url === "/new/feed") response.end(rssText(item));
    else response.writeHead(301, { location: "/new/feed" }).end();
  });
  const { items } = await readFeed(`${origin}/old`, { cwd: "/" });
  expect(items[0]?.url).toBe(`${origin}/new/post`);
});

test("follows five redirects, not six", async () => {
  const origin = await serve(({ url = "" }, response) => {
    const rest = Number(url.slice(1));
    if (rest === 0) response.end(feed);
    else response.writeHead(302, { location: `/${rest - 1}` }).end();
  });
  expect(await idsOf(`${origin}/5`)).toEqual(["one"]);
  expect(await complaint(`${origin}/6`)).toContain("Expected at most 5 redirects");
});

test.each([
  { what: "a missing page", status: 404, headers: {}, said: "not the answer `404 Not Found`" },
  {
    what: "an error",
    status: 500,
    headers: {},
    said: "not the answer `500 Internal Server Error`",
  },
  { what: "a redirect to nowhere", status: 302, headers: {}, said: "not the answer `302 Found`" },
  {
    what: "a redirect to a file",
    status: 302,
    headers: { location: "file:///etc/passwd" },
    said: "not `file:///etc/passwd`, to which `",
  },
])("refuses $what", async ({ status, headers, said }) => {
  const origin = await serve((_, response) => response.writeHead(status, headers).end());
  expect(await complaint(origin)).toContain(said);
});

test("says which feeds a web page names", async () => {
  const origin = await serveTexts({
    "/": `<!doctype html><link rel="alternate" type="application/atom+xml" href="/atom.xml">`,
  });
  expect(await complaint(`${origin}/`)).toBe(
    `Expected a feed, not a web page: \`${origin}/\`; its feeds are \`${origin}/atom.xml\``,
  );
});

test("says what an address may not have, and when nobody answers", async () => {
  expect(await complaint("https://ann:secret@example.com/")).toBe(
    "Expected an address without user name and password; download the feed first",
  );
  expect(await complaint("http://127.0.0.1:1/")).toMatch(
    /^Expected a feed that can be fetched: `http:\/\/127.0.0.1:1\/` \(.+\)$/,
  );
});

const quick = { total: 600, idle: 200 };

test("gives up on a server that says nothing, before and amid its answer", async () => {
  const silent = await serve(() => undefined);
  const stuck = await serve((_, response) => response.write(feed.slice(0, 50)));
  for (const origin of [silent, stuck]) {
    expect(await complaint(origin, "/", quick)).toBe(
      `Expected a feed within 0.6 seconds, not a server that says nothing for 0.2: \`${origin}\``,
    );
  }
});

test("gives up on a server that never ends", async () => {
  const origin = await serve((_, response) => {
    const timer = setInterval(() => response.write("<!-- -->"), 20);
    response.on("close", () => clearInterval(timer));
  });
  const start = performance.now();
  expect(await complaint(origin, "/", quick)).toBe(
    `Expected a feed within 0.6 seconds: \`${origin}\``,
  );
  expect(performance.now() - start).toBeLessThan(2500);
});

test("gives up on an answer that is too large, stated, endless or unpacked", async () => {
  const said = "Expected a feed of at most 1 MB, not a larger one";
  const stated = await serve((_, response) => {
    response.writeHead(200, { "content-length": 2 ** 30 }).write("<rss>");
  });
  const endless = await serve((_, response) => {
    const more = () => response.write("x".repeat(2 ** 16), () => setImmediate(more));
    more();
  });
  const bomb = await serve((_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(2 ** 24)));
  });
  for (const origin of [stated, endless, bomb]) {
    expect(await complaint(origin, "/", { bytes: 2 ** 20 })).toContain(said);
  }
});

test("counts all pages together", async () => {
  const origin = await serve(({ url = "" }, response) => {
    const next = Number(url.slice(1)) + 1;
    response.end(rssText(rssItem(`${next}`), `<atom:link rel="next" href="/${next}"/>`));
  });
  expect(await complaint(`${origin}/0`, "/", { bytes: 2000 })).toContain(
    "Expected a feed of at most",
  );
  expect(await idsOf(`${origin}/0`, "/", { pages: 3 })).toEqual(["1", "2", "3"]);
});
