import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

type Syntax = ReturnType<typeof gfmTable>;

interface Tokens {
  readonly name?: string | undefined;
}

/** A part of GFM's syntax. */
interface Construct {
  readonly syntax: Syntax;
  /** What a text must have somewhere for the construct to be in it. */
  readonly sign: RegExp;
}

// Looked for at the begin of every word, addresses of e-mail cost more than all the others.
const isEmail = ({ name }: Tokens) => name === "emailAutolink";

/** In the order of `micromark-extension-gfm`: where two begin with the same, the last is first. */
const constructs: readonly Construct[] = [
  { syntax: bareAddresses((one) => !isEmail(one)), sign: /https?:\/\/|www\./i },
  { syntax: bareAddresses(isEmail), sign: /@/ },
  { syntax: gfmFootnote(), sign: /\[\^/ },
  { syntax: gfmStrikethrough(), sign: /~/ },
  // The delimiter row has nothing but these; a colon alone makes one of a single column.
  { syntax: gfmTable(), sign: /[|:][ \t]*-|-[ \t]*[|:]/ },
  // In the box there may be a line's end, and with it the marks of what is around.
  { syntax: gfmTaskListItem(), sign: /\[(?:[ \tXx]\]|[\r\n])/ },
];

/**
 * The parts of GFM's syntax that could be in a text. Without the others the parser makes the same
 * tree in half the time.
 */
export function syntaxOf(text: string): readonly Syntax[] {
  return constructs.filter(({ sign }) => sign.test(text)).map(({ syntax }) => syntax);
}

function bareAddresses(isWanted: (one: Tokens) => boolean): Syntax {
  const wanted = Object.entries(gfmAutolinkLiteral().text ?? {}).flatMap(([code, one]) => {
    const list = [one ?? []].flat().filter(isWanted);
    return list.length === 0 ? [] : [[code, list] as const];
  });
  return { text: Object.fromEntries(wanted) };
}
