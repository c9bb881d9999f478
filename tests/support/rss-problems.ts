import { htmlProblems } from "./html-problems.ts";
import { problemIf, repeated, type ValueRule } from "./problem.ts";
import {
  isEmail,
  isInteger,
  isLanguageTag,
  isMediaType,
  isRfc822Date,
  isWebAddress,
} from "./values.ts";
import { childrenNamed, childText, parseXml, type XmlElement } from "./xml-tree.ts";

const atomLink = "{http://www.w3.org/2005/Atom}link";
const contentEncoded = "{http://purl.org/rss/1.0/modules/content/}encoded";
const creator = "{http://purl.org/dc/elements/1.1/}creator";

const filled: ValueRule = { holds: (value) => value.trim() !== "", says: "is empty" };
const webAddress: ValueRule = {
  holds: (value) => isWebAddress(value) && /^[!-~]+$/.test(value),
  says: "is not an absolute http(s) address in ASCII",
};
const date: ValueRule = { holds: isRfc822Date, says: "is not an RFC 822 date as the profile asks" };
const email: ValueRule = { holds: isEmail, says: "has no e-mail address" };
const mediaType: ValueRule = { holds: isMediaType, says: "is not a media type" };
const language: ValueRule = { holds: isLanguageTag, says: "is not a language tag" };
const minutes: ValueRule = {
  holds: (value) => isInteger(value, 1),
  says: "is not a positive integer",
};
const bytes: ValueRule = {
  holds: (value) => isInteger(value, 0),
  says: "is not a number of bytes",
};
const upTo = (most: number): ValueRule => ({
  holds: (value) => isInteger(value, 1) && Number(value) <= most,
  says: `is not a number from 1 to ${most}`,
});

type Rules = ReadonlyMap<string, ValueRule>;

const channelRules: Rules = new Map([
  ["title", filled],
  ["link", webAddress],
  ["description", filled],
  ["language", language],
  ["copyright", filled],
  ["managingEditor", email],
  ["webMaster", email],
  ["pubDate", date],
  ["lastBuildDate", date],
  ["category", filled],
  ["generator", filled],
  ["docs", webAddress],
  ["ttl", minutes],
]);

const itemRules: Rules = new Map([
  ["title", filled],
  ["link", webAddress],
  ["description", filled],
  ["author", email],
  ["category", filled],
  ["comments", webAddress],
  ["guid", filled],
  ["pubDate", date],
  ["source", filled],
  [contentEncoded, filled],
  [creator, filled],
]);

const imageRules: Rules = new Map([
  ["url", webAddress],
  ["title", filled],
  ["link", webAddress],
  ["width", upTo(144)],
  ["height", upTo(400)],
  ["description", filled],
]);

const channelGroups = ["cloud", "image", "item", "rating", "skipDays", "skipHours", "textInput"];
const mayRepeat = new Set(["category", "item", creator]);

/**
 * What a document has against the RSS 2.0 specification (https://www.rssboard.org/rss-specification)
 * and the RSS Best Practices Profile (https://www.rssboard.org/rss-profile), recommendations
 * included. Stricter than both where feedwright has no use for more: addresses are http(s), a
 * `guid` is required, and titles refer to characters only by hexadecimal number.
 */
export function rssProblems(xml: string): readonly string[] {
  const document = parseXml(xml);
  return "root" in document ? rootProblems(document.root) : [document.problem];
}

function rootProblems(root: XmlElement): readonly string[] {
  if (root.name !== "rss") return ["the root element is not <rss>"];
  const [channel, ...more] = childrenNamed(root, "channel");
  return [
    ...problemIf(root.attributes.get("version") !== "2.0", 'rss: version is not "2.0"'),
    ...problemIf(channel === undefined || more.length > 0, "rss: not exactly one <channel>"),
    ...(channel ? channelProblems(channel) : []),
  ];
}

function channelProblems(channel: XmlElement): readonly string[] {
  const items = childrenNamed(channel, "item");
  return [
    ...missing("channel", channel, ["title", "link", "description"]),
    ...childrenProblems("channel", channel, channelRules, channelGroups),
    ...orderProblems(channel),
    ...titleProblems("channel", channel),
    ...linkProblems(childrenNamed(channel, atomLink)),
    ...childrenNamed(channel, "image").flatMap((image) => imageProblems(image, channel)),
    ...repeated(items.flatMap((item) => childText(item, "guid") ?? [])).map(
      (guid) => `channel: more than one <item> has the <guid> ${guid}`,
    ),
    ...items.flatMap((item, index) => itemProblems(`item ${index + 1}`, item)),
  ];
}

function missing(place: string, element: XmlElement, names: readonly string[]): readonly string[] {
  return names
    .filter((name) => childrenNamed(element, name).length === 0)
    .map((name) => `${place}: <${name}> is missing`);
}

/** What holds for the children of any element: known, not repeated, plain, with the right value. */
function childrenProblems(
  place: string,
  element: XmlElement,
  rules: Rules,
  groups: readonly string[],
): readonly string[] {
  const known = element.children.filter(({ name }) => rules.has(name) || groups.includes(name));
  const unknown = element.children.filter(
    (child) => !(child.name.startsWith("{") || known.includes(child)),
  );
  const single = known.filter(({ name }) => !mayRepeat.has(name));
  return [
    ...unknown.map(({ label }) => `${place}: <${label}> is not an element of RSS 2.0`),
    ...repeated(single.map(({ label }) => label)).map(
      (label) => `${place}: more than one <${label}>`,
    ),
    ...known.flatMap((child) => valueProblems(place, child, rules.get(child.name))),
  ];
}

