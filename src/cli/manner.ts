import { relative } from "node:path";
import type { Arguments } from "./arguments.ts";
import type { Io } from "./io.ts";
import type { Manner } from "./reporters/report.ts";
import type { Settings } from "./settings.ts";

/** How a run is told: as flags, environment and terminal say. */
export function toManner({ switches }: Arguments, { config }: Settings, io: Io): Manner {
  const { NO_COLOR, FORCE_COLOR } = io.env;
  const isWanted = FORCE_COLOR ? FORCE_COLOR !== "0" : io.stderr.isTTY === true;
  return {
    quiet: switches.has("quiet"),
    verbose: switches.has("verbose"),
    color: isWanted && !NO_COLOR && !switches.has("no-color"),
    folder: relative(io.cwd, config.content.folder).replaceAll("\\", "/"),
    out: relative(io.cwd, config.out).replaceAll("\\", "/"),
    timezone: config.site.timezone,
  };
}
