/** How time is counted, and how long something lasts. */
interface Times {
  /** Units in a second. */
  readonly timeScale: number;
  /** Seconds; undefined where it is not said. */
  readonly duration: number | undefined;
}

/**
 * Reads the header of a movie or of a track's medium: ISO/IEC 14496-12 §8.2.2 and §8.4.2.
 *
 * @throws RangeError where it is too short.
 */
export function readTimes(header: Buffer | undefined): Times | undefined {
  if (!header) return undefined;
  const isLong = header.readUInt8(0) === 1;
  const timeScale = header.readUInt32BE(isLong ? 20 : 12);
  const units = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  if (timeScale === 0) return undefined;
  // All bits set: not known.
  const isKnown = units < (isLong ? 2 ** 64 : 2 ** 32 - 1);
  return { timeScale, duration: isKnown ? units / timeScale : undefined };
}

/**
 * How much later than in its medium a track is played, in seconds (§8.6.6): what is empty before it,
 * less what is cut off its start.
 *
 * @param edits the track's `elst`
 * @param scales units in a second, of the movie and of the medium
 */
export function readDelay(
  edits: Buffer | undefined,
  scales: { readonly movie: number; readonly medium: number },
): number {
  if (!edits) return 0;
  const isLong = edits.readUInt8(0) === 1;
  const width = isLong ? 20 : 12;
  let empty = 0;
  for (let start = 8; start + width <= edits.length; start += width) {
    const units = isLong ? Number(edits.readBigUInt64BE(start)) : edits.readUInt32BE(start);
    const from = isLong ? Number(edits.readBigInt64BE(start + 8)) : edits.readInt32BE(start + 4);
    if (from >= 0) return empty - from / scales.medium;
    empty += units / scales.movie;
  }
  return empty;
}
