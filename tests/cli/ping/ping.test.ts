import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serve } from "../../support/feed-server.ts";
import { readBody, respondWith, sign, startHub } from "../../support/hub.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../../support/temporary-folder.ts";

function article(title: string): string {
  return `---\ntitle: ${title}\ndate: 2024-07-31\n---\n\nText.\n`;
}

/** A folder with a site that names hubs, built; its feeds are served where it says they are. */
async function makeSite(...hubs: readonly string[]) {
  const folder = await makeFolder({ "content/a.md": article("First") });
  const types = { xml: "application/rss+xml", json: "application/feed+json" };
  const origin = await serve(
    respondWith(async ({ url = "" }) => {
      const type = url.endsWith(".json") ? types.json : types.xml;
      return [200, await readFile(join(folder, "dist", url), "utf8"), { "Content-Type": type }];
    }),
  );
  const config = { site: { url: `${origin}/`, title: "Example" }, feed: { hubs } };
  await addFiles(folder, { "feedwright.config.json": JSON.stringify(config) });
  expect((await runIn(folder, ["build"])).code).toBe(0);
  const topics = ["rss.xml", "atom.xml", "feed.json"].map((path) => `${origin}/${path}`);
  return { folder, origin, topics };
}

async function edit(folder: string, title: string): Promise<void> {
  await writeFile(join(folder, "content/a.md"), article(title));
  expect((await runIn(folder, ["build"])).code).toBe(0);
}

test("tells each hub each feed that has changed since it was told", async () => {
  const hub = await startHub();
  const { folder, topics } = await makeSite(hub.url);
  const first = await runIn(folder, ["ping"]);
  expect([first.code, first.stderr]).toEqual([
    0,
    topics.map((topic) => `told  ${topic}  ${hub.url}\n`).join(""),
  ]);
  expect(hub.told().toSorted()).toEqual(topics.toSorted());

  const second = await runIn(folder, ["ping"]);
  expect([second.code, second.stderr]).toEqual([
    0,
    "feedwright: no feed has changed since the hubs were told\n",
  ]);
  expect(hub.told()).toEqual([]);

  await edit(folder, "Edited");
  expect((await runIn(folder, ["ping"])).code).toBe(0);
  expect(hub.told().toSorted()).toEqual(topics.toSorted());
});

test("a feed that is the same is not told", async () => {
  const hub = await startHub();
  const { folder, origin } = await makeSite(hub.url);
  await runIn(folder, ["ping"]);
  hub.told();
  const feed = join(folder, "dist/atom.xml");
  await writeFile(feed, (await readFile(feed, "utf8")).replace("First", "Other"));
  await runIn(folder, ["ping"]);
  expect(hub.told()).toEqual([`${origin}/atom.xml`]);
});

test("a subscriber whose intent was verified hears of an edit; nobody else does", async () => {
  const hub = await startHub();
  const { folder, topics } = await makeSite(hub.url);
  const [topic = ""] = topics;
  const feed = await (await fetch(topic)).text();
  expect(feed).toContain(`<atom:link href="${hub.url}" rel="hub" />`);
  expect(feed).toContain(`<atom:link href="${topic}" rel="self" type="application/rss+xml" />`);

  const deliveries: { body: string; type: string; link: string; signature: string }[] = [];
  const listen = async (isWilling: boolean) =>
    await serve(
      respondWith(async (request) => {
        const query = new URL(`http://a${request.url}`).searchParams;
        if (request.method === "GET") {
          const isOurs = isWilling && query.get("hub.topic") === topic;
          return isOurs ? [200, query.get("hub.challenge") ?? ""] : [404, "I did not ask"];
        }
        const body = await readBody(request);
        const {
          "content-type": type = "",
          link = "",
          "x-hub-signature": signature,
        } = request.headers;
        deliveries.push({ body, type, link: String(link), signature: String(signature) });
        return [200, ""];
      }),
    );
  for (const isWilling of [true, false]) {
    const response = await fetch(hub.url, {
      method: "POST",
      body: new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.topic": topic,
        "hub.callback": `${await listen(isWilling)}/callback?id=1`,
        "hub.secret": "a secret",
      }),
    });
    expect(response.status).toBe(202);
  }
  await hub.settled();

  await edit(folder, "Edited");
  expect((await runIn(folder, ["ping"])).code).toBe(0);
  await hub.settled();
  expect(deliveries).toHaveLength(1);
  const { body, type, link, signature } = deliveries[0] ?? expect.unreachable();
  expect(body).toBe(await readFile(join(folder, "dist/rss.xml"), "utf8"));
  expect(body).toContain("Edited");
  expect(type).toBe("application/rss+xml");
  expect(link).toBe(`<${hub.url}>; rel="hub", <${topic}>; rel="self"`);
  expect(signature).toBe(`sha256=${sign(Buffer.from(body), "a secret")}`);
});

test("--dry-run tells nobody, and keeps nothing", async () => {
  const hub = await startHub();
  const { folder, topics } = await makeSite(hub.url);
  for (const _ of [1, 2]) {
    const { code, stderr } = await runIn(folder, ["ping", "--dry-run"]);
    expect([code, stderr]).toEqual([
      0,
      topics.map((topic) => `would-tell  ${topic}  ${hub.url}\n`).join(""),
    ]);
  }
  expect(hub.told()).toEqual([]);
});

