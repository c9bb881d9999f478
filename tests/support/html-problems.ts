import { decodeHTMLAttribute } from "entities";
import { problemIf } from "./problem.ts";
import { isAddress, isWebAddress } from "./values.ts";

interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly name: string;
  readonly value: string;
}

const forbiddenElements = new Set(
  "applet base embed form frame frameset iframe link meta object script style".split(" "),
);

const addressAttributes = new Set(
  "action background cite data formaction href longdesc poster src xlink:href".split(" "),
);

const forbiddenSchemes = /^(javascript|vbscript|data):/i;

/**
 * What keeps HTML from being shown in any reader, at any address, without harm: relative addresses,
 * addresses that hold a program or a document, elements and attributes that readers must remove.
 * RFC 4287 §8.1 (https://www.rfc-editor.org/rfc/rfc4287#section-8.1) and the W3C feed validator's
 * ContainsRelRef, SecurityRisk and SecurityRiskAttr
 * (https://validator.w3.org/feed/docs/warning/SecurityRisk.html). The HTML has to be serialised,
 * as a tree of elements is written: this scan of tags recovers from nothing.
 */
export function htmlProblems(html: string): readonly string[] {
  const rest = html.replace(tagPattern, "");
  return [
    ...readTags(html).flatMap(tagProblems),
    ...problemIf(/<[a-z/]/i.test(rest), "a tag does not end"),
  ];
}

const tagPattern = /<!--[\s\S]*?-->|<\/?([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function readTags(html: string): readonly Tag[] {
  return [...html.matchAll(tagPattern)].map(([, name = "", attributes = ""]) => ({
    name: name.toLowerCase(),
    attributes: readAttributes(attributes),
  }));
}

function readAttributes(text: string): readonly Attribute[] {
  return [...text.matchAll(attributePattern)].map(([, name = "", double, single, bare]) => ({
    name: name.toLowerCase(),
    value: decodeHTMLAttribute(double ?? single ?? bare ?? ""),
  }));
}

function tagProblems({ name, attributes }: Tag): readonly string[] {
  return [
    ...problemIf(forbiddenElements.has(name), `<${name}> element`),
    ...attributes.flatMap((attribute) => attributeProblems(name, attribute)),
  ];
}

function attributeProblems(tag: string, { name, value }: Attribute): readonly string[] {
  return [
    ...problemIf(/^on/.test(name), `${name} attribute on <${tag}>`),
    ...problemIf(name === "style", `style attribute on <${tag}>`),
    ...addressesOf(name, value).flatMap((address) => addressProblems(`<${tag} ${name}>`, address)),
  ];
}

function addressesOf(name: string, value: string): readonly string[] {
  if (name === "srcset") return srcsetAddresses(value);
  return addressAttributes.has(name) ? [value] : [];
}

/** HTML §4.8.4.2.1: candidates are parted by commas, an address may hold but not end with one. */
function srcsetAddresses(value: string): readonly string[] {
  return [...value.matchAll(/(\S*[^\s,])(?:\s+[^,]*)?(?:,|$)/g)].map(([, address = ""]) => address);
}

/** A browser removes line breaks and tabs from an address, and space around it, before it looks. */
function addressProblems(place: string, written: string): readonly string[] {
  const address = written.replace(/[\t\n\r]/g, "").trim();
  const scheme = forbiddenSchemes.exec(address)?.[1];
  if (scheme !== undefined) return [`${scheme.toLowerCase()}: address in ${place}`];
  const absolute = /^https?:/i.test(address) ? isWebAddress(address) : isAddress(address);
  return problemIf(!absolute, `${place} is not an absolute address: ${written}`);
}
