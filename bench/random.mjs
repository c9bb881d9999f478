/**
 * Draws numbers that look random and are the same on every machine.
 *
 * @typedef {object} Random
 * @property {(limit: number) => number} below A whole number from 0 to below the limit.
 * @property {(chance: number) => boolean} happens True with this chance, from 0 to 1.
 * @property {<Item>(items: readonly Item[]) => Item} pick One of the items.
 */

/**
 * The generator mulberry32, from a seed.
 *
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    happens: (chance) => next() < chance,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error("Expected items to pick from, not none");
      return item;
    },
  };
}
