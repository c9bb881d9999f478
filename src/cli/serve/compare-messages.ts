import type { ReportedMessage } from "../outcome.ts";

/** How the messages of two builds differ. */
export interface MessageChange {
  readonly come: readonly ReportedMessage[];
  readonly gone: readonly ReportedMessage[];
}

/**
 * Compares the messages of a build with those of the one before. One that only stands in another
 * line is the same.
 */
export function compareMessages(
  before: readonly ReportedMessage[],
  now: readonly ReportedMessage[],
): MessageChange {
  return { come: without(now, before), gone: without(before, now) };
}

// As often as it stands there: of two that are alike one may have gone.
function without(
  messages: readonly ReportedMessage[],
  others: readonly ReportedMessage[],
): readonly ReportedMessage[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return messages.filter((one) => {
    const count = counts.get(keyOf(one)) ?? 0;
    counts.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

function keyOf({ file, severity, rule, reason }: ReportedMessage): string {
  return JSON.stringify([file, severity, rule, reason]);
}
