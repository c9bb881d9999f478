/** Kept bytes that are not what they were. */
export class DamagedError extends Error {
  override readonly name = "DamagedError";
}
