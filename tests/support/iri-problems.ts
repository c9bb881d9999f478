import { problemIf } from "./problem.ts";
import { isAddress } from "./values.ts";

const defaultPorts = new Map([
  ["http", "80"],
  ["https", "443"],
]);

/**
 * What keeps an IRI from being an absolute one in the canonical form that an `atom:id` should
 * have, so that readers compare it character by character: RFC 4287 §4.2.6.1
 * (https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6.1).
 */
export function iriProblems(iri: string): readonly string[] {
  if (!isAddress(iri)) return ["is not an absolute IRI"];
  const [, scheme = "", authority, path = ""] =
    /^([^:]+):(?:\/\/([^/?#]*))?([^?#]*)/.exec(iri) ?? [];
  return [
    ...problemIf(scheme !== scheme.toLowerCase(), "has capital letters in its scheme"),
    ...escapeProblems(iri),
    ...(authority === undefined ? [] : authorityProblems(scheme, authority, path)),
  ];
}

/** RFC 3986 §6.2.2.1 and §6.2.2.2: capital digits, and no escape where none is needed. */
function escapeProblems(iri: string): readonly string[] {
  const escapes = iri.match(/%[0-9a-f]{2}/gi) ?? [];
  const needless = escapes.filter((code) => /^[\w.~-]$/.test(decodeByte(code)));
  return [
    ...problemIf(/[a-f]/.test(escapes.join("")), "has small letters in an escape"),
    ...problemIf(needless.length > 0, "escapes what needs no escape"),
  ];
}

function decodeByte(code: string): string {
  return String.fromCharCode(Number.parseInt(code.slice(1), 16));
}

/** RFC 3986 §6.2.2.3 and §6.2.3 */
function authorityProblems(scheme: string, authority: string, path: string): readonly string[] {
  const host = authority.replace(/^[^@]*@/, "");
  const port = /:(\d*)$/.exec(host)?.[1];
  const needless = port === "" || (port !== undefined && port === defaultPorts.get(scheme));
  return [
    ...problemIf(host !== host.toLowerCase(), "has capital letters in its host"),
    ...problemIf(/^:?@/.test(authority), "has an empty user"),
    ...problemIf(needless, "has a needless port"),
    ...problemIf(path === "", "has no path"),
    ...problemIf(path.split("/").some(isDots), "has a dot segment"),
  ];
}

function isDots(segment: string): boolean {
  return segment === "." || segment === "..";
}
