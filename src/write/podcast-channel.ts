import type { Element } from "xast";
import type { Envelope } from "../model.ts";
import type { Podcast, PodcastCategory } from "../podcast.ts";
import { appleLengths, limitedElement, personElement } from "./podcast-elements.ts";
import { toPodcastGuid } from "./podcast-guid.ts";
import { element, textElement, withChildren } from "./xml.ts";

/** Declared where a feed is a podcast, and nowhere else. */
export const podcastNamespaces = {
  "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
} as const;

type Elements = readonly (Element | undefined)[];

/**
 * What a channel says of its podcast, in Apple's elements
 * (https://help.apple.com/itc/podcasts_connect/#/itcb54353390) and in those of the podcast namespace
 * (https://github.com/Podcastindex-org/podcast-namespace). Nothing where it is none.
 */
export function composePodcast({ podcast, urls, history }: Envelope): Elements {
  if (!podcast) return [];
  // An archive is a part of the podcast whose history it is.
  const { rss } = history?.kind === "archive" ? history.current : urls;
  return [...composeItunes(podcast), ...composePodcasting(podcast, rss)];
}

function composeItunes(podcast: Podcast): Elements {
  return [
    limitedElement("itunes:author", podcast.author, appleLengths.text),
    composeOwner(podcast),
    ...composeCategories(podcast.categories),
    podcast.explicit === undefined
      ? undefined
      : element("itunes:explicit", {}, String(podcast.explicit)),
    podcast.image === undefined ? undefined : element("itunes:image", { href: podcast.image }),
    textElement("itunes:type", podcast.type),
    limitedElement("itunes:summary", podcast.summary, appleLengths.summary),
  ];
}

function composeOwner({ owner }: Podcast): Element | undefined {
  if (!owner) return undefined;
  return withChildren(element("itunes:owner", {}), [
    limitedElement("itunes:name", owner.name, appleLengths.text),
    element("itunes:email", {}, owner.email),
  ]);
}

// Subcategories of one category stand in one element.
function composeCategories(categories: readonly PodcastCategory[]): readonly Element[] {
  const names = [...new Set(categories.map(({ name }) => name))];
  return names.map((text) => {
    const below = categories.flatMap(({ name, subcategory }) => {
      return name === text && subcategory !== undefined ? [subcategory] : [];
    });
    return withChildren(
      element("itunes:category", { text }),
      [...new Set(below)].map((one) => element("itunes:category", { text: one })),
    );
  });
}

function composePodcasting(podcast: Podcast, feedUrl: string): Elements {
  const { locked, owner, medium, funding, persons, guid = toPodcastGuid(feedUrl) } = podcast;
  return [
    element("podcast:guid", {}, guid),
    locked === undefined
      ? undefined
      : element("podcast:locked", { owner: owner?.email }, locked ? "yes" : "no"),
    textElement("podcast:medium", medium),
    ...funding.map(({ url, text }) => element("podcast:funding", { url }, text)),
    ...persons.map(personElement),
  ];
}
