import { htmlProblems } from "./html-problems.ts";
import { iriProblems } from "./iri-problems.ts";
import { problemIf, repeated, type ValueRule } from "./problem.ts";
import {
  isAddress,
  isEmail,
  isInteger,
  isLanguageTag,
  isMediaType,
  isRfc3339Date,
  isWebAddress,
} from "./values.ts";
import { childrenNamed, childText, descendants, parseXml, type XmlElement } from "./xml-tree.ts";

const atom = (name: string) => `{http://www.w3.org/2005/Atom}${name}`;
const xml = (name: string) => `{http://www.w3.org/XML/1998/namespace}${name}`;

const filled: ValueRule = { holds: (value) => value.trim() !== "", says: "is empty" };
const address: ValueRule = { holds: isAddress, says: "is not an absolute address" };
const webAddress: ValueRule = { holds: isWebAddress, says: "is not an absolute http(s) address" };
const date: ValueRule = { holds: isRfc3339Date, says: "is not an RFC 3339 date" };
const language: ValueRule = { holds: isLanguageTag, says: "is not a language tag" };

/** What the text of an element has to be. */
const textRules: ReadonlyMap<string, ValueRule> = new Map([
  [atom("updated"), date],
  [atom("published"), date],
  [atom("name"), filled],
  [atom("uri"), address],
  [atom("email"), { holds: isEmail, says: "is not an e-mail address" }],
  [atom("icon"), webAddress],
  [atom("logo"), webAddress],
  [atom("generator"), filled],
  [atom("content"), filled],
  [atom("summary"), filled],
  [atom("rights"), filled],
  [atom("subtitle"), filled],
]);

/** What an attribute has to be, wherever it stands. */
const attributeRules: ReadonlyMap<string, ValueRule> = new Map([
  [xml("lang"), language],
  [xml("base"), webAddress],
  ["href", address],
  ["hreflang", language],
  ["src", webAddress],
  ["uri", webAddress],
  ["scheme", address],
  ["term", filled],
  ["length", { holds: (value) => isInteger(value, 0), says: "is not a number of bytes" }],
]);

/**
 * What a feed has against RFC 4287 (https://www.rfc-editor.org/rfc/rfc4287), so far as its grammar
 * cannot say it. Stricter where feedwright has no use for more: no `atom:entry` as the root, titles
 * are plain text, every `self` has its type, ids are canonical and unique in the feed.
 */
export function atomProblems(text: string): readonly string[] {
  const document = parseXml(text);
  if (!("root" in document)) return [document.problem];
  const { root } = document;
  return root.name === atom("feed") ? feedProblems(root) : ["the root element is not <feed>"];
}

function feedProblems(feed: XmlElement): readonly string[] {
  const entries = childrenNamed(feed, atom("entry"));
  return [
    ...idProblems(feed, entries),
    ...selfProblems(feed),
    ...containerProblems("feed", feed),
    ...partsProblems("feed", feed),
    ...entries.flatMap((entry, index) => entryProblems(`entry ${index + 1}`, entry, feed)),
  ];
}

/** RFC 4287 §4.2.6: an id is unique and never changes. */
function idProblems(feed: XmlElement, entries: readonly XmlElement[]): readonly string[] {
  const ids = [feed, ...entries].flatMap((element) => childText(element, atom("id")) ?? []);
  return repeated(ids).map((id) => `feed: more than one <id> is ${id}`);
}

/** RFC 4287 §4.1.1: a feed should have a link to itself. */
function selfProblems(feed: XmlElement): readonly string[] {
  const self = childrenNamed(feed, atom("link")).filter((link) => relation(link) === "self");
  const typed = self.filter(({ attributes }) => attributes.get("type") === "application/atom+xml");
  return [
    ...problemIf(self.length !== 1, 'feed: not exactly one <link rel="self">'),
    ...problemIf(typed.length !== self.length, 'feed: <link rel="self"> has the wrong type'),
  ];
}

/** RFC 4287 §4.2.7.2: a link without a relation is an alternate. */
function relation({ attributes }: XmlElement): string {
  return attributes.get("rel") ?? "alternate";
}

function entryProblems(place: string, entry: XmlElement, feed: XmlElement): readonly string[] {
  return [
    ...containerProblems(place, entry),
    ...problemIf(!(hasAuthor(entry) || hasAuthor(feed)), `${place}: no <author>, nor has the feed`),
    ...contentProblems(place, entry),
    ...partsProblems(place, entry),
  ];
}

