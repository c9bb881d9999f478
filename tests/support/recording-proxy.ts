import { request } from "node:http";
import { serve } from "./feed-server.ts";

/** A server that asks another, and keeps what it answered. */
export interface RecordingProxy {
  readonly origin: string;
  /** The statuses of the answers since it was asked last. */
  readonly statuses: () => readonly number[];
}

/** Starts a proxy before a server on the loopback interface; it ends with the test. */
export async function recordBefore(target: string): Promise<RecordingProxy> {
  let statuses: number[] = [];
  const origin = await serve((asked, response) => {
    const { method, url: path, headers } = asked;
    const { hostname, port } = new URL(target);
    request({ hostname, port, method, path, headers }, (answered) => {
      statuses.push(answered.statusCode ?? 0);
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    }).end();
  });
  return {
    origin,
    statuses: () => {
      const answered = statuses;
      statuses = [];
      return answered;
    },
  };
}
