import type { SaidMessage } from "../said-message.ts";

/**
 * What became of an article when it was rendered and composed: plain data, which can be kept and
 * sent from worker to worker.
 */
export interface Product {
  /** Undefined where nothing could be made of it; the messages say why. */
  readonly entry: ProducedEntry | undefined;
  /** What was said of the article meanwhile. */
  readonly messages: readonly SaidMessage[];
  /** What links asked for, and the address that was answered; null for none. */
  readonly links: readonly (readonly [name: string, address: string | null])[];
}

/** An entry, composed. */
export interface ProducedEntry {
  readonly title: string | undefined;
  readonly summary: string | undefined;
  /** Bytes of HTML and Markdown. */
  readonly weight: number;
  readonly hasMarkdown: boolean;
  /** Of the texts. */
  readonly digest: string;
  /** UTF-8, in the order of the config's formats. */
  readonly texts: readonly Uint8Array[];
}
