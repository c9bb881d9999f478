/** A flag: how it is written, what it takes, what it means. The help is made from this table. */
export interface Flag {
  /** What stands for its value in the help; a flag without one is a switch. */
  readonly value?: string;
  readonly short?: string;
  readonly meaning: string;
}

/** Every flag of every command; `commands` says which command takes which. */
export const flags = {
  config: { value: "FILE", meaning: "config file (default: found by name)" },
  content: { value: "FOLDER", meaning: "content folder (default: content)" },
  out: { value: "FOLDER", meaning: "output folder (default: dist)" },
  site: { value: "URL", meaning: "address of the site" },
  title: { value: "TEXT", meaning: "title of the feed" },
  limit: { value: "N|all", meaning: "newest articles in a feed (default: 20)" },
  formats: { value: "LIST", meaning: "of rss,atom,json (default: all three)" },
  drafts: { meaning: "let drafts in" },
  future: { meaning: "let articles in whose date lies in the future" },
  "skip-invalid": { meaning: "leave invalid articles out with a warning, not an error" },
  now: {
    value: "TIME",
    meaning: "what is later is in the future (default: SOURCE_DATE_EPOCH, now)",
  },
  check: { meaning: "write nothing; exit 1 when a file would change" },
  "dry-run": { meaning: "write nothing" },
  cache: {
    value: "FOLDER",
    meaning: "where earlier work is kept (default: in node_modules/.cache)",
  },
  "no-cache": { meaning: "do without the cache" },
  jobs: { value: "N", meaning: "articles rendered at once (default: as many as processors)" },
  reporter: {
    value: "NAME",
    meaning: "text, json, github or sarif (default: text; github in its Actions)",
  },
  "max-warnings": { value: "N", meaning: "more warnings than this is a failure" },
  since: {
    value: "REV|FEED",
    meaning: "compare with the feeds of a git revision, a file or an address",
  },
  port: { value: "N", meaning: "where to serve (default: 4747; 0 for any that is free)" },
  host: { value: "NAME", meaning: "whom to serve (default: 127.0.0.1, this machine alone)" },
  quiet: { meaning: "say nothing but warnings and errors" },
  verbose: { meaning: "say what every file became, and how long it took" },
  "no-color": { meaning: "no colours (also NO_COLOR; FORCE_COLOR for colours)" },
  ts: { meaning: "write feedwright.config.ts instead of feedwright.config.json" },
  script: { meaning: "add the script `feeds` to package.json" },
  yes: { meaning: "write without asking whether it is right" },
  force: { meaning: "write where there is a config already" },
  help: { short: "h", meaning: "show this help" },
  version: { short: "v", meaning: "show the version" },
} as const satisfies Record<string, Flag>;

/** The name of a flag, without its dashes. */
export type FlagName = keyof typeof flags;

/** The flags that take a value. */
export type ValueFlag = {
  [Name in FlagName]: (typeof flags)[Name] extends { readonly value: string } ? Name : never;
}[FlagName];

/** The flags that take none. */
export type SwitchFlag = Exclude<FlagName, ValueFlag>;
