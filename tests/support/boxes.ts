/** A box of a film or sound: ISO/IEC 14496-12 §4.2. */
export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type), body]);
}

/** The same with its size in 64 bits. */
export function longBox(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint32(1), Buffer.from(type), zeros(4), uint32(body.length + 16), body]);
}

/** A box of version 0 without flags. */
export function fullBox(type: string, ...parts: readonly Buffer[]): Buffer {
  return box(type, zeros(4), ...parts);
}

export function zeros(length: number): Buffer {
  return Buffer.alloc(length);
}

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}
