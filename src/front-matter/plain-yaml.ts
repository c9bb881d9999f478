import type { List, Mapping, Member, Scalar } from "./value.ts";

/** What an unquoted word stands for. */
export type TypeOf = (word: string) => Scalar["type"];

/**
 * Reads the YAML that most front matter is: lines of `key: value`, where a value is words, a quoted
 * text without escapes, or a list of these. It takes a fraction of the parser's time and finds the
 * same; wherever there is a doubt, the parser has to decide.
 *
 * @param start where `text` begins in the file
 * @returns undefined for everything else.
 */
export function readPlainYaml(text: string, start: number, typeOf: TypeOf): Mapping | undefined {
  const members: Member[] = [];
  for (let at = 0; at < text.length; at = line.lastIndex) {
    line.lastIndex = at;
    const [whole, key, value, flow, , block] = line.exec(text) ?? [];
    if (whole === undefined) return undefined;
    if (key === undefined) continue;
    const written = value ?? flow ?? block ?? "";
    const offset = start + at + whole.indexOf(written, key.length + 1);
    const items = flow === undefined ? block && blockItem : flowItem;
    members.push({
      key,
      value: items
        ? readList(written, offset, { items, typeOf })
        : toScalar(written, offset, typeOf),
      offset: start + at,
    });
  }
  const [first] = members;
  return first && { kind: "mapping", members, offset: first.offset };
}

interface ListReading {
  /** An item, its text the first group. */
  readonly items: RegExp;
  readonly typeOf: TypeOf;
}

function readList(text: string, start: number, { items, typeOf }: ListReading): List {
  const values: Scalar[] = [];
  for (const { 0: whole, 1: written = "", index } of text.matchAll(items)) {
    values.push(toScalar(written, start + index + whole.indexOf(written), typeOf));
  }
  return { kind: "list", items: values, offset: start };
}

function toScalar(written: string, offset: number, typeOf: TypeOf): Scalar {
  return /^["']/.test(written)
    ? { kind: "scalar", type: "text", text: written.slice(1, -1), offset }
    : { kind: "scalar", type: typeOf(written), text: written, offset };
}

// No control character, no half of a pair, nothing that stands for no character.
const beyond = String.raw`\u00A1-\uD7FF\uE000-\uFEFE`;
const first = String.raw`[A-Za-z\d${beyond}]`;
// What is left out means something to YAML: in any word `#` and `: `, in a list `,`, `:` and brackets.
const word = String.raw`${first}(?: *[!"$-+.-9;-Z\\^-z|~${beyond}-])*`;
const words = String.raw`${first}(?: *(?:[!"$-9;-~${beyond}]|:(?! |\r?\n|$)))*`;
const quoted = String.raw`"[ !#-[\]-~${beyond}]*"|'[ -&(-~${beyond}]*'`;
const end = String.raw` *(?:\r?\n|$)`;
const item = `- +(?:${quoted}|${words})${end}`;

const flow = String.raw`\[ *(?:(?:${quoted}|${word})(?: *, *(?:${quoted}|${word}))*)? *\]`;
const pair = String.raw`([A-Za-z_][\w-]{0,99}):(?: +(?:(${quoted}|${words})|(${flow}))${end}| *\r?\n( *)((?:${item})(?:\4${item})*))`;

// A pair, with its list on the lines below where it has one there; or an empty line.
const line = new RegExp(`${pair}|${end}`, "y");
const flowItem = new RegExp(`(${quoted}|${word})`, "g");
const blockItem = new RegExp(`- +(${quoted}|${words})${end}`, "g");
