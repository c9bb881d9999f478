import { readFileSync } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { startServing, until } from "../../support/serving.ts";
import { addFiles, makeFolder } from "../../support/temporary-folder.ts";

function article(title: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: 2024-07-31\n${more}---\n\nText of ${title}.\n`;
}

const site = { "content/a.md": article("First") };

async function titlesAt(url: string): Promise<readonly string[]> {
  const feed: { items: readonly { title: string }[] } = await (
    await fetch(`${url}feed.json`)
  ).json();
  return feed.items.map(({ title }) => title).toSorted();
}

async function untilTitles(url: string, titles: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(titles.toSorted());
  let last = "";
  await until(
    async () => {
      last = JSON.stringify(await titlesAt(url));
      return last === wanted;
    },
    () => `${wanted}, not ${last}`,
  );
}

test("builds, serves, builds again on every change, and ends well", async () => {
  const folder = await makeFolder(site);
  const serving = await startServing(folder);
  expect(await titlesAt(serving.url)).toEqual(["First"]);
  await addFiles(folder, { "content/deep/er/b.md": article("Second") });
  await untilTitles(serving.url, ["First", "Second"]);
  await writeFile(join(folder, "content/a.md"), article("Edited"));
  await untilTitles(serving.url, ["Edited", "Second"]);
  await rm(join(folder, "content/a.md"));
  await untilTitles(serving.url, ["Second"]);
  expect(serving.hear()).toMatch(
    /^(?:✔ written rss\.xml, written atom\.xml, written feed\.json, written subscribe\.html \(\d+ ms\)\n)+$/,
  );
  expect(await serving.interrupt()).toBe(0);
  await expect(fetch(serving.url)).rejects.toThrow();
});

test("builds again when the template of the page changes", async () => {
  const template = (text: string) => ({
    "parts/t.html": `<!doctype html><title>T</title><p>${text}<div data-feedwright="feeds"></div>`,
  });
  const config = JSON.stringify({ page: { template: "parts/t.html" } });
  const folder = await makeFolder({
    ...site,
    ...template("one"),
    "feedwright.config.json": config,
  });
  const serving = await startServing(folder);
  // What is built after the start for what was there before has passed then.
  await addFiles(folder, { "content/b.md": article("Second") });
  await serving.hearOf(/✔/);
  // So has the second look, which would see a change that the watch did not tell, and says nothing.
  await delay(1000);
  await addFiles(folder, template("another"));
  await serving.hearOf(/✔ written subscribe\.html/);
  expect(await (await fetch(`${serving.url}subscribe.html`)).text()).toContain("<p>another");
});

test("says what `build` says first, and where it serves", async () => {
  const folder = await makeFolder({ ...site, "content/b.md": "---\ntitle: B\n---\n" });
  const outcome = await runIn(folder, ["serve", "--site", "https://example.com/"]);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toMatch(/^feedwright: Expected a title/);
});

test("tells messages as they come and go", async () => {
  const folder = await makeFolder({
    ...site,
    "content/b.md": article("Second").replace("2024-07-31", "yesterday"),
  });
  const serving = await startServing(folder);
  expect((await fetch(`${serving.url}rss.xml`)).status).toBe(404);
  await addFiles(folder, { "content/c.md": article("Third").replace("2024-07-31", "tomorrow") });
  const come = await serving.hearOf(/nothing was written/);
  expect(come).toContain("content/c.md\n  3:7    error    Expected a date, not `tomorrow`");
  expect(come).not.toContain("yesterday");
  await addFiles(folder, { "content/b.md": article("Second") });
  const gone = await serving.hearOf(/nothing was written/);
  expect(gone).toContain("mended: b.md: Expected a date, not `yesterday`");
  expect(gone).not.toContain("tomorrow");
  await addFiles(folder, { "content/c.md": article("Third") });
  expect(await serving.hearOf(/✔/)).toContain("mended: c.md: Expected a date, not `tomorrow`");
  expect(await titlesAt(serving.url)).toEqual(["First", "Second", "Third"]);
});

test("serves the last good feeds while an article is wrong", async () => {
  const folder = await makeFolder(site);
  const serving = await startServing(folder);
  await writeFile(join(folder, "content/a.md"), "---\ntitle: [\n---\n");
  await serving.hearOf(/nothing was written/);
  const response = await fetch(`${serving.url}rss.xml`);
  expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  expect(await titlesAt(serving.url)).toEqual(["First"]);
});

test("survives a config that becomes an error, and one that is mended", async () => {
  const config = (limit: unknown) => JSON.stringify({ feed: { limit } });
  const folder = await makeFolder({ ...site, "feedwright.config.json": config(2) });
  const serving = await startServing(folder);
  const path = join(folder, "feedwright.config.json");
  await writeFile(path, config("many"));
  expect(await serving.hearOf(/feed\.limit/)).toMatch(
    /^feedwright: feedwright\.config\.json:.*Expected/,
  );
  await writeFile(path, "{");
  await serving.hearOf(/feedwright: feedwright\.config\.json/);
  await addFiles(folder, { "content/b.md": article("Second"), "content/c.md": article("Third") });
  await writeFile(path, config(1));
  await serving.hearOf(/mended: the site can be built again/);
  await until(
    async () => (await titlesAt(serving.url)).length === 1,
    () => "one title",
  );
  await rm(path);
  await untilTitles(serving.url, ["First", "Second", "Third"]);
});

test("reads a config that was not there before, and a new output folder", async () => {
  const folder = await makeFolder(site);
  const serving = await startServing(folder);
  await addFiles(folder, {
    "feedwright.config.json": JSON.stringify({
      out: "public",
      feed: { paths: { rss: "feed/rss" } },
    }),
  });
  await until(
    async () => (await fetch(`${serving.url}feed/rss`)).status === 200,
    () => "a feed at another path",
  );
  expect(readFileSync(join(folder, "public/feed/rss"), "utf8")).toContain("First");
  expect((await fetch(`${serving.url}rss.xml`)).status).toBe(404);
});

test("hears of the site generator's config, and of one that appears", async () => {
  const folder = await makeFolder({
    "site/content/a.md": article("First"),
    "site/hugo.toml": 'baseURL = "https://one.example/"\ntitle = "One"\n',
  });
  const serving = await startServing(join(folder, "site"));
  const homeOf = async () => (await (await fetch(`${serving.url}feed.json`)).json()).items[0].url;
  expect(await homeOf()).toBe("https://example.com/a/");
  await writeFile(
    join(folder, "site/hugo.toml"),
    'baseURL = "https://one.example/"\n[permalinks.page]\n"/" = "/p/:slug/"\n',
  );
  await until(
    async () => (await homeOf()) === "https://example.com/p/first/",
    () => "a new address",
  );
  await rm(join(folder, "site/hugo.toml"));
  await addFiles(folder, {
    "site/_config.yml": "title: J",
    "site/_posts/2024-01-01-x.md": "---\ntitle: X\n---\n",
  });
  await rm(join(folder, "site/content"), { recursive: true });
  await untilTitles(serving.url, ["X"]);
});

test("survives articles that appear half-written", async () => {
  const folder = await makeFolder(site);
  await startServing(folder);
  const text = article("Slow");
  const handle = await open(join(folder, "content/b.md"), "w");
  for (const part of text.match(/[\s\S]{1,8}/g) ?? []) {
    await handle.write(part);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await handle.close();
  await until(
    () => readFileSync(join(folder, "dist/rss.xml"), "utf8").includes("Text of Slow."),
    () => "the whole article",
  );
});

test("survives folders that are renamed, the content folder too", async () => {
  const folder = await makeFolder({ ...site, "content/old/b.md": article("Second") });
  const serving = await startServing(folder);
  await rename(join(folder, "content/old"), join(folder, "content/new"));
  const urlsAt = async () => {
    const { items } = await (await fetch(`${serving.url}feed.json`)).json();
    return items.map(({ url }: { url: string }) => url);
  };
  await until(
    async () => (await urlsAt()).includes("https://example.com/new/b/"),
    () => "the new address",
  );
  await addFiles(folder, { "content/new/c.md": article("Third") });
  await untilTitles(serving.url, ["First", "Second", "Third"]);
  await rename(join(folder, "content"), join(folder, "away"));
  expect(await serving.hearOf(/Expected a content folder/)).not.toContain("crashed");
  await mkdir(join(folder, "content"));
  await addFiles(folder, { "content/d.md": article("Fourth") });
  await untilTitles(serving.url, ["Fourth"]);
  await rm(join(folder, "content"), { recursive: true });
  await rename(join(folder, "away"), join(folder, "content"));
  await untilTitles(serving.url, ["First", "Second", "Third"]);
});

test("survives 1,000 changes at once", async () => {
  const folder = await makeFolder(site);
  const serving = await startServing(folder, "--limit", "all");
  const names = Array.from({ length: 1000 }, (_, index) => `Number ${index}`);
  const files = names.map((name, index) => [`content/${index % 7}/${index}.md`, article(name)]);
  await addFiles(folder, Object.fromEntries(files));
  await untilTitles(serving.url, ["First", ...names]);
  for (let index = 0; index < 7; index += 1) {
    await rm(join(folder, `content/${index}`), { recursive: true });
  }
  await untilTitles(serving.url, ["First"]);
  expect(serving.hear().match(/✔/g)?.length).toBeLessThan(60);
}, 60_000);

test("has open pages load again when feeds change, and only then", async () => {
  const folder = await makeFolder(site);
  const serving = await startServing(folder);
  const response = await fetch(`${serving.url}.feedwright/events`);
  let heard = "";
  const listening = (async () => {
    for await (const chunk of response.body ?? []) heard += new TextDecoder().decode(chunk);
  })();
  await addFiles(folder, { "content/image.png": "png", "content/.draft.md": article("Hidden") });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(heard).toBe("retry: 500\n\n");
  await addFiles(folder, { "content/b.md": article("Second") });
  await until(
    () => heard.includes("event: reload"),
    () => "a reload",
  );
  await serving.interrupt();
  await listening;
});

test("a port that is in use is one sentence", async () => {
  const folder = await makeFolder(site);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? `${address?.port}` : "";
  const flags = ["--site", "https://example.com/", "--title", "Example", "--port", port];
  const { code, stderr } = await runIn(folder, ["serve", ...flags]);
  expect(stderr).toBe(
    `feedwright: Expected a free port, not ${port}, which is in use; name another with \`--port\`\n`,
  );
  expect(code).toBe(2);
});

test.each([
  ["--port", "abc", "Expected a port from 0 to 65535, not `abc` for `--port`"],
  ["--port", "65536", "Expected a port from 0 to 65535, not `65536` for `--port`"],
  ["--host", "192.0.2.1", "Expected an address of this machine, not `192.0.2.1` for `--host`"],
  ["--check", "", "Expected a flag of `serve`, not `--check`, which `build` takes"],
])("%s %s is refused", async (flag, value, message) => {
  const folder = await makeFolder(site);
  const flags = ["--site", "https://example.com/", "--title", "Example", flag];
  const { code, stderr } = await runIn(folder, ["serve", ...flags, ...(value ? [value] : [])]);
  expect([code, stderr]).toEqual([2, `feedwright: ${message}\n`]);
});

test("says nothing where it is asked to, but what is wrong", async () => {
  const folder = await makeFolder(site);
  const serving = startServing(folder, "--quiet");
  await expect(Promise.race([serving, wait(1000)])).resolves.toBe("waited");
});

async function wait(milliseconds: number): Promise<string> {
  return await new Promise((resolve) => setTimeout(() => resolve("waited"), milliseconds));
}
