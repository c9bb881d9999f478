import { createServer, type RequestListener, type Server } from "node:http";
import { UsageError } from "../../config/errors.ts";

/** Where a server listens. */
export interface Place {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A server that listens. */
export interface OpenServer {
  /** Its address, with a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens a server.
 *
 * @throws UsageError where the system does not give the place.
 */
export async function openServer(handle: RequestListener, place: Place): Promise<OpenServer> {
  const server = createServer(limits, handle);
  server.maxConnections = 256;
  await listen(server, place);
  return { url: toUrl(server, place), close: async () => await close(server) };
}

// Nobody needs longer to ask, on this machine or beside it.
const limits = { headersTimeout: 10_000, requestTimeout: 20_000 };

async function listen(server: Server, { host, port }: Place): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    const refusal = refusals.get(String(cause.code));
    throw new UsageError(
      refusal?.(host, port) ?? `Expected a place to listen, not ${host}:${port} (${cause.code})`,
      { cause },
    );
  }
}

const refusals: ReadonlyMap<string, (host: string, port: number) => string> = new Map([
  [
    "EADDRINUSE",
    (_, port) => `Expected a free port, not ${port}, which is in use; name another with \`--port\``,
  ],
  [
    "EACCES",
    (_, port) =>
      `Expected a port that anybody may open, not ${port}; name one from 1024 with \`--port\``,
  ],
  [
    "EADDRNOTAVAIL",
    (host) => `Expected an address of this machine, not \`${host}\` for \`--host\``,
  ],
  ["ENOTFOUND", (host) => `Expected a name of this machine, not \`${host}\` for \`--host\``],
]);

function toUrl(server: Server, { host }: Place): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
