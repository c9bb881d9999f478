import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import { toLine } from "../reporters/text.ts";

/** What became of a topic with a hub. */
export interface Ping {
  readonly hub: string;
  readonly topic: string;
  readonly status: "told" | "would-tell" | "unchanged" | "failed";
  /** Requests that were made. */
  readonly tries: number;
  /** Why the hub could not be told. */
  readonly reason: string | undefined;
}

/** Tells what became of every topic. */
export type PingReport = (pings: readonly Ping[], args: Arguments, io: Io) => void;

/** For people: a line for each topic and hub that something was, or is to be, said of. */
export function reportPingText(pings: readonly Ping[], { switches }: Arguments, io: Io): void {
  const isQuiet = switches.has("quiet");
  const shown = pings.filter(({ status }) => status === "failed" || !isQuiet);
  for (const { hub, topic, status, reason } of shown) {
    if (status === "failed") {
      const why = toLine(reason ?? "");
      io.stderr.write(`feedwright: Expected a hub that can be told of ${topic}: ${hub} ${why}\n`);
    } else if (status !== "unchanged") io.stderr.write(`${status}  ${topic}  ${hub}\n`);
  }
  const unchanged = pings.filter(({ status }) => status === "unchanged").length;
  if (!isQuiet && unchanged === pings.length) {
    io.stderr.write("feedwright: no feed has changed since the hubs were told\n");
  }
}

/** For programs: one JSON object on stdout. */
export function reportPingJson(pings: readonly Ping[], _: Arguments, io: Io): void {
  const report = {
    version: 1,
    ok: pings.every(({ status }) => status !== "failed"),
    pings: pings.map((ping) => ({ ...ping, reason: ping.reason ?? null })),
  };
  io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
