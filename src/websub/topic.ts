/** A feed as hubs know it (https://www.w3.org/TR/websub/#definitions). */
export interface Topic {
  /** Its address: what the feed says of itself with `rel="self"`. */
  readonly url: string;
  /** Its file, below the output folder, with `/`. */
  readonly path: string;
  /** Of the file's bytes. */
  readonly digest: string;
}
