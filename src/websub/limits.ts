/** How long is tried to tell a hub. Times in milliseconds. */
export interface Limits {
  /** Requests for one topic. */
  readonly tries: number;
  /** The most that a request may take. */
  readonly request: number;
  /** How long is waited before the second; twice as long before each that follows. */
  readonly pause: number;
  /** The longest that is waited, whatever a hub asks for. */
  readonly longestPause: number;
  /** All of it together. */
  readonly total: number;
  /** Requests at once. */
  readonly jobs: number;
}

/** Time enough for a hub that restarts. */
export const patientLimits: Limits = {
  tries: 4,
  request: 10_000,
  pause: 1000,
  longestPause: 30_000,
  total: 300_000,
  jobs: 4,
};
