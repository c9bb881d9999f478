import pico from "picocolors";
import type { BuildEnd } from "../build/recall-build.ts";
import type { Io } from "../io.ts";
import { explain } from "../judge.ts";
import type { ReportedMessage } from "../outcome.ts";
import type { Manner } from "../reporters/report.ts";
import { type Colors, describeMessages, toLine } from "../reporters/text.ts";
import type { Settings } from "../settings.ts";
import { compareMessages } from "./compare-messages.ts";
import type { Rebuilt } from "./create-rebuild.ts";
import { hasWritten } from "./has-written.ts";

/** What was last said of the site. */
export interface Told {
  readonly messages: readonly ReportedMessage[];
  readonly failure: string | undefined;
  readonly isSound: boolean;
}

/** Tells of a rebuild what is other than before, and returns what holds now. */
export type TellRebuild = (rebuilt: Rebuilt, told: Told, milliseconds: number) => Told;

/** Makes what tells people of rebuilds: messages as they come and go, and what was written. */
export function createTeller(io: Io, manner: Manner): TellRebuild {
  const colors = pico.createColors(manner.color);
  return (rebuilt, told, milliseconds) => {
    const now = toTold(rebuilt, told);
    const lines = rebuilt.end
      ? describeRebuild({ ...rebuilt, end: rebuilt.end, milliseconds }, told, { manner, colors })
      : describeFailure(rebuilt.failure, told);
    for (const line of lines) io.stderr.write(`${line}\n`);
    return now;
  };
}

function toTold({ end, failure }: Rebuilt, told: Told): Told {
  if (!end) return { ...told, failure };
  return { messages: end.outcome.messages, failure: undefined, isSound: end.code === 0 };
}

// A second try that comes to the same is no news.
function describeFailure(failure: string | undefined, told: Told): readonly string[] {
  if (failure === undefined || failure === told.failure) return [];
  return failure.split("\n").map((line) => `feedwright: ${toLine(line)}`);
}

interface Ended {
  readonly end: BuildEnd;
  readonly settings: Settings;
  readonly milliseconds: number;
}

interface Looks {
  readonly manner: Manner;
  readonly colors: Colors;
}

function describeRebuild(ended: Ended, told: Told, { manner, colors }: Looks): readonly string[] {
  const { end } = ended;
  const shown = (messages: readonly ReportedMessage[]) => {
    return messages.filter(({ severity }) => severity !== "info" || manner.verbose);
  };
  const { come, gone } = compareMessages(shown(told.messages), shown(end.outcome.messages));
  const isSound = end.code === 0;
  const line = describeEnd(ended);
  const isNews = hasWritten(end) || isSound !== told.isSound || come.length + gone.length > 0;
  return [
    ...(told.failure === undefined || manner.quiet ? [] : [colors.dim(recovered)]),
    ...(manner.quiet ? [] : gone.map((one) => colors.dim(describeGone(one)))),
    ...describeMessages(come, manner, colors),
    ...(isSound && isNews && !manner.quiet ? [colors.green(`✔ ${line}`)] : []),
    ...(!isSound && isNews ? [colors.red(`✖ ${line}`)] : []),
  ];
}

const recovered = "mended: the site can be built again";

function describeGone({ file, reason }: ReportedMessage): string {
  return `mended: ${toLine(file === "" ? "feeds" : file)}: ${toLine(reason)}`;
}

function describeEnd({ end: { outcome, code }, settings, milliseconds }: Ended): string {
  if (code !== 0) return `nothing was written; ${explain(outcome, settings) ?? "see above"}`;
  const time = `${Math.round(milliseconds)} ms`;
  const changed = outcome.feeds.filter(({ status }) => status !== "unchanged");
  if (changed.length === 0) return `no feed has changed (${time})`;
  const names = changed.map(({ path, status }) => `${status} ${path}`);
  return `${names.join(", ")} (${time})`;
}
