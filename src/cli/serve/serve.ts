import { relative } from "node:path";
import { UsageError } from "../../config/errors.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { type Settings, settle } from "../settings.ts";
import { warn } from "../with-store.ts";
import { createHandler } from "./create-handler.ts";
import { createLiveReload } from "./live-reload.ts";
import { createLiveSite, type LiveSite } from "./live-site.ts";
import { openServer } from "./open-server.ts";
import { createRebuildLoop, type Work } from "./rebuild-loop.ts";
import { createSiteWatch } from "./site-watch.ts";

/**
 * `feedwright serve`: builds, serves the output folder, and builds again after every change until
 * somebody interrupts.
 */
export async function serve(args: Arguments, io: Io): Promise<ExitCode> {
  const place = { host: args.values.host ?? "127.0.0.1", port: readPort(args.values.port) };
  const settings = await settle(args, io);
  const reload = createLiveReload();
  const site = createLiveSite(args, io, settings);
  const handler = createHandler({ served: site.served, reload, host: place.host });
  const server = await openServer(handler, place);
  const interrupted = new Promise<void>((resolve) => io.onInterrupt?.(resolve));
  try {
    await rebuildUntil(interrupted, {
      settings,
      site,
      io,
      url: server.url,
      onWritten: reload.reload,
    });
  } finally {
    reload.close();
    await server.close();
  }
  return 0;
}

function readPort(value = "4747"): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new UsageError(`Expected a port from 0 to 65535, not \`${value}\` for \`--port\``);
}

interface Session {
  readonly settings: Settings;
  readonly site: LiveSite;
  readonly io: Io;
  /** Where the site is served. */
  readonly url: string;
  /** Hears when a file has changed. */
  readonly onWritten: () => void;
}

async function rebuildUntil(
  interrupted: Promise<void>,
  { settings, site, io, url, onWritten }: Session,
): Promise<void> {
  const work: Work = async (changed) => {
    const renewed = await site.renew([...changed].some(watch.isSiteFile));
    await watch.follow(renewed.settings);
    if (renewed.hasWritten) onWritten();
  };
  const loop = createRebuildLoop(work);
  const onError = (error: unknown) => warn(io, toWatchWarning(error));
  const watch = createSiteWatch(io.cwd, { onChange: loop.note, onError });
  try {
    // Before anything is read: what changes meanwhile is not missed.
    await watch.follow(settings);
    await site.begin();
    if (!settings.quiet) io.stderr.write(describePlace(url, settings, io));
    await Promise.race([interrupted, loop.run()]);
  } finally {
    await loop.stop();
    await watch.close();
  }
}

function describePlace(url: string, settings: Settings, { cwd }: Io): string {
  const out = relative(cwd, settings.config.out).replaceAll("\\", "/") || ".";
  return `feedwright: serving ${out} at ${url} until Ctrl-C\n`;
}

function toWatchWarning(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Expected a folder that can be watched (${reason}); what changes there is not seen`;
}
