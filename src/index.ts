export { ConfigError, UsageError } from "./config/errors.ts";
export { type LoadedOptions, loadOptions } from "./config/load.ts";
export { defineConfig, type Options } from "./config/options.ts";
export { type Config, resolveConfig } from "./config/resolve.ts";
export { generate, type Result, type RunOptions, type Survey, survey } from "./generate.ts";
export type { Article, Author, Enclosure, Entry, FormatName, OutputFile, Status } from "./model.ts";
export { type FilePlan, planFiles, writeFiles } from "./write/files.ts";
