import type { Addresses } from "../markdown/context.ts";

/** Addresses in memory that threads share; of a map each would have a copy of its own. */
export interface SharedAddresses {
  /** Names and addresses, in UTF-8, one behind the other. */
  readonly texts: Uint8Array;
  /** Where in them a name begins and ends, and its address: four numbers a name. */
  readonly places: Uint32Array;
  /** The numbers of the names, from 1 on, each at its hash or in the next slot that was free; else 0. */
  readonly slots: Uint32Array;
}

/** Puts addresses where threads can share them. */
export function shareAddresses(addresses: ReadonlyMap<string, string>): SharedAddresses {
  const texts = Buffer.from(new SharedArrayBuffer(lengthOf(addresses)));
  const places = share(addresses.size * 4);
  const slots = share(2 ** Math.ceil(Math.log2(addresses.size * 2 + 1)));
  let end = 0;
  let last: string | undefined;
  let number = 0;
  for (const [name, address] of addresses) {
    const nameEnd = end + texts.write(name, end);
    const isNew = address !== last;
    const addressEnd = isNew ? nameEnd + texts.write(address, nameEnd) : nameEnd;
    const before = places.subarray(number * 4 - 2, number * 4);
    places.set([end, nameEnd, ...(isNew ? [nameEnd, addressEnd] : before)], number * 4);
    slots[findSlot(slots, name, () => false)] = number + 1;
    [end, last, number] = [addressEnd, address, number + 1];
  }
  return { texts, places, slots };
}

/** Looks addresses up where they are shared. */
export function openAddresses({ texts, places, slots }: SharedAddresses): Addresses {
  const bytes = Buffer.from(texts.buffer);
  const textAt = (place: number) => bytes.toString("utf8", places[place], places[place + 1]);
  return {
    get: (name) => {
      const slot = findSlot(slots, name, (number) => textAt((number - 1) * 4) === name);
      const number = slots[slot] ?? 0;
      return number === 0 ? undefined : textAt((number - 1) * 4 + 2);
    },
  };
}

// An article has two names, one after the other: its address is written once.
function lengthOf(addresses: ReadonlyMap<string, string>): number {
  let length = 0;
  let last: string | undefined;
  for (const [name, address] of addresses) {
    length += Buffer.byteLength(name) + (address === last ? 0 : Buffer.byteLength(address));
    last = address;
  }
  return length;
}

function share(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

/** The slot of a name, or the free one where it would be. */
function findSlot(slots: Uint32Array, name: string, isIt: (number: number) => boolean): number {
  let slot = hashOf(name) % slots.length;
  for (let number = slots[slot]; number && !isIt(number); number = slots[slot]) {
    slot = (slot + 1) % slots.length;
  }
  return slot;
}

// https://datatracker.ietf.org/doc/draft-eastlake-fnv/, of a text's code units.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 16)) >>> 0;
}
