import { lookup } from "mrmime";
import type { Element } from "xast";
import type { Entry, EntrySetting } from "../model.ts";
import type { Episode, Numbered, Transcript } from "../podcast.ts";
import { chaptersType, placeOfChapters } from "./chapters.ts";
import { appleLengths, limitedElement, personElement } from "./podcast-elements.ts";
import { element, textElement } from "./xml.ts";

type Elements = readonly (Element | undefined)[];

/**
 * What an item says of its episode, in Apple's elements and in those of the podcast namespace.
 * Nothing where the feed is no podcast or the article has no media file.
 */
export function composeEpisode(entry: Entry, setting: EntrySetting): Elements {
  const { episode } = entry;
  if (!setting.podcast || !episode) return [];
  return [...composeItunes(entry, episode), ...composePodcasting(entry, episode, setting)];
}

function composeItunes(entry: Entry, { season, episode, type, explicit }: Episode): Elements {
  const [media] = entry.enclosures;
  const authors = entry.authors.map(({ name }) => name).join(", ");
  return [
    limitedElement("itunes:author", authors, appleLengths.text),
    textElement("itunes:duration", media?.duration?.toString()),
    textElement("itunes:season", season?.number.toString()),
    textElement("itunes:episode", episode?.number.toString()),
    textElement("itunes:episodeType", type),
    textElement("itunes:explicit", explicit?.toString()),
    composeImage(entry),
    limitedElement("itunes:summary", entry.summary, appleLengths.summary),
  ];
}

// Apple knows JPEG and PNG.
function composeImage({ image }: Entry): Element | undefined {
  const type = image === undefined ? undefined : lookup(new URL(image).pathname);
  const isKnown = type === "image/jpeg" || type === "image/png";
  return isKnown ? element("itunes:image", { href: image }) : undefined;
}

function composePodcasting(entry: Entry, episode: Episode, { site }: EntrySetting): Elements {
  const chapters = episode.chapters ?? placeOfChapters(entry, site.url)?.url;
  return [
    composeNumbered("podcast:season", "name", episode.season),
    composeNumbered("podcast:episode", "display", episode.episode),
    ...episode.persons.map(personElement),
    ...episode.transcripts.map(composeTranscript),
    chapters === undefined
      ? undefined
      : element("podcast:chapters", { url: chapters, type: chaptersType }),
  ];
}

function composeNumbered(
  name: string,
  attribute: "name" | "display",
  numbered: Numbered | undefined,
): Element | undefined {
  if (!numbered) return undefined;
  return element(name, { [attribute]: numbered.name }, String(numbered.number));
}

function composeTranscript({ url, type, language }: Transcript): Element {
  return element("podcast:transcript", { url, type, language });
}
