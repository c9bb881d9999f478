import { isTimeZone, isWebAddress } from "../checks.ts";

/**
 * The address of a site of which the config gives the host and the path apart, with one slash between
 * them and one at the end; undefined where that is no address.
 */
export function siteAddress(
  host: string | undefined,
  path: string | undefined,
): string | undefined {
  const url = (host ?? "").replace(/\/+$/, "") + `/${path ?? ""}/`.replace(/\/+/g, "/");
  return isWebAddress(url) ? url : undefined;
}

/** A time zone where this machine knows it; what a config says beyond that is as not said. */
export function knownZone(zone: string | undefined): string | undefined {
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}
