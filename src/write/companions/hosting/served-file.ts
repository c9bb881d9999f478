/** A file as a server has to give it out. */
export interface ServedFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The address's path on the site, encoded, from its root. */
  readonly pathname: string;
  /** Media type without parameters; all are in UTF-8. */
  readonly type: string;
}

/** What is said of every feed beside its type. Readers ask every half hour or so. */
export const commonHeaders = {
  "Cache-Control": "public, max-age=900",
  "Access-Control-Allow-Origin": "*",
  "X-Content-Type-Options": "nosniff",
} as const;
