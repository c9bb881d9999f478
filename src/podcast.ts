/** A person with a part in a podcast or an episode (`podcast:person`). Addresses are absolute. */
export interface Person {
  readonly name: string;
  /** As in `host` or `guest`. */
  readonly role?: string | undefined;
  /** As in `cast` or `writing`. */
  readonly group?: string | undefined;
  /** Address of a picture. */
  readonly image?: string | undefined;
  readonly url?: string | undefined;
}

/** One of Apple's categories, with one of its subcategories where there is one. */
export interface PodcastCategory {
  readonly name: string;
  readonly subcategory?: string | undefined;
}

/** What a site says of its podcast, settled. Addresses are absolute. */
export interface Podcast {
  /** The config file, from the content folder; messages about the podcast name it. */
  readonly file: string;
  readonly author?: string | undefined;
  readonly owner?: { readonly name?: string | undefined; readonly email: string } | undefined;
  readonly categories: readonly PodcastCategory[];
  /** Undefined where nobody says it; nobody but the author can. */
  readonly explicit?: boolean | undefined;
  readonly image?: string | undefined;
  readonly type?: "episodic" | "serial" | undefined;
  readonly summary?: string | undefined;
  /** Its guid where it is another than that of the feed's address. */
  readonly guid?: string | undefined;
  /** Whether other hosts may not take it over. */
  readonly locked?: boolean | undefined;
  readonly medium?: string | undefined;
  readonly funding: readonly Funding[];
  readonly persons: readonly Person[];
}

/** Where listeners can give money, and the words that lead there (`podcast:funding`). */
interface Funding {
  readonly url: string;
  readonly text: string;
}

/** A number that may have a name: a season, an episode. */
export interface Numbered {
  /** From 1. */
  readonly number: number;
  readonly name?: string | undefined;
}

/** What an article says of itself as an episode of a podcast. Addresses are absolute. */
export interface Episode {
  readonly season?: Numbered | undefined;
  readonly episode?: Numbered | undefined;
  readonly type?: "full" | "trailer" | "bonus" | undefined;
  readonly explicit?: boolean | undefined;
  readonly persons: readonly Person[];
  readonly transcripts: readonly Transcript[];
  /** Address of the author's own chapters, in the JSON form of the podcast namespace. */
  readonly chapters?: string | undefined;
}

/** An episode in writing (`podcast:transcript`). */
export interface Transcript {
  readonly url: string;
  readonly type: string;
  /** A canonical BCP 47 tag. */
  readonly language?: string | undefined;
}

/** A chapter of a media file: where it begins, in seconds, and what it is called. */
export interface Chapter {
  readonly start: number;
  readonly title: string;
}
