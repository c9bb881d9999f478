/** A document as it came, before anybody looked into it. */
export interface Page {
  readonly bytes: Uint8Array;
  /** Where it lies on the web, after redirects; relative addresses count from there. */
  readonly address?: string | undefined;
  /** What the server says of its letters. */
  readonly charset?: string | undefined;
}
