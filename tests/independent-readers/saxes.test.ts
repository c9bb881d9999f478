import { childrenNamed, childText, parseXml, type XmlElement } from "../support/xml-tree.ts";
import { type Shown, testReader, toIso } from "./reader-suite.ts";

// No feed reader but an XML parser that lets nothing pass: what it gives is what the document says.
testReader({
  name: "saxes",
  formats: ["rss", "atom"],
  read: async (text, format) => (format === "rss" ? readRss(text) : readAtom(text)),
  limits: () => ({}),
});

const atom = (name: string) => `{http://www.w3.org/2005/Atom}${name}`;
const creator = "{http://purl.org/dc/elements/1.1/}creator";
const encoded = "{http://purl.org/rss/1.0/modules/content/}encoded";

function readRss(text: string): readonly Shown[] {
  const items = childrenNamed(rootOf(text), "channel").flatMap((one) => childrenNamed(one, "item"));
  return items.map((item) => ({
    title: childText(item, "title"),
    id: childText(item, "guid"),
    link: childText(item, "link"),
    published: toIso(childText(item, "pubDate")),
    authors: childrenNamed(item, creator).map((one) => one.text),
    content: childText(item, encoded) ?? childText(item, "description"),
  }));
}

function readAtom(text: string): readonly Shown[] {
  return childrenNamed(rootOf(text), atom("entry")).map((entry) => ({
    title: childText(entry, atom("title")),
    id: childText(entry, atom("id")),
    link: childrenNamed(entry, atom("link"))[0]?.attributes.get("href"),
    published: toIso(childText(entry, atom("published"))),
    authors: childrenNamed(entry, atom("author")).flatMap(
      (one) => childText(one, atom("name")) ?? [],
    ),
    content: childText(entry, atom("content")) ?? childText(entry, atom("summary")),
  }));
}

function rootOf(text: string): XmlElement {
  const document = parseXml(text);
  if (!("root" in document)) throw new Error(document.problem);
  return document.root;
}
