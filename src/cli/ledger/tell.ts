import type { Io } from "../io.ts";
import { toLine } from "../reporters/text.ts";

/** Says sentences to people. */
export function tell({ stderr }: Io, sentences: readonly string[]): void {
  for (const sentence of sentences) stderr.write(`feedwright: ${toLine(sentence)}\n`);
}
