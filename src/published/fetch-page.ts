import { isWeb } from "../address.ts";
import { UsageError } from "../config/errors.ts";
import type { Budget } from "./limits.ts";
import type { Page } from "./page.ts";
import { requireRoom } from "./read-file.ts";

/**
 * Fetches a document over http(s), within the budget's time and size. What is compressed on the way
 * counts as large as it is.
 *
 * @throws UsageError that says what the server did instead.
 */
export async function fetchPage(address: string, budget: Budget): Promise<Page> {
  const watch = new Watch(address, budget);
  try {
    const response = await follow(address, budget, watch);
    const bytes = await readBody(response, address, { budget, watch });
    const type = response.headers.get("content-type") ?? "";
    const charset = /;\s*charset="?([^\s";]+)/i.exec(type)?.[1];
    return { bytes, address: response.url, charset };
  } catch (cause) {
    throw cause instanceof UsageError ? cause : toUsageError(cause, address, watch);
  } finally {
    watch.end();
  }
}

/** Ends a request that takes too long, as a whole or between two bytes. */
class Watch {
  readonly signal: AbortSignal;
  readonly #idle = new AbortController();
  readonly #budget: Budget;
  readonly #address: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(address: string, budget: Budget) {
    this.#address = address;
    this.#budget = budget;
    this.signal = AbortSignal.any([budget.signal, this.#idle.signal]);
    this.start();
  }

  /** Begins to wait for the next byte. */
  start(): void {
    this.end();
    this.#timer = setTimeout(() => this.#idle.abort(), this.#budget.limits.idle);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** What took too long; undefined where nothing did. */
  get reason(): string | undefined {
    const { total, idle } = this.#budget.limits;
    const wanted = `Expected a feed within ${total / 1000} seconds`;
    if (this.#idle.signal.aborted) {
      return `${wanted}, not a server that says nothing for ${idle / 1000}: \`${this.#address}\``;
    }
    return this.#budget.signal.aborted ? `${wanted}: \`${this.#address}\`` : undefined;
  }
}

async function follow(address: string, { limits }: Budget, watch: Watch): Promise<Response> {
  let url = requireWeb(address, address);
  for (let count = 0; count <= limits.redirects; count++) {
    const { signal } = watch;
    const response = await fetch(url, { signal, redirect: "manual", headers });
    watch.start();
    if (response.status === 200) return response;
    await response.body?.cancel();
    url = nextStop(response, address);
  }
  throw new UsageError(
    `Expected at most ${limits.redirects} redirects before a feed: \`${address}\``,
  );
}

const headers = {
  accept: "application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5",
  "user-agent": "feedwright",
};

function nextStop({ status, statusText, headers, url }: Response, address: string): string {
  const location = headers.get("location");
  if (status < 300 || status > 399 || location === null) {
    const answer = `${status} ${statusText}`.trim();
    throw new UsageError(`Expected a feed, not the answer \`${answer}\`: \`${address}\``);
  }
  return requireWeb(URL.canParse(location, url) ? new URL(location, url).href : location, address);
}

function requireWeb(url: string, address: string): string {
  if (!isWeb(url) || !URL.canParse(url)) {
    throw new UsageError(
      `Expected an http(s) address of a feed, not \`${url}\`${via(url, address)}`,
    );
  }
  const { username, password } = new URL(url);
  if (username === "" && password === "") return url;
  // They would stand in messages and logs.
  throw new UsageError(
    "Expected an address without user name and password; download the feed first",
  );
}

function via(url: string, address: string): string {
  return url === address ? "" : `, to which \`${address}\` redirects`;
}

interface Within {
  readonly budget: Budget;
  readonly watch: Watch;
}

async function readBody(
  { body, headers }: Response,
  address: string,
  { budget, watch }: Within,
): Promise<Uint8Array> {
  const stated = Number(headers.get("content-length") ?? 0);
  if (stated > budget.bytes) requireRoom(stated, address, budget);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body ?? []) {
    watch.start();
    requireRoom(chunk.byteLength, address, budget);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toUsageError(cause: unknown, address: string, { reason }: Watch): UsageError {
  if (reason !== undefined) return new UsageError(reason);
  const error = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const why = error instanceof Error ? describe(error) : String(error);
  return new UsageError(`Expected a feed that can be fetched: \`${address}\` (${why})`, { cause });
}

// Several tries that failed have no message of their own.
function describe(error: Error): string {
  return error.message || ("code" in error ? String(error.code) : error.name);
}
