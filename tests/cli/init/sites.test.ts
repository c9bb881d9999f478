import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { readExpected, siteNames, sites } from "../../support/sites.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

// A plain site has nothing but feedwright's own config to say what it is.
const generated = siteNames.filter((name) => name !== "plain");

describe.each(generated)("init in the site of %s", (name) => {
  test("writes the shortest config, after which a build gives the site's own addresses", async () => {
    const folder = await makeFolder();
    await cp(join(sites, name, "site"), folder, { recursive: true });
    expect((await runIn(folder, ["init"])).code).toBe(0);
    const text = await readFile(join(folder, "feedwright.config.json"), "utf8");
    const { $schema: _, ...said } = JSON.parse(text);
    expect(said).toEqual({});
    const flags = ["--reporter", "json", "--skip-invalid", "--dry-run"];
    const { articles } = JSON.parse((await runIn(folder, flags)).stdout);
    const expected = await readExpected(name);
    expect(articles).toHaveLength(expected.length);
    expect(articles).toMatchObject(
      expected.map(({ source, status, url }) => ({
        source,
        status,
        ...(url === undefined ? {} : { url }),
      })),
    );
  });

  test("changes nothing the second time", async () => {
    const folder = await makeFolder();
    await cp(join(sites, name, "site"), folder, { recursive: true });
    await runIn(folder, ["init"]);
    const text = await readFile(join(folder, "feedwright.config.json"), "utf8");
    const { code, stderr } = await runIn(folder, ["init"]);
    expect({ code, isWritten: stderr.includes("Written") }).toEqual({ code: 0, isWritten: false });
    expect(await readFile(join(folder, "feedwright.config.json"), "utf8")).toBe(text);
  });
});

describe("init in the site of plain", () => {
  test("leaves the config that is there", async () => {
    const folder = await makeFolder();
    await cp(join(sites, "plain/site"), folder, { recursive: true });
    const path = join(folder, "feedwright.config.json");
    const text = await readFile(path, "utf8");
    const { code, stderr } = await runIn(folder, ["init"]);

    expect(code).toBe(2);
    expect(stderr).toContain("feedwright.config.json");
    expect(await readFile(path, "utf8")).toBe(text);
  });

  test("writes what flags say and folders show where there is none", async () => {
    const folder = await makeFolder();
    await cp(join(sites, "plain/site/content"), join(folder, "content"), { recursive: true });
    const flags = ["--site", "https://plain.example/blog/", "--title", "Plain"];
    expect((await runIn(folder, ["init", ...flags])).code).toBe(0);
    const text = await readFile(join(folder, "feedwright.config.json"), "utf8");
    const { $schema: _, ...said } = JSON.parse(text);

    expect(said).toEqual({ site: { url: "https://plain.example/blog/", title: "Plain" } });
  });
});
