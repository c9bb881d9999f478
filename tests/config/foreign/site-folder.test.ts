import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ConfigError } from "../../../src/config/errors.ts";
import { openSite } from "../../../src/config/foreign/site-folder.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

test("tables are read from YAML, TOML and JSON alike", async () => {
  const site = openSite(
    await makeFolder({
      "a.yml": "\uFEFFa: 1\nd: 2024-01-02\nl: [x]",
      "a.toml": 'a = 1\nd = "2024-01-02"\nl = ["x"]',
      "a.json": '{ "a": 1, /* why */ "d": "2024-01-02", "l": ["x"], }',
    }),
    undefined,
  );
  const table = { a: 1, d: "2024-01-02", l: ["x"] };
  expect(await site.readTable("a.yml")).toEqual(table);
  expect(await site.readTable("a.toml")).toEqual(table);
  expect(await site.readTable("a.json")).toEqual(table);
});

test("what is not there is undefined, an empty file is an empty table", async () => {
  const site = openSite(
    await makeFolder({ "empty.yml": "# nothing\n", "folder/x": "" }),
    undefined,
  );
  expect(await site.readTable("none.yml")).toBeUndefined();
  expect(await site.readTable("folder")).toBeUndefined();
  expect(await site.readTable("empty.yml")).toEqual({});
  expect(await site.readText("none")).toBeUndefined();
  expect([await site.has("folder"), await site.has("none")]).toEqual([true, false]);
  expect([await site.list("folder"), await site.list("none")]).toEqual([["x"], []]);
});

test.each(["../secret.yml", "a/../../secret.yml", "/etc/hostname", ".."])(
  "%s, which leads out of the site, is not there",
  async (path) => {
    const folder = await makeFolder({ "secret.yml": "a: 1", "site/a.yml": "a: 1" });
    const site = openSite(join(folder, "site"), undefined);

    expect(await site.readText(path)).toBeUndefined();
    expect(await site.readTable(path)).toBeUndefined();
    expect([await site.has(path), await site.list(path)]).toEqual([false, []]);
    expect(await site.has("a/../a.yml")).toBe(true);
  },
);

test("the first that is there counts", async () => {
  const site = openSite(await makeFolder({ "b.yml": "b: 1", "c.yml": "c: 1" }), undefined);
  expect(await site.readFirst("a.yml", "b.yml", "c.yml")).toEqual({
    path: "b.yml",
    table: { b: 1 },
  });
  expect(await site.readFirst("a.yml")).toBeUndefined();
});

test.each([
  ["a.yml", "a: [b", "(unexpected end of the stream within a flow collection (1:6))"],
  ["a.yml", "- a", "(a table of keys)"],
  ["a.toml", "a = ", "(Invalid TOML document"],
  ["a.json", "{", "JSON that can be read (close brace expected)"],
  ["a.yml", "a".repeat(1024 * 1024 + 1), "(at most 1 MiB, not 1048577 bytes)"],
])("a damaged %s is a mistake that names it", async (name, text, reason) => {
  const site = openSite(await makeFolder({ [name]: text }), undefined);
  const error = await site.readTable(name).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toContain(name);
  expect(String(error)).toContain(reason);
});

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "a file that may not be read is a mistake",
  async () => {
    const folder = await makeFolder({ "a.yml": "a: 1" });
    await chmod(join(folder, "a.yml"), 0);
    await expect(openSite(folder, undefined).readTable("a.yml")).rejects.toThrow(ConfigError);
  },
);
