import pico from "picocolors";
import type { NamedComparison } from "./describe-change.ts";
import { toDiffText } from "./diff-text.ts";

/** Puts comparisons together that tell the same, as all formats of a feed mostly do. */
export function mergeEqual(comparisons: readonly NamedComparison[]): readonly NamedComparison[] {
  const byText = new Map<string, NamedComparison>();
  const colors = pico.createColors(false);
  for (const one of comparisons) {
    const text = toDiffText({ ...one, name: "" }, colors).join("\n");
    const known = byText.get(text);
    byText.set(text, known ? { ...known, name: `${known.name}, ${one.name}` } : one);
  }
  return [...byText.values()];
}
