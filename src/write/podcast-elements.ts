import type { Element } from "xast";
import type { Person } from "../podcast.ts";
import { element, textElement } from "./xml.ts";

/** A person (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md). */
export function personElement({ name, role, group, image, url }: Person): Element {
  return element("podcast:person", { role, group, img: image, href: url }, name);
}

/** An element with text that Apple takes only up to a length, in characters. */
export function limitedElement(
  name: string,
  text: string | undefined,
  most: number,
): Element | undefined {
  const characters = text !== undefined && text.length > most ? Array.from(text) : undefined;
  return textElement(name, characters?.slice(0, most).join("").trimEnd() ?? text);
}

/** The most characters of a summary, and of anything else. */
export const appleLengths = { summary: 4000, text: 255 } as const;
