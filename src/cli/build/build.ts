import { findSources } from "../../discover/find-sources.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { toManner } from "../manner.ts";
import { chooseReporter, reporters } from "../reporters/reporter.ts";
import { settle } from "../settings.ts";
import { explainCode } from "./explain-code.ts";
import { recallBuild } from "./recall-build.ts";

/** `feedwright build`: the content folder becomes feed files in the output folder. */
export async function build(args: Arguments, io: Io): Promise<ExitCode> {
  const reporter = chooseReporter(args.values.reporter, io);
  const settings = await settle(args, io);
  const manner = toManner(args, settings, io);
  const sources = await findSources(settings.config.content);
  const tellsArticles = reporter === "json" || manner.verbose;
  const recalled = tellsArticles ? undefined : recallBuild(settings, sources);
  const { outcome, code } = recalled ?? (await start(settings, io, { sources, tellsArticles }));
  const report = await reporters[reporter]();
  report(outcome, io, manner);
  if (code === 1) io.stderr.write(`feedwright: ${explainCode(outcome, settings)}\n`);
  return code;
}

// Loaded here: where nothing has changed it is not needed, and takes longer to load than to say so.
const start: typeof import("./run-build.ts").runBuild = async (...given) => {
  const { runBuild } = await import("./run-build.ts");
  return await runBuild(...given);
};
