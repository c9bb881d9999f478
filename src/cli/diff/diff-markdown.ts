import type {
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
} from "mdast";
import { isWeb } from "../../address.ts";
import type { Change, ChangeKind } from "../../diff/change.ts";
import { toLine } from "../reporters/text.ts";
import {
  countChanges,
  type DescribedChange,
  describeChange,
  groupChanges,
  kindNames,
  type NamedComparison,
  type Piece,
} from "./describe-change.ts";

/**
 * What subscribers see, as GitHub's Markdown. Titles stand in links and code alone, where GitHub
 * sees neither markup nor a person's or an issue's name.
 */
export async function toDiffMarkdown(comparisons: readonly NamedComparison[]): Promise<string> {
  // Most runs write none.
  const [{ unified }, { default: gfm }, { default: math }, { default: stringify }] =
    await Promise.all([
      import("unified"),
      import("remark-gfm"),
      import("remark-math"),
      import("remark-stringify"),
    ]);
  const writer = unified().use(gfm).use(math).use(stringify, { bullet: "-" });
  return writer.stringify({ type: "root", children: comparisons.flatMap(toBlocks) });
}

function toBlocks({ name, comparison }: NamedComparison): readonly RootContent[] {
  const counts = `: ${countChanges(comparison)}`;
  return [
    toParagraph([toCode(name), { type: "text", value: counts }]),
    ...[...groupChanges(comparison)].flatMap(([kind, changes]) => toGroup(kind, changes)),
  ];
}

/** A page has an end; the text report tells the rest. */
const mostChanges = 100;

function toGroup(kind: ChangeKind, changes: readonly Change[]): readonly RootContent[] {
  const title = `${kindNames[kind]} (${changes.length})`;
  const rest = changes.length - mostChanges;
  const more: readonly ListItem[] =
    rest > 0 ? [toItem([toParagraph([{ type: "text", value: `… and ${rest} more` }])])] : [];
  const items = changes.slice(0, mostChanges).map((change) => toChange(describeChange(change)));
  return [
    toParagraph([{ type: "strong", children: [{ type: "text", value: title }] }]),
    toList([...items, ...more]),
  ];
}

function toChange({ name, url, details }: DescribedChange): ListItem {
  const title = toParagraph([toName(name, url)]);
  const lines = details.map((pieces) => toItem([toParagraph(pieces.map(toPhrase))]));
  return toItem(lines.length === 0 ? [title] : [title, toList(lines)]);
}

function toName(name: string, url: string | undefined): Link | InlineCode {
  if (url === undefined || !isWeb(url)) return toCode(name);
  return { type: "link", url, children: [{ type: "text", value: toLine(name) }] };
}

function toPhrase(piece: Piece): PhrasingContent {
  return typeof piece === "string" ? { type: "text", value: piece } : toCode(piece.value);
}

// Code cannot be empty.
function toCode(value: string): InlineCode {
  return { type: "inlineCode", value: toLine(value) || " " };
}

function toParagraph(children: readonly PhrasingContent[]): Paragraph {
  return { type: "paragraph", children: [...children] };
}

function toList(children: readonly ListItem[]): List {
  return { type: "list", spread: false, children: [...children] };
}

function toItem(children: readonly (Paragraph | List)[]): ListItem {
  return { type: "listItem", spread: false, children: [...children] };
}
