import { isWeb } from "../address.ts";
import type { Notice } from "./publish.ts";

/** How a hub took a request. */
export interface Reply {
  readonly kind: "told" | "refused" | "busy";
  /** Why it is not told. */
  readonly reason?: string | undefined;
  /** Milliseconds after which it wants to be asked again. */
  readonly retryAfter?: number | undefined;
}

/**
 * Asks a hub once to fetch a topic: `hub.mode=publish`, `hub.url`. Redirects are followed where they
 * keep the method (RFC 9110 §15.4.8, §15.4.9), to http(s) alone.
 *
 * @param time milliseconds that it may take
 */
export async function requestPublish(
  { hub, topic }: Notice,
  time: number,
  signal: AbortSignal,
): Promise<Reply> {
  const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": topic });
  const within = AbortSignal.any([signal, AbortSignal.timeout(time)]);
  try {
    return await follow(hub, { method: "POST", body, headers, redirect: "manual", signal: within });
  } catch (error) {
    return { kind: "busy", reason: describe(error, time) };
  }
}

const headers = { "user-agent": "feedwright" };

const mostRedirects = 3;

async function follow(hub: string, request: RequestInit): Promise<Reply> {
  let address = hub;
  for (let count = 0; count <= mostRedirects; count += 1) {
    const response = await fetch(address, request);
    const next = findNext(response);
    if (next === undefined) return await toReply(response);
    await response.body?.cancel();
    if (!isWeb(next) || !URL.canParse(next)) {
      return { kind: "refused", reason: `redirects to \`${next}\`` };
    }
    address = next;
  }
  return { kind: "refused", reason: `redirects more than ${mostRedirects} times` };
}

function findNext({ status, headers, url }: Response): string | undefined {
  const location = headers.get("location");
  if ((status !== 307 && status !== 308) || location === null) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : location;
}

async function toReply(response: Response): Promise<Reply> {
  const { ok, status, statusText } = response;
  if (ok) {
    await response.body?.cancel();
    return { kind: "told" };
  }
  const said = await readStart(response);
  const reason = [`answers ${status}`, statusText, said && `(${said})`].filter(Boolean).join(" ");
  if (!isPassing(status)) return { kind: "refused", reason };
  return { kind: "busy", reason, retryAfter: readRetryAfter(response) };
}

/** Whether a status says that another time may be better. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

// RFC 9110 §10.2.3: seconds, or a date; who names a date is asked after the usual pause.
function readRetryAfter({ headers }: Response): number | undefined {
  const value = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(value) ? Number(value) * 1000 : undefined;
}

const mostSaid = 120;

// A sentence of the hub's; what it says beyond that is of no use.
async function readStart({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    if (chunks.reduce((sum, { length }) => sum + length, 0) > 4 * mostSaid) break;
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .slice(0, mostSaid)
    .trim();
}

function describe(error: unknown, time: number): string {
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) {
    return `does not answer within ${time / 1000} seconds`;
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return `cannot be reached (${cause.message || ("code" in cause ? String(cause.code) : cause.name)})`;
}
