/**
 * Reads a duration as people write it: `1830`, `30:30`, `1:02:03`.
 *
 * @returns whole seconds, from 1; undefined where it is no duration.
 */
export function readDuration(text: string): number | undefined {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:\.\d{1,9})?$/.exec(text.trim());
  if (!match) return undefined;
  const [, hours, minutes, seconds = ""] = match;
  const isClock = minutes !== undefined;
  if (isClock && !isSixtieth(seconds)) return undefined;
  if (hours !== undefined && !isSixtieth(minutes)) return undefined;
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds);
  return whole > 0 ? whole : undefined;
}

function isSixtieth(digits = ""): boolean {
  return digits.length === 2 && Number(digits) < 60;
}
