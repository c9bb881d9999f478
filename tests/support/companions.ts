import { resolveConfig } from "../../src/config/resolve.ts";
import { generate } from "../../src/generate.ts";
import type { Options } from "../../src/index.ts";
import { textOf } from "./output-file.ts";
import { type Files, makeFolder } from "./temporary-folder.ts";

const gate = {
  drafts: false,
  future: false,
  skipInvalid: false,
  now: new Date("2026-01-01T00:00:00Z"),
};

/** Builds a site in memory: the texts of all its files, by path below the output folder. */
export async function buildAll(
  options: Options,
  files: Files,
): Promise<ReadonlyMap<string, string>> {
  const folder = await makeFolder(files);
  const result = await generate(resolveConfig(options, folder), gate);
  return new Map(
    [...result.outputs, ...result.companions].map((file) => [file.path, textOf(file)]),
  );
}
