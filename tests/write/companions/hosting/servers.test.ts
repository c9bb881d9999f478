import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { buildAll } from "../../../support/companions.ts";
import { isInstalled, serveFiles, webServers } from "../../../support/web-server.ts";

// The files for nginx, Apache and Caddy, tried with the servers themselves (`apt-get install
// nginx-light apache2 caddy`); where they are not installed the tests are skipped, and say which
// package it takes.

const paths = {
  rss: "rss.xml",
  atom: "feeds/한글 \"a$b*{c}[d]%41(e)'f.xml",
  json: "feed.json",
};

const articles = Object.fromEntries(
  Array.from({ length: 5 }, (_, index) => {
    const text = `---\ntitle: Article ${index}\ndate: 2025-01-0${index + 1}\n---\n${"Text. ".repeat(200)}`;
    return [`content/a${index}.md`, text] as const;
  }),
);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

// Not `fetch`, which unpacks.
async function ask(
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const asking = request(address, { headers }, (response) => {
      response.resume();
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      });
    });
    asking.on("error", reject).end();
  });
}

const cases = [
  { path: paths.rss, styled: "application/xml", plain: "application/rss+xml" },
  { path: paths.atom, styled: "application/xml", plain: "application/atom+xml" },
  { path: paths.json, styled: "application/feed+json", plain: "application/feed+json" },
];

describe.each(["nginx", "apache", "caddy"] as const)("%s", (name) => {
  const server = webServers[name];
  const title = isInstalled(server) ? "" : ` (skipped: apt-get install ${server.debianPackage})`;

  test.runIf(isInstalled(server)).each([true, false])(
    `sends types, CORS, ETag, 304 and gzip; with style: %s${title}`,
    async (style) => {
      const files = await buildAll(
        {
          site: { url: "https://example.com/", title: "Example" },
          feed: { paths, style },
          hosting: name,
        },
        articles,
      );
      const origin = await serveFiles(server, Object.fromEntries(files));
      for (const { path, styled, plain } of cases) {
        const address = origin + path.split("/").map(encodeURIComponent).join("/");
        const whole = await ask(address);
        const packed = await ask(address, { "Accept-Encoding": "gzip" });
        const etag = String(whole.headers["etag"]);
        const packedEtag = String(packed.headers["etag"]);

        expect({ path, status: whole.status, ...whole.headers }).toMatchObject({
          path,
          status: 200,
          "content-type": `${style ? styled : plain}; charset=utf-8`,
          "cache-control": "public, max-age=900",
          "access-control-allow-origin": "*",
          "x-content-type-options": "nosniff",
          // Apache calls it weak while the file is new.
          etag: expect.stringMatching(/^(?:W\/)?"/),
        });
        expect(packed.headers).toMatchObject({
          "content-encoding": "gzip",
          vary: "Accept-Encoding",
          "access-control-allow-origin": "*",
        });
        expect((await ask(address, { "If-None-Match": etag })).status).toBe(304);
        const again = { "If-None-Match": packedEtag, "Accept-Encoding": "gzip" };
        expect((await ask(address, again)).status).toBe(304);
      }
    },
  );

  test.skipIf(isInstalled(server))(
    `is not installed: apt-get install ${server.debianPackage}`,
    () => {
      expect(isInstalled(server)).toBe(true);
    },
  );
});
