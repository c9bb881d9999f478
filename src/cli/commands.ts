import type { Command, CommandName } from "./command.ts";
import type { FlagName } from "./flags.ts";

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
  "jobs",
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
  "jobs",
]);

/**
 * Every command by its name. To add one, write its file and give it a line here. Each is loaded when
 * it is run: they take longer to load than most of them to run.
 */
export const commands = {
  build: {
    meaning: "writes the feeds of a content folder; the default",
    flags: buildFlags,
    run: async (args, io) => (await import("./build/build.ts")).build(args, io),
  },
  list: {
    meaning: "tells status, date, address and title of every file; writes nothing",
    flags: buildFlags.filter((flag) => !feedFlags.has(flag)),
    run: async (args, io) => (await import("./list.ts")).list(args, io),
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
    run: async (args, io) => (await import("./init/init.ts")).init(args, io),
  },
} as const satisfies Record<CommandName, Command>;
