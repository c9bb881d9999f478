/** What a run has of the world: streams, environment, place and clock. */
export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that the command was given in, absolute. */
  readonly cwd: string;
  readonly now: () => Date;
  /** Whom to ask; undefined where there is nobody, as in a script. */
  readonly ask?: Asker | undefined;
  /** Hears once when somebody wants a command to end that would not end by itself. */
  readonly onInterrupt?: ((listener: () => void) => void) | undefined;
}

/** A person at a terminal. What they do not want to answer is undefined. */
export interface Asker {
  readonly text: (question: Question) => Promise<string | undefined>;
  readonly confirm: (message: string) => Promise<boolean | undefined>;
}

/** A question that is answered with a text. */
export interface Question {
  readonly message: string;
  /** What the answer may look like. */
  readonly example?: string | undefined;
  /** The answer to begin with. */
  readonly initial?: string | undefined;
  /** What is wrong with an answer, in a sentence; undefined for a good one. */
  readonly check: (answer: string) => string | undefined;
}

interface Stream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  /** How many characters a line of the terminal has. */
  readonly columns?: number | undefined;
}
