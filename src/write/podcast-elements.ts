import type { Element } from "xast";
import type { Person } from "../podcast.ts";
import { element, textElement } from "./xml.ts";

/** A person (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md). */
export function personElement({ name, role, group, image, url }: Person): Element {
  return element("podcast:person", { role, group, img: image, href: url }, name);
}

/** An element with text that Apple takes only up to a length. */
export function limitedElement(
  name: string,
  text: string | undefined,
  limit: Limit,
): Element | undefined {
  return textElement(name, text && cut(text, limit));
}

/** How much of a text is taken: so many bytes in UTF-8, or characters. */
interface Limit {
  readonly unit: "bytes" | "characters";
  readonly most: number;
}

/**
 * How much Apple takes of a summary, which is a description to it, and of anything else
 * (https://help.apple.com/itc/podcasts_connect/#/itcb54353390).
 */
export const appleLengths = {
  summary: { unit: "bytes", most: 4000 },
  text: { unit: "characters", most: 255 },
} as const satisfies Record<string, Limit>;

function cut(text: string, { unit, most }: Limit): string {
  let [length, end] = [0, 0];
  for (const character of text) {
    length += unit === "bytes" ? Buffer.byteLength(character) : 1;
    if (length > most) return text.slice(0, end).trimEnd();
    end += character.length;
  }
  return text;
}
