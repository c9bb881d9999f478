/** A template tag in a text: `{% name … %}`, `{{< name … >}}`, `{{ … }}`. */
export interface Tag {
  /** `{%` of Liquid and Zola, `{{<` and `{{%` of Hugo, `{{` of all for values. */
  readonly open: "{%" | "{{<" | "{{%" | "{{";
  /** The first word: `highlight`, `site.baseurl`; of `{{ "/a" | relative_url }}` the filter. */
  readonly name: string;
  /** What stands behind the name. */
  readonly rest: string;
  /** Whether it ends a pair: `{% endraw %}`, `{{< /note >}}`. */
  readonly isEnd: boolean;
  /** Characters from the start of the text. */
  readonly start: number;
  readonly end: number;
}

/** What a tag's parameters say, by position and by name. */
export interface Parameters {
  readonly list: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const pattern =
  /\{\{<([\s\S]{0,1000}?)>\}\}|\{\{%([\s\S]{0,1000}?)%\}\}|\{%-?([\s\S]{0,1000}?)-?%\}|\{\{-?([\s\S]{0,1000}?)-?\}\}/g;

/** Every tag of a text, in order. */
export function findTags(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (let tag = findTag(text, 0); tag; tag = findTag(text, tag.end)) tags.push(tag);
  return tags;
}

/** The first tag from an offset on. What is longer than a thousand characters is none. */
export function findTag(text: string, from: number): Tag | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  const inner = match?.slice(1).find((group) => group !== undefined);
  return match && inner !== undefined ? toTag(match, inner.trim()) : undefined;
}

function toTag(match: RegExpExecArray, inner: string): Tag {
  const [whole, hugo, hugoPercent, liquid] = match;
  const open =
    hugo !== undefined
      ? "{{<"
      : hugoPercent !== undefined
        ? "{{%"
        : liquid !== undefined
          ? "{%"
          : "{{";
  const place = { start: match.index, end: match.index + whole.length };
  const filter = open === "{{" ? /\|\s*(\w+)\s*$/.exec(inner) : null;
  if (filter)
    return {
      open,
      name: filter[1] ?? "",
      rest: inner.slice(0, filter.index),
      isEnd: false,
      ...place,
    };
  const [, slash = "", word = "", rest = ""] = /^(\/?)\s*([\w.-]*)\s*([\s\S]*)$/.exec(inner) ?? [];
  const liquidEnd = open === "{%" ? /^end(\w*)$/.exec(word) : null;
  const name = liquidEnd ? (liquidEnd[1] ?? "") : word;
  return {
    open,
    name,
    rest: rest.replace(/\/$/, ""),
    isEnd: slash !== "" || liquidEnd !== null,
    ...place,
  };
}

/** Reads parameters: `"a b" c key="value"`, and Zola's `(id="x", class=y)`. */
export function readParameters(rest: string): Parameters {
  const list: string[] = [];
  const named = new Map<string, string>();
  const inner = rest.trim().replace(/^\(([\s\S]*)\)$/, "$1");
  const parameter =
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"'`]+))/g;
  for (const [, key, ...forms] of inner.matchAll(parameter)) {
    const value = (forms.find((form) => form !== undefined) ?? "").replace(/\\(["'\\])/g, "$1");
    if (key === undefined) list.push(value);
    else named.set(key.toLowerCase(), value);
  }
  return { list, named };
}
