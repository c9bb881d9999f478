import type { VFile } from "vfile";
import type { Chapter, Episode, Podcast } from "./podcast.ts";
import type { BodyPlace } from "./source-file.ts";

/** A person as feeds know one: RFC 4287 §3.2, JSON Feed 1.1 `authors`. */
export interface Author {
  readonly name: string;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
  readonly avatar?: string | undefined;
}

/** A media file that belongs to an article. `length` in bytes, `type` a media type. */
export interface Enclosure {
  readonly url: string;
  readonly length?: number | undefined;
  readonly type?: string | undefined;
  /** Whole seconds. */
  readonly duration?: number | undefined;
  /** Those that the file itself names, in their order. */
  readonly chapters?: readonly Chapter[] | undefined;
}

/** What a file says of itself, as far as it could be read. */
export interface Outline {
  readonly id?: string | undefined;
  /** Atom's id where it is another and must stay, whatever becomes of the site's address. */
  readonly atomId?: string | undefined;
  readonly url?: string | undefined;
  /** Plain text: what a person reads, no markup, no line breaks. */
  readonly title?: string | undefined;
  readonly published?: Date | undefined;
  readonly updated?: Date | undefined;
  /** Plain text, only where the author gave one. */
  readonly summary?: string | undefined;
  /** A canonical BCP 47 tag. */
  readonly language?: string | undefined;
  readonly authors: readonly Author[];
  readonly tags: readonly string[];
  readonly image?: string | undefined;
  readonly enclosures: readonly Enclosure[];
  /** Where the site is a podcast and the article has a media file. */
  readonly episode?: Episode | undefined;
  /** Address of the page where the article is discussed. */
  readonly comments?: string | undefined;
  /** Address of the page elsewhere that the article is about. */
  readonly externalUrl?: string | undefined;
  /** When it may be shown first, and when no more, where that is not its date alone. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** An article that can stand in a feed: dated, addressed, identified. Every address is absolute. */
export interface Article extends Outline {
  /** Path below the content folder, with `/`. */
  readonly source: string;
  /** The file it was read from; messages gather on it. */
  readonly file: VFile;
  /**
   * Its Markdown, led by as many line breaks as there are lines before it in the file, so that its
   * lines keep their numbers; or where it begins in the file, which is read again when it is needed.
   */
  readonly body: string | BodyPlace;
  readonly id: string;
  readonly url: string;
  readonly published: Date;
}

/** What became of a file. */
export type Status = "published" | "draft" | "future" | "unlisted" | "ignored" | "invalid";

/** A file after reading: what it says of itself, and the whole article where it is complete. */
export interface Reading {
  readonly source: string;
  readonly file: VFile;
  readonly status: Exclude<Status, "future">;
  readonly outline: Outline;
  readonly article: Article | undefined;
}

/** An article as a feed carries it, rendered. */
export interface Entry extends Article {
  /** Sanitised HTML with absolute addresses; empty where the article has no body. */
  readonly html: string;
  /** The article as Markdown without anything that only its generator understands, where asked for. */
  readonly markdown?: string | undefined;
}

/** An entry composed: what feeds carry of it, whichever and however many they are. */
export interface FeedEntry extends Article {
  /** Of its texts: equal digests, equal entries. */
  readonly digest: string;
  /** Bytes of what people read, HTML and Markdown. */
  readonly weight: number;
  readonly hasMarkdown: boolean;
  /** Bytes that it takes in a format. */
  readonly sizeIn: (format: FormatName) => number;
  /** Its text in a format, in UTF-8. */
  readonly readText: (format: FormatName) => Uint8Array;
}

/** The formats feedwright writes. */
export type FormatName = "rss" | "atom" | "json";

/** The site that a feed speaks for. */
export interface Site {
  /** Absolute, ends with `/`. */
  readonly url: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** A canonical BCP 47 tag. */
  readonly language?: string | undefined;
  /** IANA name of the zone in which times without one are read. */
  readonly timezone: string;
  readonly authors: readonly Author[];
  /** What a key in front matter stands for. */
  readonly authorsByKey: ReadonlyMap<string, Author>;
  readonly image?: string | undefined;
  readonly icon?: string | undefined;
  readonly copyright?: string | undefined;
}

/** What the articles of a feed have in common. */
export interface GroupName {
  /** As in the config: `tag`, `language+tag`. */
  readonly by: string;
  /** As people read it. */
  readonly name: string;
  /** What each part of `by` is for it. */
  readonly names: readonly string[];
}

/** Addresses of a feed's documents, one for each format. */
export type FeedUrls = Readonly<Record<FormatName, string>>;

/**
 * What part of its history a feed's document holds (RFC 5005): all of it; the newest, with older ones
 * in archives; or an archive, which is closed. `Place` is a path or an address.
 */
export type History<Place = FeedUrls> =
  | { readonly kind: "complete" }
  | { readonly kind: "current"; readonly previous: Place | undefined }
  | {
      readonly kind: "archive";
      readonly current: Place;
      readonly previous: Place | undefined;
      readonly next: Place | undefined;
    };

/** What a feed says around its entries, equal for all formats. */
export interface Envelope extends EntrySetting {
  /** An IRI of its own; RFC 4287 §4.2.6. */
  readonly id: string;
  /** Newest change in the data; undefined for an empty feed. Never the clock. */
  readonly updated: Date | undefined;
  /** Address of each format's document. */
  readonly urls: FeedUrls;
  readonly history?: History | undefined;
  readonly hubs: readonly string[];
  /** Address of the style sheet with which a browser shows RSS and Atom. */
  readonly style?: string | undefined;
  /** Minutes that a reader may keep the feed before asking again. */
  readonly ttl?: number | undefined;
  /** Whether an entry carries its Markdown. */
  readonly hasMarkdown: boolean;
  /** Whether an entry has no author, or there is none. */
  readonly lacksAuthor: boolean;
}

/** What an entry is composed for. */
export interface EntrySetting {
  readonly site: Site;
  readonly content: "full" | "summary";
  /** Undefined where the feeds are no podcast. */
  readonly podcast?: Podcast | undefined;
}

/** A document to be written: where, and what; it may be larger than a text can be. */
export interface OutputFile {
  /** Path below the output folder, with `/`. */
  readonly path: string;
  readonly format: FormatName;
  readonly url: string;
  /** Its feed's. */
  readonly title: string;
  /** Its feed's, a canonical BCP 47 tag. */
  readonly language: string | undefined;
  /** Undefined for the main feed. */
  readonly group: GroupName | undefined;
  readonly sources: readonly string[];
  /** Of what it is made of: equal digests, equal bytes. */
  readonly digest: string;
  readonly bytes: number;
  /** Its bytes from the start, piece by piece. */
  readonly read: () => Iterable<Uint8Array>;
}
