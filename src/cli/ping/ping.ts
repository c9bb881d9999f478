import { UsageError } from "../../config/errors.ts";
import { DamagedError } from "../../store/damaged-error.ts";
import { patientLimits } from "../../websub/limits.ts";
import { isTold, recallTold, rememberTold, type ToldTopics } from "../../websub/ping-memory.ts";
import type { Published } from "../../websub/publish.ts";
import { publishAll } from "../../websub/publish-all.ts";
import type { Topic } from "../../websub/topic.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { chooseReporter, type ReporterName, refuseReporter } from "../reporters/reporter.ts";
import { type Settings, settle } from "../settings.ts";
import { warn } from "../with-store.ts";
import { findChangedSince } from "./find-changed.ts";
import { findTopics } from "./find-topics.ts";
import { type Ping, type PingReport, reportPingJson, reportPingText } from "./report.ts";

/**
 * `feedwright ping`: tells each hub which feeds have changed since it was last told
 * (https://www.w3.org/TR/websub/). To be run after the deployment: hubs fetch what is published.
 */
export async function ping(args: Arguments, io: Io): Promise<ExitCode> {
  const report = chooseReport(args, io);
  const settings = await settle(args, io);
  const hubs = requireHubs(settings);
  const topics = await findTopics(settings, io);
  const told = recall(settings, io);
  const { since } = args.values;
  const due =
    since === undefined ? undefined : await findChangedSince(since, topics, { settings, io });
  const plans = hubs.flatMap((hub) =>
    topics.map((topic) => ({
      hub,
      topic,
      isDue: due ? due.includes(topic) : !isTold(told, hub, topic),
    })),
  );
  const pings = settings.mode === "write" ? await tellAll(plans) : plans.map(toPlanned);
  if (settings.mode === "write") await remember(settings, io, { plans, pings, told });
  report(pings, args, io);
  return pings.some(({ status }) => status === "failed") ? 1 : 0;
}

function chooseReport({ values }: Arguments, io: Io): PingReport {
  const name = chooseReporter(values.reporter, io);
  return name === "sarif" ? refuseReporter("ping") : pingReporters[name];
}

const pingReporters = {
  text: reportPingText,
  json: reportPingJson,
  github: reportPingText,
} as const satisfies Record<Exclude<ReporterName, "sarif">, PingReport>;

function requireHubs({ config }: Settings): readonly string[] {
  const hubs = [...new Set(config.feed.hubs)];
  if (hubs.length === 0) {
    throw new UsageError("Expected hubs to tell: name them in `feed.hubs` of the config");
  }
  const withSecret = hubs.find((hub) => new URL(hub).username || new URL(hub).password);
  if (withSecret === undefined) return hubs;
  // They would stand in every feed.
  throw new UsageError("Expected hubs without user name and password in `feed.hubs`");
}

function recall({ store: { folder } }: Settings, io: Io): ToldTopics {
  try {
    return recallTold(folder);
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    warn(io, `Expected a readable cache (${error.message}); every feed is told`);
    return new Map();
  }
}

/** A topic, and whether a hub is to hear of it. */
interface Plan {
  readonly hub: string;
  readonly topic: Topic;
  readonly isDue: boolean;
}

function toPlanned({ hub, topic, isDue }: Plan): Ping {
  const status = isDue ? "would-tell" : "unchanged";
  return { hub, topic: topic.url, status, tries: 0, reason: undefined };
}

async function tellAll(plans: readonly Plan[]): Promise<readonly Ping[]> {
  const due = plans.filter(({ isDue }) => isDue);
  const notices = due.map(({ hub, topic }) => ({ hub, topic: topic.url }));
  const published = await publishAll(notices, patientLimits);
  const byPlan = new Map(due.map((plan, index) => [plan, published[index]]));
  return plans.map((plan) => {
    const done = byPlan.get(plan);
    return done ? toPing(done) : toPlanned(plan);
  });
}

function toPing({ hub, topic, isTold, tries, reason }: Published): Ping {
  return { hub, topic, status: isTold ? "told" : "failed", tries, reason };
}

interface Done {
  readonly plans: readonly Plan[];
  readonly pings: readonly Ping[];
  readonly told: ToldTopics;
}

// Of each hub what it knows now; a topic that it could not be told of stays due.
async function remember(settings: Settings, io: Io, { plans, pings, told }: Done): Promise<void> {
  const known = new Map<string, Map<string, string>>();
  for (const [index, { hub, topic }] of plans.entries()) {
    const isNew = pings[index]?.status === "told";
    const digest = isNew ? topic.digest : told.get(hub)?.get(topic.url);
    const topics = known.get(hub) ?? new Map<string, string>();
    if (digest !== undefined) topics.set(topic.url, digest);
    known.set(hub, topics);
  }
  try {
    await rememberTold(settings.store.folder, known);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warn(io, `Expected a cache that can be written (${reason}); the hubs will be told again`);
  }
}
