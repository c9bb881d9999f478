import { resolveAddress } from "../../address.ts";
import type { Site } from "../../model.ts";
import type { Person, Podcast } from "../../podcast.ts";
import { toCategory } from "./category.ts";
import type { PodcastOptions } from "./podcast-options.ts";

/**
 * Settles what a config says of a podcast, from the site's facts where it says nothing.
 *
 * @param file the config file, from the content folder
 */
export function resolvePodcast(
  options: PodcastOptions | undefined,
  { site, file }: { readonly site: Site; readonly file: string },
): Podcast | undefined {
  if (!options) return undefined;
  const { category, image, funding, persons, guid, ...rest } = options;
  return {
    ...rest,
    file,
    author: options.author ?? (site.authors.map(({ name }) => name).join(", ") || undefined),
    owner: options.owner ?? findOwner(site),
    categories: [category ?? []].flat().flatMap((one) => toCategory(one) ?? []),
    image: image === undefined ? site.image : toAbsolute(image, site),
    summary: options.summary ?? site.description,
    guid: guid?.toLowerCase(),
    funding: [funding ?? []]
      .flat()
      .map(({ url, text }) => ({ url: resolveAddress(url) ?? url, text })),
    persons: [persons ?? []].flat().map((one) => toPerson(one, site)),
  };
}

function findOwner({ authors }: Site): Podcast["owner"] {
  return authors.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, email }]))[0];
}

type PersonOption = Extract<NonNullable<PodcastOptions["persons"]>, readonly unknown[]>[number];

function toPerson(option: PersonOption, site: Site): Person {
  if (typeof option === "string") return { name: option };
  const { image, url } = option;
  return {
    ...option,
    image: image && toAbsolute(image, site),
    url: url && resolveAddress(url),
  };
}

// A path from the root is meant below the site, as everywhere in the config.
function toAbsolute(reference: string, { url }: Site): string | undefined {
  return resolveAddress(reference.replace(/^\/(?!\/)/, ""), url);
}