function valueProblems(
  place: string,
  { label, text, children }: XmlElement,
  rule: ValueRule | undefined,
): readonly string[] {
  if (rule === undefined) return [];
  if (children.length > 0) return [`${place}: <${label}> holds elements`];
  return problemIf(!rule.holds(text), `${place}: <${label}> ${rule.says}`);
}

function attributeProblems(place: string, element: XmlElement, rules: Rules): readonly string[] {
  return [...rules].flatMap(([name, rule]) => {
    const value = element.attributes.get(name);
    const label = `${place}: <${element.label}> ${name}`;
    if (value === undefined) return [`${label} is missing`];
    return problemIf(!rule.holds(value), `${label} ${rule.says}`);
  });
}

/** The profile's order: what describes the channel comes before its items. */
function orderProblems(channel: XmlElement): readonly string[] {
  const first = channel.children.findIndex(({ name }) => name === "item");
  return channel.children
    .filter(({ name }, index) => first >= 0 && index > first && name !== "item")
    .map(({ label }) => `channel: <${label}> follows an <item>`);
}

/** https://www.rssboard.org/rss-profile#data-types-characterdata */
function titleProblems(place: string, parent: XmlElement): readonly string[] {
  return childrenNamed(parent, "title").flatMap(({ raw }) => [
    ...problemIf(raw.includes("<![CDATA["), `${place}: <title> holds a CDATA section`),
    ...problemIf(
      /&(?!#x[0-9a-f]+;)/i.test(raw.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")),
      `${place}: <title> has a reference that is not hexadecimal`,
    ),
  ]);
}

/** https://www.rssboard.org/rss-profile#namespace-elements-atom-link */
function linkProblems(links: readonly XmlElement[]): readonly string[] {
  const self = links.filter(({ attributes }) => attributes.get("rel") === "self");
  const rss = self.filter(({ attributes }) => attributes.get("type") === "application/rss+xml");
  return [
    ...problemIf(self.length !== 1, 'channel: not exactly one <atom:link rel="self">'),
    ...problemIf(rss.length !== self.length, "channel: <atom:link> has the wrong type"),
    ...links.flatMap((link) => attributeProblems("channel", link, new Map([["href", webAddress]]))),
  ];
}

/** https://www.rssboard.org/rss-profile#element-channel-image */
function imageProblems(image: XmlElement, channel: XmlElement): readonly string[] {
  const differs = (name: string) =>
    [image, channel].every((parent) => childrenNamed(parent, name).length > 0) &&
    childText(image, name) !== childText(channel, name);
  return [
    ...missing("image", image, ["url", "title", "link"]),
    ...childrenProblems("image", image, imageRules, []),
    ...titleProblems("image", image),
    ...problemIf(isSvg(childText(image, "url")), "image: <url> is of an SVG image"),
    ...["title", "link"].filter(differs).map((name) => `image: <${name}> is not the channel's`),
  ];
}

function isSvg(url: string | undefined): boolean {
  return /^[^?#]*\.svgz?([?#]|$)/i.test(url ?? "");
}

function itemProblems(place: string, item: XmlElement): readonly string[] {
  const described = ["title", "description"].some((name) => childrenNamed(item, name).length > 0);
  return [
    ...problemIf(!described, `${place}: neither <title> nor <description>`),
    ...missing(place, item, ["guid"]),
    ...childrenProblems(place, item, itemRules, ["enclosure"]),
    ...titleProblems(place, item),
    ...childrenNamed(item, "guid").flatMap((guid) => guidProblems(place, guid)),
    ...childrenNamed(item, "enclosure").flatMap((enclosure) =>
      attributeProblems(place, enclosure, enclosureRules),
    ),
    ...childrenNamed(item, "source").flatMap((source) =>
      attributeProblems(place, source, new Map([["url", webAddress]])),
    ),
    ...contentProblems(place, item),
  ];
}

const enclosureRules: Rules = new Map([
  ["url", webAddress],
  ["length", bytes],
  ["type", mediaType],
]);

/** https://www.rssboard.org/rss-profile#element-channel-item-guid */
function guidProblems(place: string, { attributes, text }: XmlElement): readonly string[] {
  const permaLink = attributes.get("isPermaLink") ?? "true";
  if (permaLink === "false" || text.trim() === "") return [];
  if (permaLink !== "true") return [`${place}: <guid> isPermaLink is neither true nor false`];
  return problemIf(!isWebAddress(text), `${place}: <guid> is a permalink but not an address`);
}

/** https://www.rssboard.org/rss-profile#namespace-elements-content-encoded */
function contentProblems(place: string, item: XmlElement): readonly string[] {
  const names = item.children.map(({ name }) => name);
  const contents = item.children.filter(({ name }) =>
    ["description", contentEncoded].includes(name),
  );
  const content = names.indexOf(contentEncoded);
  const described = names.slice(0, Math.max(content, 0)).includes("description");
  return [
    ...problemIf(content >= 0 && !described, `${place}: no <description> before <content:encoded>`),
    ...contents.flatMap(({ label, text }) =>
      htmlProblems(text).map((problem) => `${place}: <${label}>: ${problem}`),
    ),
  ];
}
