import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Flag, flags } from "../../src/cli/flags.ts";
import { runIn } from "../support/run-feedwright.ts";
import { makeFolder } from "../support/temporary-folder.ts";

test.each(["--help", "-h"])("%s lists every flag on stdout", async (flag) => {
  const { code, stdout, stderr } = await runIn(await makeFolder(), [flag]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.split("\n");
  for (const [name, { value, meaning }] of Object.entries<Flag>(flags)) {
    const left = value === undefined ? `--${name} ` : `--${name} ${value} `;
    expect(lines.filter((line) => line.includes(left) && line.endsWith(meaning))).toHaveLength(1);
  }
});

test("the help fits a terminal, and tells usage, config and exit codes", async () => {
  const { stdout } = await runIn(await makeFolder(), ["--help"]);
  expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(stdout).toContain("\nUsage: feedwright [build] [FOLDER] [flags]\n");
  expect(stdout).toContain("\n  -h, --help            show this help\n");
  expect(stdout).toContain("feedwright.config.{ts,mts,js,mjs,json}");
  expect(stdout).toContain("Exit codes: 0 done; 1 something was found");
});

test.each(["--version", "-v"])("%s tells the version on stdout", async (flag) => {
  const path = join(import.meta.dirname, "../../package.json");
  const { version } = JSON.parse(await readFile(path, "utf8"));
  const ran = await runIn(await makeFolder(), [flag]);
  expect(ran).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("help needs neither config nor content, but its own line must be right", async () => {
  const folder = await makeFolder({ "feedwright.config.json": "{" });
  expect((await runIn(folder, ["--help"])).code).toBe(0);
  expect((await runIn(folder, ["--help", "--nonsense"])).code).toBe(2);
});
