import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Starts a server on the loopback interface that ends with the test; returns its address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${portOf(server.address())}`;
}

/** Serves texts by their paths; a text may name the server's own address as `{{origin}}`. */
export async function serveTexts(texts: Readonly<Record<string, string>>): Promise<string> {
  let origin = "";
  origin = await serve(({ url = "" }, response) => {
    const text = texts[url];
    if (text === undefined) response.writeHead(404);
    response.end(text?.replaceAll("{{origin}}", origin));
  });
  return origin;
}

function portOf(address: string | AddressInfo | null): number {
  if (address !== null && typeof address === "object") return address.port;
  throw new TypeError("Expected a port");
}
