import type { SourceText } from "../../source-file.ts";
import { digestLength } from "../../text-digest.ts";

/** Memory by which one thread gives texts to another; sent, it stays the same memory. */
export interface SharedTexts {
  /** The batch that the taker is at, and behind it what is with each: `free` to `taken`. */
  readonly progress: Int32Array<SharedArrayBuffer>;
  /** Where in the bytes each text begins, its facts, and where they end; that is 0 where it is not there. */
  readonly places: Int32Array<SharedArrayBuffer>;
  readonly bytes: Uint8Array<SharedArrayBuffer>;
}

/** Texts that are given together: to say so for each would take longer than some take to read. */
const batchSize = 32;

// Batches that lie there at once: enough to work ahead, little to hold.
const slots = 16;
const someSlots = slots / 2;
const slotBytes = 256 * 1024;

const [free, claimed, given, taken] = [0, 1, 2, 3];

/** Makes the memory for so many texts. */
export function shareTexts(count: number): SharedTexts {
  const share = (length: number) => {
    return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
  };
  return {
    progress: share(1 + Math.ceil(count / batchSize)),
    places: share(slots * batchSize * placeSize),
    bytes: new Uint8Array(new SharedArrayBuffer(slots * slotBytes)),
  };
}

/** What takes texts, in the order of their numbers from 0 on; any may be left out. */
export interface Taker {
  /** A text, if it was given; whoever asks never waits. */
  readonly take: (number: number) => SourceText | undefined;
  /** Says that no more is wanted. */
  readonly close: () => void;
}

/** Makes the taker of shared texts. */
export function createTaker({ progress, places, bytes: { buffer } }: SharedTexts): Taker {
  const bytes = Buffer.from(buffer);
  let current = -1;
  let isGiven = false;
  const moveTo = (batch: number) => {
    current = batch;
    Atomics.store(progress, 0, batch);
    // To wake a thread takes as long as many a batch: where it sleeps it has time.
    if (batch % someSlots === 0) Atomics.notify(progress, 0);
  };
  return {
    take: (number) => {
      const batch = Math.floor(number / batchSize);
      if (batch !== current) {
        moveTo(batch);
        // What is not there by now is read by its taker: to wait for it would take as long.
        isGiven = Atomics.exchange(progress, 1 + batch, taken) === given;
      }
      if (!isGiven) return undefined;
      const place = placeOf(number);
      const facts = places[place + 1] ?? 0;
      const end = places[place + 2] ?? 0;
      if (end === 0) return undefined;
      return {
        text: bytes.toString("utf8", places[place], facts),
        digest: bytes.toString("latin1", facts, facts + digestLength),
        state: bytes.toString("latin1", facts + digestLength, end),
      };
    },
    close: () => {
      moveTo(progress.length - 1);
      Atomics.notify(progress, 0);
    },
  };
}

/**
 * Reads one of the files into bytes, from their start on: its text, and behind it its facts, which are
 * digest and state.
 *
 * @returns where the facts begin and where they end; undefined where there is no text, or no room.
 */
export type ReadOne = (number: number, bytes: Buffer) => Filled | undefined;

type Filled = readonly [facts: number, end: number];

/**
 * Gives texts ahead of their taker, and waits for it where it is far behind. Blocks the thread until
 * all are given or no more are wanted.
 */
export function giveTexts(shared: SharedTexts, count: number, readOne: ReadOne): void {
  const bytes = Buffer.from(shared.bytes.buffer);
  for (const batch of claimBatches(shared.progress)) {
    let start = (batch % slots) * slotBytes;
    const end = start + slotBytes;
    const first = batch * batchSize;
    for (let number = first; number < Math.min(first + batchSize, count); number++) {
      const [facts, length] = readOne(number, bytes.subarray(start, end)) ?? [0, 0];
      const stop = length === 0 ? 0 : start + length;
      shared.places.set([start, start + facts, stop], placeOf(number));
      start += length;
    }
  }
}

// The slot of a batch was that of another which its taker has done with.
function* claimBatches(progress: SharedTexts["progress"]): Iterable<number> {
  for (let batch = 0; batch < progress.length - 1; ) {
    const taker = Atomics.load(progress, 0);
    if (batch >= taker + slots) {
      Atomics.wait(progress, 0, taker);
    } else if (batch < taker) {
      batch = taker;
    } else {
      if (Atomics.compareExchange(progress, 1 + batch, free, claimed) === free) {
        yield batch;
        Atomics.compareExchange(progress, 1 + batch, claimed, given);
      }
      batch += 1;
    }
  }
}

function placeOf(number: number): number {
  return (number % (slots * batchSize)) * placeSize;
}

const placeSize = 3;
