import type { Element } from "xast";
import type { Envelope, FormatName, History } from "../model.ts";
import { element } from "./xml.ts";

/** The namespace of feed history, https://www.rfc-editor.org/rfc/rfc5005#section-2. */
const namespace = { "xmlns:fh": "http://purl.org/syndication/history/1.0" };

/** Declared only where it is used: a namespace that is new to a feed changes its every byte. */
export function historyNamespace({ history }: Envelope): Readonly<Record<string, string>> {
  return history && history.kind !== "current" ? namespace : {};
}

/** What kind of document of a feed's history this is (RFC 5005 §2 and §4). */
export function historyElement({ history }: Envelope): Element | undefined {
  if (!history || history.kind === "current") return undefined;
  return element(history.kind === "complete" ? "fh:complete" : "fh:archive", {});
}

/** The links between the documents of a feed's history (RFC 5005 §4), as relation and address. */
export function historyLinks(
  { history }: Envelope,
  format: FormatName,
): readonly { readonly rel: string; readonly href: string }[] {
  if (!history || history.kind === "complete") return [];
  return linksOf(history).flatMap(([rel, urls]) => (urls ? [{ rel, href: urls[format] }] : []));
}

function linksOf(history: Exclude<History, { readonly kind: "complete" }>) {
  const { previous } = history;
  const older = ["prev-archive", previous] as const;
  if (history.kind === "current") return [older];
  return [["current", history.current] as const, older, ["next-archive", history.next] as const];
}
