import type { OutputFile } from "../../src/model.ts";
import { digestOf } from "../../src/write/match-file.ts";

/** A document of a text, to be written at a path. */
export function outputOf(path: string, text: string): OutputFile {
  const bytes = Buffer.from(text);
  return {
    path,
    format: "rss",
    url: `https://example.com/${path}`,
    title: "Example",
    language: undefined,
    group: undefined,
    sources: [],
    digest: `made of ${digestOf(bytes)}`,
    bytes: bytes.length,
    read: () => [bytes],
  };
}

/** The text of a document; empty where there is none. */
export function textOf(output: Pick<OutputFile, "read"> | undefined): string {
  return Buffer.concat([...(output?.read() ?? [])]).toString();
}