test("without a cache every feed is told every time", async () => {
  const hub = await startHub();
  const { folder } = await makeSite(hub.url);
  for (const _ of [1, 2]) {
    expect((await runIn(folder, ["ping", "--no-cache"])).code).toBe(0);
    expect(hub.told()).toHaveLength(3);
  }
});

test("a damaged memory is told, and every feed", async () => {
  const hub = await startHub();
  const { folder } = await makeSite(hub.url);
  await runIn(folder, ["ping", "--cache", "cache"]);
  hub.told();
  const [store = ""] = execFileSync("find", [join(folder, "cache"), "-name", "pings"], {
    encoding: "utf8",
  }).split("\n");
  await writeFile(store, "feedwright pings x\n{}");
  const { code, stderr } = await runIn(folder, ["ping", "--cache", "cache"]);
  expect([code, hub.told().length]).toEqual([0, 3]);
  expect(stderr).toMatch(
    /^feedwright: warning: Expected a readable cache \(.*\); every feed is told\n/,
  );
});

test("a hub that refuses is an error; the others are told, and it is told again", async () => {
  const hub = await startHub();
  let status = 403;
  const strict = await serve(respondWith(async () => [status, "hub.url\nis not\u0007 allowed"]));
  const { folder, topics } = await makeSite(strict, hub.url);
  const { code, stderr } = await runIn(folder, ["ping", "--quiet"]);
  expect(code).toBe(1);
  expect(stderr).toBe(
    topics
      .map(
        (topic) =>
          `feedwright: Expected a hub that can be told of ${topic}: ${strict}/ answers 403 Forbidden (hub.url is not allowed)\n`,
      )
      .join(""),
  );
  expect(hub.told()).toHaveLength(3);
  status = 204;
  const again = await runIn(folder, ["ping", "--reporter", "json"]);
  expect([again.code, hub.told()]).toEqual([0, []]);
  const ping = { tries: 1, reason: null };
  expect(JSON.parse(again.stdout)).toEqual({
    version: 1,
    ok: true,
    pings: [
      ...topics.map((topic) => ({ hub: `${strict}/`, topic, status: "told", ...ping })),
      ...topics.map((topic) => ({ hub: hub.url, topic, status: "unchanged", ...ping, tries: 0 })),
    ],
  });
});

test("--since tells what is other than a commit has it", async () => {
  const hub = await startHub();
  const { folder, origin } = await makeSite(hub.url);
  const git = (...args: readonly string[]) => {
    const who = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...who, ...args], { cwd: folder });
  };
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "First");
  expect((await runIn(folder, ["ping", "--since", "HEAD"])).stderr).toBe(
    "feedwright: no feed has changed since the hubs were told\n",
  );
  const feed = join(folder, "dist/feed.json");
  await writeFile(feed, (await readFile(feed, "utf8")).replace("First", "Other"));
  expect((await runIn(folder, ["ping", "--since", "HEAD"])).code).toBe(0);
  expect(hub.told()).toEqual([`${origin}/feed.json`]);
  // What was not told then is not taken for told.
  expect((await runIn(folder, ["ping"])).code).toBe(0);
  expect(hub.told().toSorted()).toEqual([`${origin}/atom.xml`, `${origin}/rss.xml`]);
  const { code, stderr } = await runIn(folder, ["ping", "--since", "nowhere"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^feedwright: Expected a feed file, an address, or a revision that git knows here, not `nowhere`/,
  );
});

test("what is wrong with the site is exit 2", async () => {
  const { folder } = await makeSite();
  const none = await runIn(folder, ["ping"]);
  expect([none.code, none.stderr]).toEqual([
    2,
    "feedwright: Expected hubs to tell: name them in `feed.hubs` of the config\n",
  ]);
  const secret = await makeSite("https://a:b@hub.example/");
  expect((await runIn(secret.folder, ["ping"])).stderr).toBe(
    "feedwright: Expected hubs without user name and password in `feed.hubs`\n",
  );
  const unbuilt = await makeSite("https://hub.example/");
  await rm(join(unbuilt.folder, "dist/rss.xml"));
  const missing = await runIn(unbuilt.folder, ["ping"]);
  expect([missing.code, missing.stderr]).toEqual([
    2,
    "feedwright: Expected the feed `dist/rss.xml` that was deployed (ENOENT); run `feedwright build` first\n",
  ]);
  const invalid = await makeSite("https://hub.example/");
  await addFiles(invalid.folder, { "content/b.md": "---\ndate: x\n---\n" });
  expect((await runIn(invalid.folder, ["ping"])).stderr).toBe(
    "feedwright: Expected valid articles: `feedwright check` tells what is wrong\n",
  );
});

test.each([
  [
    ["--reporter", "sarif"],
    "Expected `text`, `json` or `github`, not `sarif` for `--reporter` of `ping`",
  ],
  [["--port", "1"], "Expected a flag of `ping`, not `--port`, which `serve` takes"],
])("%s is refused", async (flags, message) => {
  const { folder } = await makeSite();
  const { code, stderr } = await runIn(folder, ["ping", ...flags]);
  expect([code, stderr]).toEqual([2, `feedwright: ${message}\n`]);
});

test("the cache of a build stays as it is", async () => {
  const hub = await startHub();
  const { folder } = await makeSite(hub.url);
  await runIn(folder, ["ping"]);
  const { stdout } = await runIn(folder, ["build", "--reporter", "json"]);
  expect(JSON.parse(stdout).cache).toEqual({ hits: 1, misses: 0 });
});