/** RFC 4287 §4.1.2: an entry may have its author in the feed it comes from. */
function hasAuthor(element: XmlElement): boolean {
  const source = childrenNamed(element, atom("source"));
  return [element, ...source].some((place) => childrenNamed(place, atom("author")).length > 0);
}

/** RFC 4287 §4.1.2 and §4.1.3.3: what an entry must have beside or in place of its content. */
function contentProblems(place: string, entry: XmlElement): readonly string[] {
  const content = childrenNamed(entry, atom("content"))[0];
  const alternate = childrenNamed(entry, atom("link")).some(
    (link) => relation(link) === "alternate",
  );
  const remote = content?.attributes.has("src") ?? false;
  const summary = childrenNamed(entry, atom("summary")).length > 0;
  return [
    ...problemIf(!(content || alternate), `${place}: neither <content> nor an alternate <link>`),
    ...problemIf(remote && !summary, `${place}: <content src> without <summary>`),
  ];
}

/** What holds for a feed and for an entry alike. */
function containerProblems(place: string, element: XmlElement): readonly string[] {
  const required = ["id", "title", "updated"].filter(
    (name) => childrenNamed(element, atom(name)).length !== 1,
  );
  const alternates = childrenNamed(element, atom("link"))
    .filter((link) => relation(link) === "alternate")
    .map(({ attributes }) => `${attributes.get("type") ?? ""} ${attributes.get("hreflang") ?? ""}`);
  return [
    ...required.map((name) => `${place}: not exactly one <${name}>`),
    ...childrenNamed(element, atom("id")).flatMap(({ text }) =>
      iriProblems(text).map((problem) => `${place}: <id> ${problem}`),
    ),
    ...repeated(alternates).map(() => `${place}: two alternate <link>s of one type and language`),
  ];
}

/** What holds for each element of a feed or entry by itself, the entries of a feed left out. */
function partsProblems(place: string, element: XmlElement): readonly string[] {
  const parts = element.children.filter(({ name }) => name !== atom("entry")).flatMap(descendants);
  return [
    ...attributesProblems(place, element),
    ...parts.flatMap((part) => [
      ...textProblems(place, part),
      ...attributesProblems(place, part),
      ...htmlPartProblems(place, part),
      ...linkProblems(place, part),
    ]),
  ];
}

function textProblems(place: string, part: XmlElement): readonly string[] {
  const rule = textRules.get(part.name);
  const { label, text, children, attributes } = part;
  if (rule === undefined || children.length > 0 || attributes.has("src")) return [];
  return problemIf(!rule.holds(text), `${place}: <${label}> ${rule.says}`);
}

/** Of elements that RFC 4287 defines: what others mean by such a name is theirs. */
function attributesProblems(place: string, element: XmlElement): readonly string[] {
  const { name: elementName, label, attributes } = element;
  if (!elementName.startsWith(atom(""))) return [];
  return [...attributes].flatMap(([name, value]) => {
    const rule = attributeRules.get(name);
    const shown = name.replace(xml(""), "xml:");
    return rule ? problemIf(!rule.holds(value), `${place}: <${label}> ${shown} ${rule.says}`) : [];
  });
}

/** RFC 4287 §3.1.1: the type says whether a text holds markup; none says it is plain. */
function htmlPartProblems(place: string, part: XmlElement): readonly string[] {
  const { name, label, text } = part;
  const type = part.attributes.get("type") ?? "text";
  if (name === atom("title")) return problemIf(type !== "text", `${place}: <${label}> is ${type}`);
  const problems = type === "html" ? htmlProblems(text) : [];
  return problems.map((problem) => `${place}: <${label}>: ${problem}`);
}

/** RFC 4287 §4.2.7 and, for enclosures, what RSS readers need of them. */
function linkProblems(place: string, part: XmlElement): readonly string[] {
  if (part.name !== atom("link")) return [];
  const type = part.attributes.get("type");
  const needsType = relation(part) === "enclosure";
  return [
    ...problemIf(!part.attributes.has("href"), `${place}: <link> href is missing`),
    ...problemIf(needsType && type === undefined, `${place}: <link> type is missing`),
    ...problemIf(
      type !== undefined && !isMediaType(type),
      `${place}: <link> type is not a media type`,
    ),
  ];
}
