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

// What only a command that comes to an end by itself can make something of.
const onceFlags: ReadonlySet<FlagName> = new Set(["check", "dry-run", "reporter"]);

// What a command needs to know of a site that it reads.
const siteFlags = [
  "config",
  "content",
  "out",
  "site",
  "title",
  "limit",
  "drafts",
  "future",
  "skip-invalid",
  "now",
] as const satisfies readonly FlagName[];

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
  serve: {
    meaning: "builds, shows the feeds in browsers and readers, and builds again on every change",
    flags: ["port", "host", ...buildFlags.filter((flag) => !onceFlags.has(flag))],
    run: async (args, io) => (await import("./serve/serve.ts")).serve(args, io),
  },
  check: {
    meaning: "builds in memory and tells what is wrong, and what subscribers would see",
    flags: ["since", ...buildFlags.filter((flag) => flag !== "check" && flag !== "dry-run")],
    run: async (args, io) => (await import("./check/check.ts")).check(args, io),
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
  diff: {
    meaning: "tells what subscribers would see between two feeds",
    operands: {
      usage: "OLD [NEW]",
      meaning: "OLD and NEW are files, addresses or REV:path in git; NEW is what would be built.",
      most: 2,
    },
    flags: ["since", ...siteFlags, "reporter", "quiet", "no-color", "help", "version"],
    run: async (args, io) => (await import("./diff/diff.ts")).diff(args, io),
  },
  adopt: {
    meaning: "takes over the ids and dates of the feed that a site has published",
    operands: {
      usage: "FEED...",
      meaning: "FEED is a file, an address or REV:path in git; several are taken together.",
      most: 20,
    },
    flags: [...siteFlags, "dry-run", "reporter", "quiet", "verbose", "no-color", "help", "version"],
    run: async (args, io) => (await import("./adopt/adopt.ts")).adopt(args, io),
  },
  ledger: {
    meaning: "checks and repairs what is remembered of articles, and says which one was renamed",
    operands: {
      usage: "check|repair|link OLD NEW",
      meaning: "OLD is the article's former path below the content folder, NEW is where it is now.",
      most: 3,
    },
    flags: ["config", "content", "help", "version"],
    run: async (args, io) => (await import("./ledger/ledger.ts")).ledger(args, io),
  },
  ping: {
    meaning: "tells WebSub hubs which feeds have changed since they were told",
    flags: [
      "since",
      ...siteFlags,
      "dry-run",
      "cache",
      "no-cache",
      "reporter",
      "quiet",
      "no-color",
      "help",
      "version",
    ],
    run: async (args, io) => (await import("./ping/ping.ts")).ping(args, io),
  },
} as const satisfies Record<CommandName, Command>;
