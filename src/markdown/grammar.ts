import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

type Syntax = ReturnType<typeof gfmTable>;
type Construct = Exclude<NonNullable<Syntax["text"]>[string], undefined | readonly unknown[]>;
type Place = ThisParameterType<NonNullable<Construct["previous"]>>;

/** As much of a part of GFM's syntax as could be in a text. */
type FindSyntax = (text: string) => Syntax | undefined;

// Looked for at the begin of every word, addresses of e-mail cost more than all the others.
const isEmail = ({ name }: Construct) => name === "emailAutolink";

/** In the order of `micromark-extension-gfm`: where two begin with the same, the last is first. */
const parts: readonly FindSyntax[] = [
  bareAddresses((one) => !isEmail(one), /^(?:https?:\/\/|www\.)/i, beginsOfWebAddresses),
  bareAddresses(isEmail, /^[\w+.-]+@/, localParts),
  whereSigned(gfmFootnote(), /\[\^/),
  whereSigned(gfmStrikethrough(), /~/),
  // The delimiter row has nothing but these; a colon alone makes one of a single column.
  whereSigned(gfmTable(), /[|:][ \t]*-|-[ \t]*[|:]/),
  // In the box there may be a line's end, and with it the marks of what is around.
  whereSigned(gfmTaskListItem(), /\[(?:[ \tXx]\]|[\r\n])/),
];

/**
 * The parts of GFM's syntax that could be in a text. Without the others the parser makes the same
 * tree in half the time.
 */
export function syntaxOf(text: string): readonly Syntax[] {
  return parts.flatMap((find) => find(text) ?? []);
}

function whereSigned(syntax: Syntax, sign: RegExp): FindSyntax {
  return (text) => (sign.test(text) ? syntax : undefined);
}

// The extension sets out at every word and goes back where the word is none. Here it does where a
// word has the first letter of an address, and an address is ahead.
function bareAddresses(
  isWanted: (one: Construct) => boolean,
  ahead: RegExp,
  findBegins: (text: string) => readonly string[],
): FindSyntax {
  const all = Object.entries(gfmAutolinkLiteral().text ?? {}).map(([code, one]) => {
    const wanted = [one ?? []].flat().filter(isWanted);
    return [code, wanted.map((construct) => whereAhead(construct, ahead))] as const;
  });
  return (text) => {
    const letters = new Set(findBegins(text).map((begin) => String(begin.charCodeAt(0))));
    if (letters.size === 0) return undefined;
    return { text: Object.fromEntries(all.filter(([code]) => letters.has(code))) };
  };
}

function beginsOfWebAddresses(text: string): readonly string[] {
  return text.match(/https?:\/\/|www\./gi) ?? [];
}

// What stands before each `@`: an expression would try every word.
function localParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (/[\w+.-]/.test(text.charAt(start - 1))) start--;
    if (start < at) parts.push(text.slice(start, at));
  }
  return parts;
}

function whereAhead(construct: Construct, ahead: RegExp): Construct {
  return {
    ...construct,
    previous(code) {
      return construct.previous?.call(this, code) !== false && ahead.test(restOfLine(this));
    },
  };
}

function restOfLine(place: Place): string {
  const start = place.now();
  const end = { ...start, _index: start._index + 1, _bufferIndex: -1 };
  return place.sliceSerialize({ start, end });
}
