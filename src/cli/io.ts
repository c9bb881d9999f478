/** What a run has of the world: streams, environment, place and clock. */
export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that the command was given in, absolute. */
  readonly cwd: string;
  readonly now: () => Date;
}

interface Stream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
}
