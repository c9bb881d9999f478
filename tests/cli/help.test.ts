import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandNames } from "../../src/cli/command.ts";
import { commands } from "../../src/cli/commands.ts";
import { type Flag, type FlagName, flags } from "../../src/cli/flags.ts";
import { runIn } from "../support/run-feedwright.ts";
import { makeFolder } from "../support/temporary-folder.ts";

/** The lines of a help text that tell of a flag. */
function linesOf(name: FlagName, help: string): readonly string[] {
  const { value, meaning }: Flag = flags[name];
  const left = value === undefined ? `--${name} ` : `--${name} ${value} `;
  return help.split("\n").filter((line) => line.includes(left) && line.endsWith(meaning));
}

test.each([
  { command: "build", argv: ["--help"] },
  { command: "build", argv: ["-h"] },
  { command: "build", argv: ["build", "--help"] },
  { command: "list", argv: ["list", "--help"] },
  { command: "init", argv: ["init", "-h"] },
  { command: "diff", argv: ["diff", "-h"] },
  { command: "adopt", argv: ["adopt", "--help"] },
] as const)(
  "$argv lists every flag of $command on stdout, and no other",
  async ({ command, argv }) => {
    const { code, stdout, stderr } = await runIn(await makeFolder(), argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const taken: readonly FlagName[] = commands[command].flags;
    for (const name of Object.keys(flags).filter(isFlagName)) {
      expect(linesOf(name, stdout), name).toHaveLength(taken.includes(name) ? 1 : 0);
    }
  },
);

function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(flags, name);
}

test("every flag is one of some command", () => {
  const taken = commandNames.flatMap((name): readonly string[] => commands[name].flags);
  expect(Object.keys(flags).filter((name) => !taken.includes(name))).toEqual([]);
});

test("the help lists every command with what it does", async () => {
  const { stdout } = await runIn(await makeFolder(), ["--help"]);
  for (const name of commandNames) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +${commands[name].meaning}$`, "m"));
  }
});

test("the help fits a terminal, and tells usage, config and exit codes", async () => {
  const { stdout } = await runIn(await makeFolder(), ["--help"]);
  const others = await Promise.all(
    ["list", "init", "diff", "adopt"].map(
      async (name) => (await runIn(".", [name, "--help"])).stdout,
    ),
  );
  const lines = [stdout, ...others].flatMap((text) => text.split("\n"));
  expect(lines.filter((line) => line.length > 100)).toEqual([]);
  expect(stdout).toContain("\nUsage: feedwright [COMMAND] [FOLDER] [flags]\n");
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

test("the help of a command without a content folder tells what it takes instead", async () => {
  const { stdout } = await runIn(await makeFolder(), ["diff", "--help"]);
  expect(stdout).toContain("\nUsage: feedwright diff OLD [NEW] [flags]\n\nOLD and NEW are files");
});
