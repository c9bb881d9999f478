import { build } from "./build.ts";
import type { Command, CommandName } from "./command.ts";
import type { FlagName } from "./flags.ts";
import { init } from "./init/init.ts";
import { list } from "./list.ts";

const buildFlags = [
  "config",
  "content",
  "out",
  "site",
  "title",
  "limit",
  "formats",
  "drafts",
  "future",
  "skip-invalid",
  "now",
  "check",
  "dry-run",
  "cache",
  "no-cache",
  "reporter",
  "max-warnings",
  "quiet",
  "verbose",
  "no-color",
  "help",
  "version",
] as const satisfies readonly FlagName[];

// What only a command that composes and writes feeds can make something of.
const feedFlags: ReadonlySet<FlagName> = new Set([
  "limit",
  "formats",
  "check",
  "dry-run",
  "cache",
  "no-cache",
]);

/** Every command by its name. To add one, write its file and give it a line here. */
export const commands = {
  build: {
    meaning: "writes the feeds of a content folder; the default",
    flags: buildFlags,
    run: build,
  },
  list: {
    meaning: "tells status, date, address and title of every file; writes nothing",
    flags: buildFlags.filter((flag) => !feedFlags.has(flag)),
    run: list,
  },
  init: {
    meaning: "looks at the folder it stands in and writes a config that says what is missing",
    flags: [
      "content",
      "out",
      "site",
      "title",
      "limit",
      "formats",
      "ts",
      "script",
      "yes",
      "force",
      "help",
      "version",
    ],
    run: init,
  },
} as const satisfies Record<CommandName, Command>;
