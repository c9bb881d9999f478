import { isIP } from "node:net";

/**
 * Whether a request may be meant for this server. A server that only this machine reaches is asked
 * by its address or as `localhost`: any other name is that of a site which a browser was told to
 * find here (DNS rebinding), and which could then read what is served, drafts included.
 *
 * @param header the request's `Host`
 * @param host where the server listens
 */
export function isKnownHost(header: string | undefined, host: string): boolean {
  if (!isLoopback(host)) return true;
  const url = `http://${header}`;
  if (header === undefined || !URL.canParse(url)) return false;
  const name = new URL(url).hostname.replace(/^\[|\]$/g, "");
  return isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
