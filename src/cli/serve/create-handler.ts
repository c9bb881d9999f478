import { readFile } from "node:fs/promises";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { contentTypeOf } from "./content-type.ts";
import { encodeAnswer } from "./encode-answer.ts";
import { type Answer, type Found, findFile } from "./find-file.ts";
import { isKnownHost } from "./known-host.ts";
import {
  addReloadScript,
  eventsPath,
  type LiveReload,
  reloadScript,
  scriptPath,
} from "./live-reload.ts";
import type { Served } from "./served.ts";

/** What requests are answered from. */
export interface Source {
  readonly served: () => Served;
  readonly reload: LiveReload;
  /** Where the server listens. */
  readonly host: string;
}

/** Makes what answers requests: the files of the output folder, and nothing else. */
export function createHandler(source: Source): RequestListener {
  return (request, response) => {
    respond(request, response, source).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  source: Source,
): Promise<void> {
  const { method = "" } = request;
  const path = toPath(request.url ?? "");
  if (path === eventsPath && method === "GET" && isKnownHost(request.headers.host, source.host)) {
    if (!source.reload.join(response)) response.writeHead(503).end();
    return;
  }
  const answer = await findAnswer(request, path, source);
  const { status, headers, body } = encodeAnswer(answer, request);
  response.writeHead(status, { "X-Content-Type-Options": "nosniff", ...headers });
  if (method !== "HEAD") return await pipeline(body, response).catch(ignoreLeaving);
  body.destroy();
  response.end();
}

/** The path of an address, percent-encoded; undefined where it is none. */
function toPath(url: string): string | undefined {
  if (!url.startsWith("/") || !URL.canParse(origin + url)) return undefined;
  // With two slashes at its start it would name a host.
  return new URL(origin + url).pathname.replace(/^\/+/, "/");
}

const origin = "http://localhost";

async function findAnswer(
  request: IncomingMessage,
  path: string | undefined,
  { served, host }: Source,
): Promise<Answer> {
  if (!isKnownHost(request.headers.host, host)) {
    return toText(403, "Expected this machine's own name, such as localhost, in the address");
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return toText(405, "Expected GET or HEAD", { Allow: "GET, HEAD" });
  }
  if (path === undefined) return toText(400, "Expected a path such as /rss.xml");
  if (path === scriptPath) return toText(200, reloadScript, scriptHeaders);
  const { out, files, hasStyle } = served();
  const found = await findFile(request, path, out);
  if (found.kind === "folder") return toText(301, "", { Location: `${path}/` });
  if (found.kind === "none")
    return path === "/" ? toStart(served()) : toText(found.status, missing);
  const type = contentTypeOf(found.path, { files, hasStyle });
  const isOwnPage = files.has(found.path) && type.startsWith("text/html");
  const answer = isOwnPage ? await withReload(found) : found.answer;
  const typed = answer.status === 304 ? {} : { "Content-Type": type };
  return { ...answer, headers: { ...answer.headers, ...typed, ...revalidated } };
}

// It may be kept, but is asked for again each time.
const revalidated = { "Cache-Control": "no-cache" };

const scriptHeaders = { "Content-Type": "text/javascript; charset=utf-8", ...revalidated };

const missing = "Expected a file of the output folder";

// Where the folder has no page of its own for its root: ours, or what there is.
function toStart({ files }: Served): Answer {
  const page = [...files.keys()].find((path) => path.endsWith(".html"));
  if (page !== undefined) return toText(302, "", { Location: toReference(page) });
  return toText(404, [missing, ...[...files.keys()].map(toReference)].join("\n"));
}

function toReference(path: string): string {
  return `/${path.split("/").map(encodeURIComponent).join("/")}`;
}

// The page is another than the file, and its parts are none of the file's.
async function withReload({
  file,
  answer: { status, headers, body },
}: Extract<Found, { kind: "file" }>): Promise<Answer> {
  if (status !== 200 && status !== 206) return { status, headers, body };
  body.destroy();
  const page = Buffer.from(addReloadScript(await readFile(file, "utf8")));
  const { "Content-Range": _, "Accept-Ranges": __, ...rest } = headers;
  return {
    status: 200,
    headers: { ...rest, "Content-Length": String(page.length) },
    body: Readable.from([page]),
  };
}

function toText(status: number, text: string, headers: Answer["headers"] = {}): Answer {
  const bytes = Buffer.from(text.endsWith("\n") ? text : `${text}\n`);
  const own = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(bytes.length),
  };
  return { status, headers: { ...own, ...headers }, body: Readable.from([bytes]) };
}

// Whoever asks may leave before the end.
function ignoreLeaving(error: unknown): void {
  if (!(error instanceof Error && "code" in error)) throw error;
}
