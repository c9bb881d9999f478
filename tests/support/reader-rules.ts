import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOfNode } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";

/** What a reader keeps of an item's HTML, as its sources say: elements, and attributes of each. */
export interface ReaderRules {
  readonly name: string;
  /** Attributes by element; those of `*` stay everywhere. What is not named loses its tags. */
  readonly keeps: Readonly<Record<string, readonly string[]>>;
  /** Elements that go with everything in them. */
  readonly drops: readonly string[];
  /** Elements that go where none of these attributes is left. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

const none = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, []]));
const ids = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, ["id"]]));

/** Miniflux, `internal/reader/sanitizer/sanitizer.go`, 2025. */
export const miniflux: ReaderRules = {
  name: "Miniflux",
  keeps: {
    ...none(
      "blockquote br caption cite code del em figcaption figure ins kbd p picture pre rp rt rtc",
    ),
    ...none("ruby s samp strong sub table thead tr var wbr"),
    ...ids("dd dl dt h1 h2 h3 h4 h5 h6 li ol sup ul"),
    a: ["href", "title", "id"],
    abbr: ["title"],
    audio: ["src", "controls"],
    img: ["alt", "title", "src", "srcset", "sizes", "width", "height"],
    q: ["cite"],
    source: ["src", "type", "srcset", "sizes", "media"],
    td: ["rowspan", "colspan"],
    th: ["rowspan", "colspan"],
    time: ["datetime"],
    video: ["poster", "height", "width", "src", "controls"],
  },
  drops: ["noscript", "script", "style"],
  needs: { a: ["href"], img: ["src"], source: ["src", "srcset"] },
};

/** Feedbin: the allowlist of html-pipeline, with ids and figures (`config/initializers/whitelist.rb`). */
export const feedbin: ReaderRules = {
  name: "Feedbin",
  keeps: {
    ...none(
      "h1 h2 h3 h4 h5 h6 br b i strong em pre code tt div ins del sup sub p ol ul table thead",
    ),
    ...none(
      "tbody tfoot dl dt dd kbd samp var hr ruby rt rp li tr s strike summary details caption",
    ),
    ...none("figure figcaption abbr cite dfn mark small span time wbr"),
    "*": [
      "id",
      "title",
      "alt",
      "width",
      "height",
      "align",
      "colspan",
      "rowspan",
      "open",
      "datetime",
      "start",
    ],
    a: ["href"],
    blockquote: ["cite"],
    img: ["src"],
    q: ["cite"],
    td: [],
    th: [],
    audio: ["src", "controls"],
    video: ["src", "poster", "controls"],
    source: ["src", "srcset"],
    picture: [],
  },
  drops: ["script", "style"],
  needs: {},
};

/** What a reader with these rules shows of an item. */
export function readAs(rules: ReaderRules, html: string): Root {
  const tree = fromHtml(html, { fragment: true });
  return { ...tree, children: tree.children.flatMap((child) => keep(child, rules)) };
}

function keep(node: Root["children"][number], rules: ReaderRules): ElementContent[] {
  if (node.type === "text") return [node];
  if (node.type !== "element" || rules.drops.includes(node.tagName)) return [];
  const children = node.children.flatMap((child) => keep(child, rules));
  const allowed = rules.keeps[node.tagName];
  if (!allowed) return children;
  const names = [...allowed, ...(rules.keeps["*"] ?? [])];
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => names.includes(name.toLowerCase())),
  );
  const needed = rules.needs[node.tagName] ?? [];
  const isMissed = needed.length > 0 && !needed.some((name) => name in lowerCased(properties));
  return isMissed ? children : [{ ...node, properties, children }];
}

function lowerCased(properties: Element["properties"]): Element["properties"] {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** The text of a tree, its white space folded. */
export function textOf(tree: Root): string {
  return textOfNode(tree).replace(/\s+/g, " ").trim();
}

/** The addresses of links and pictures, in order. */
export function addressesOf(tree: Root): readonly string[] {
  const addresses: string[] = [];
  visit(tree, "element", ({ tagName, properties }) => {
    const address =
      tagName === "a" ? properties["href"] : tagName === "img" ? properties["src"] : undefined;
    if (typeof address === "string") addresses.push(address);
  });
  return addresses;
}

// What may stand empty: it is shown by itself, or is a cell or line of its own.
const replaced =
  /^(?:img|br|hr|wbr|video|audio|source|track|col|td|th|picture|mspace|mprescripts|none)$/;

/** The elements in which there is nothing to see, and which nothing can link to. */
export function emptyElementsOf(tree: Root): readonly string[] {
  const empty: string[] = [];
  visit(tree, "element", (element) => {
    if (replaced.test(element.tagName)) return SKIP;
    const isTarget = element.properties["id"] !== undefined;
    if (textOfNode(element).trim() === "" && !isTarget && !holdsReplaced(element))
      empty.push(element.tagName);
    return undefined;
  });
  return empty;
}

function holdsReplaced(element: Element): boolean {
  let found = false;
  visit(element, "element", ({ tagName }) => {
    found ||= replaced.test(tagName);
  });
  return found;
}

/** Links that NetNewsWire shows as pop-overs (`sup > a` with a hash `#fn…`) and that find no id. */
export function deadFootnotesOf(tree: Root): readonly string[] {
  const known = new Set<unknown>();
  const wanted: string[] = [];
  visit(tree, "element", (element, _, parent) => {
    known.add(element.properties["id"]);
    const href = element.tagName === "a" ? String(element.properties["href"] ?? "") : "";
    const hash = href.split("#")[1] ?? "";
    if (parent?.type === "element" && parent.tagName === "sup" && hash.startsWith("fn"))
      wanted.push(hash);
  });
  return wanted.filter((hash) => !known.has(hash));
}
