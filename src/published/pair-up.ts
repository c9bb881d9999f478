/** A way to know things again: both sides have keys, and those with one in common may be one. */
export interface Round<Left, Right, By extends string> {
  readonly by: By;
  readonly leftKeys: (left: Left) => readonly (string | undefined)[];
  readonly rightKeys: (right: Right) => readonly (string | undefined)[];
}

/** Two that are one, and how that was seen. */
interface Pair<Left, Right, By extends string> {
  readonly left: Left;
  readonly right: Right;
  readonly by: By;
}

/** What became of two lists. */
export interface Pairing<Left, Right, By extends string> {
  readonly pairs: readonly Pair<Left, Right, By>[];
  readonly left: readonly Left[];
  readonly right: readonly Right[];
  /** Those on the left that could be several on the right, or of which several could be one. */
  readonly doubts: ReadonlyMap<Left, Doubt<Right, By>>;
}

/** Why one has no partner though there are some to choose from. */
export interface Doubt<Right, By extends string> {
  readonly by: By;
  readonly candidates: readonly Right[];
}

/**
 * Pairs two lists, one to one, in rounds: who found a partner in one does not take part in the next.
 * Only who is the only one on both sides finds a partner.
 */
export function pairUp<Left, Right, By extends string>(
  left: readonly Left[],
  right: readonly Right[],
  rounds: readonly Round<Left, Right, By>[],
): Pairing<Left, Right, By> {
  let open: Pairing<Left, Right, By> = { pairs: [], left, right, doubts: new Map() };
  for (const round of rounds) open = playRound(open, round);
  return open;
}

function playRound<Left, Right, By extends string>(
  open: Pairing<Left, Right, By>,
  { by, leftKeys, rightKeys }: Round<Left, Right, By>,
): Pairing<Left, Right, By> {
  const byLeftKey = groupByKey(open.left, leftKeys);
  const byRightKey = groupByKey(open.right, rightKeys);
  const candidatesOf = (left: Left) => gather(leftKeys(left), byRightKey);
  const pairs: Pair<Left, Right, By>[] = [];
  const doubts = new Map(open.doubts);
  for (const left of open.left) {
    const candidates = candidatesOf(left);
    const [right] = candidates;
    if (right === undefined) continue;
    const isOnly = candidates.length === 1 && gather(rightKeys(right), byLeftKey).length === 1;
    if (isOnly) pairs.push({ left, right, by });
    else if (!doubts.has(left)) doubts.set(left, { by, candidates });
  }
  const found = new Set<Left | Right>(pairs.flatMap((pair) => [pair.left, pair.right]));
  return {
    pairs: [...open.pairs, ...pairs],
    left: open.left.filter((one) => !found.has(one)),
    right: open.right.filter((one) => !found.has(one)),
    doubts,
  };
}

type KeysOf<One> = (one: One) => readonly (string | undefined)[];

function groupByKey<One>(ones: readonly One[], keysOf: KeysOf<One>): Map<string, Set<One>> {
  const groups = new Map<string, Set<One>>();
  for (const one of ones) {
    for (const key of keysOf(one)) {
      if (key === undefined) continue;
      groups.set(key, (groups.get(key) ?? new Set()).add(one));
    }
  }
  return groups;
}

function gather<One>(
  keys: readonly (string | undefined)[],
  groups: ReadonlyMap<string, ReadonlySet<One>>,
): readonly One[] {
  return [...new Set(keys.flatMap((key) => [...((key && groups.get(key)) || [])]))];
}
