import type { Change, ChangeKind } from "../../diff/change.ts";
import { type Colors, toLine } from "../reporters/text.ts";
import {
  countChanges,
  describeChange,
  groupChanges,
  kindNames,
  type NamedComparison,
  type Piece,
} from "./describe-change.ts";

/** What subscribers see, for a terminal: the changes by their kinds, then a line of counts. */
export function toDiffText(
  { name, comparison }: NamedComparison,
  colors: Colors,
): readonly string[] {
  const groups = [...groupChanges(comparison)];
  return [
    colors.underline(toLine(name)),
    ...groups.flatMap(([kind, changes]) => describeGroup(kind, changes, colors)),
    `  ${countChanges(comparison)}`,
    "",
  ];
}

function describeGroup(
  kind: ChangeKind,
  changes: readonly Change[],
  colors: Colors,
): readonly string[] {
  const paint = paints[kind](colors);
  return [
    `  ${paint(`${kindNames[kind]} (${changes.length})`)}`,
    ...changes.flatMap((change) => {
      const { name, url, details } = describeChange(change);
      const address = url === undefined || url === name ? "" : `  ${colors.dim(toLine(url))}`;
      return [
        `    ${toLine(name)}${address}`,
        ...details.map((pieces) => colors.dim(`      ${pieces.map(toText).join("")}`)),
      ];
    }),
    "",
  ];
}

function toText(piece: Piece): string {
  return typeof piece === "string" ? piece : `\`${toLine(piece.value)}\``;
}

const paints = {
  "delivered-again": ({ red }: Colors) => red,
  removed: ({ red }: Colors) => red,
  new: ({ green }: Colors) => green,
  edited: ({ yellow }: Colors) => yellow,
  moved: ({ yellow }: Colors) => yellow,
  dropped: ({ dim }: Colors) => dim,
} as const satisfies Record<ChangeKind, (colors: Colors) => Colors["green"]>;
