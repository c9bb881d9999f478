import type { PermalinkToken } from "../permalink-pattern.ts";

/** The fields of an article. */
export type FieldName =
  | "title"
  | "published"
  | "updated"
  | "summary"
  | "authors"
  | "authorUrl"
  | "authorAvatar"
  | "tags"
  | "categories"
  | "draft"
  | "publish"
  | "unlisted"
  | "feed"
  | "slug"
  | "permalink"
  | "id"
  | "language"
  | "image"
  | "enclosure"
  | "audio"
  | "video"
  | "duration"
  | "season"
  | "episode"
  | "episodeType"
  | "explicit"
  | "persons"
  | "transcript"
  | "chapters"
  | "comments"
  | "externalUrl"
  | "from"
  | "until";

/** The names of each field, in lower case without `_` and `-`; the first one present counts. */
export type FieldNames = Readonly<Record<FieldName, readonly string[]>>;

/** How articles are read. */
export interface Rules {
  readonly fields: FieldNames;
  /** Tables of front matter whose members are fields too, where it does not have them itself. */
  readonly tables: readonly string[];
  /** What articles are taken to say where they do not say it; of several the last that fits counts. */
  readonly defaults: readonly Defaults[];
  /**
   * Whether front matter may be lines of `Key: value` without fences, up to an empty line; or YAML
   * whose first fence is left out.
   */
  readonly headers: boolean | "unopened";
  /** Whether a key may stand twice: the last one counts, or the first with a warning. */
  readonly doubledKeys: "warning" | "silent" | "first";
  /** The title of an article that states none, by its path; undefined for its first heading. */
  readonly titleOf: ((path: PathFacts) => string) | undefined;
  /** Whether an article without a title is none. */
  readonly needsTitle: boolean;
  /** What the path of a file, below the base folder, says. */
  readonly readPath: (path: string, languages: LanguageRules) => PathFacts;
  /** Makes a reader of paths that knows of all the files there are; undefined where each stands alone. */
  readonly survey: ((files: readonly SurveyedFile[]) => Rules["readPath"]) | undefined;
  /** Files that are no articles, by globs below the base folder, and what they are instead. */
  readonly others: readonly Others[];
  /** What values in front matter make of an article, beside the plain flags; the first one counts. */
  readonly statuses: readonly StatusRule[];
  /** Whether pictures beside an article get their addresses only when the site is built. */
  readonly bundlesImages: boolean;
  readonly dates: DateRules;
  readonly address: AddressRules;
  readonly lists: ListRules;
  readonly languages: LanguageRules;
  /** Texts that end an article's excerpt, beside `<!-- more -->` and `<!-- truncate -->`. */
  readonly excerptMarkers: readonly string[];
}

/** Rules that differ from others; what is not given stays. */
export type SomeRules = {
  readonly [Name in keyof Rules]?: Rules[Name] extends readonly unknown[] | Rules["readPath"]
    ? Rules[Name]
    : Rules[Name] extends object
      ? Partial<Rules[Name]>
      : Rules[Name];
};

/** Values for articles below a folder or of one path. */
export interface Defaults {
  readonly covers: (path: string) => boolean;
  /** As in front matter. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Files that are no articles. */
export interface Others {
  readonly glob: string;
  /** Completes the sentence "Expected an article, not …". */
  readonly what: string;
}

/** What a value makes of an article. */
export interface StatusRule {
  /** The keys that lead to the value, as they are written in front matter. */
  readonly path: readonly string[];
  /** The values that count, in lower case; without them any but an empty one. */
  readonly values?: readonly string[];
  /** Whether one of them in a list counts as well. */
  readonly inLists?: boolean;
  readonly status: "published" | "draft" | "unlisted" | "ignored";
  /** Completes the sentence "Expected an article, not …", for one that is ignored. */
  readonly what?: string;
}

/** What the path of a file says of the article. */
export interface PathFacts {
  /** `2024-07-31` as written, in the file's name or its folders. */
  readonly date?: string | undefined;
  /** The file's name without date and ending; of `index.md`, its folder's. */
  readonly slug: string;
  /** The folders, without the one that `index.md` takes its slug from. */
  readonly folders: readonly string[];
  /** The file's name as on disk, without ending. */
  readonly filename: string;
  /** A BCP 47 tag in the file's name or its folders, as written. */
  readonly language?: string | undefined;
  /** What the address begins with because of the language. */
  readonly prefix?: string | undefined;
  /** The slug beside a date in the path; it is as if stated where that date counts. */
  readonly datedSlug?: string | undefined;
  /** The folders that are sections, where not all are. */
  readonly sections?: readonly string[];
  /** Categories that its folders stand for. */
  readonly categories?: readonly string[];
  /** The collection that it belongs to, where addresses may name it. */
  readonly collection?: string | undefined;
  /** Whether it lies where drafts do. */
  readonly isDraft?: boolean;
  /** What it says of fields, as front matter would; that of the file itself covers it. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** A program that may give it another address, which is not run. */
  readonly program?: string | undefined;
  /** What the file is instead of an article; completes the sentence "Expected an article, not …". */
  readonly other?: string | undefined;
}

/** One of all the files. */
export interface SurveyedFile {
  /** Below the base folder. */
  readonly path: string;
  /** What its front matter says, as plain values; nothing where it cannot be read. */
  readonly read: () => Readonly<Record<string, unknown>>;
}

/** Where the date of an article comes from. */
export interface DateRules {
  /** Whether the date in the path counts before that of front matter, after it, or never. */
  readonly path: "before" | "after" | "never";
  /** The zone of a YAML timestamp with seconds and without a zone; every other time has the site's. */
  readonly timestamps: "site" | "UTC";
  /** What becomes of an article whose date is impossible: invalid, or dated by its path with a warning. */
  readonly impossible: "error" | "path";
  /** What an article without a date is: invalid, or a page of the site that is no article. */
  readonly missing: "error" | "page";
  /** The day of an address: in the site's zone, or in the offset that the date is written with. */
  readonly addressDay: "site" | "written";
  /**
   * Whether `Created`, `Last Modified` and their `git` forms stand for the file's own times, and the
   * first for the date of an article without one.
   */
  readonly fileTimes: boolean;
  /** Writes a date of the generator's own in a form that everybody reads. */
  readonly tidy: (date: string) => string;
}

/** How an article's address is made. */
export interface AddressRules {
  /** Patterns for the folders below the base; the first that fits counts, `""` fits all. */
  readonly patterns: readonly FolderPattern[];
  /** The pattern for an article that states its slug, where that is another. */
  readonly statedSlug: string | undefined;
  /** How an address that an article states is written: as it is, or as a pattern or template. */
  readonly stated: "path" | "pattern" | "template";
  /** Completes an address that an article states, its tokens filled. */
  readonly completeStated: (address: string, path: PathFacts) => string;
  /** Writes the generator's patterns as ours. */
  readonly translate: (pattern: string) => string;
  /** The generator's own names of tokens. */
  readonly tokens: Readonly<Record<string, PermalinkToken>>;
  /** Whether a token that is not known is the name of a field. */
  readonly fieldTokens: boolean;
  /** How slugs, titles, folders and categories are made fit for an address. */
  readonly slugify: {
    readonly slug: SlugifierName;
    readonly title: SlugifierName;
    readonly folder: SlugifierName;
    readonly category: SlugifierName;
  };
  /** How the names of months and days are written. */
  readonly dateNames: "capitalised" | "lower";
  /** The pattern for an article in another language than the main one, where that is another. */
  readonly translated: string | undefined;
  /** What the slug of an article that states none is: that of its path, or made of its title or name. */
  readonly slugFrom: "path" | "title" | "name";
  /** Whether an address leaves out `index.html` at its end. */
  readonly hidesIndex: boolean;
  /** Whether an address leaves out `.html` at its end. */
  readonly hidesHtml: boolean;
  /** What categories are called in addresses, where not by their names. */
  readonly categoryNames: ReadonlyMap<string, string>;
  /** What stands for the category of an article that has none. */
  readonly noCategory: string;
}

/** The pattern of addresses below a folder. */
export interface FolderPattern {
  readonly folder: string;
  /** Which of the articles there it is for, where not for all. */
  readonly covers?: ((path: PathFacts) => boolean) | undefined;
  readonly pattern: string;
}

/** The ways to make a text fit for an address; each follows one generator. */
export type SlugifierName =
  | "none"
  | "lower"
  | `jekyll${"" | "-pretty"}`
  | `pelican${"" | "-unicode"}${"" | "-cased"}`
  | `hexo${"" | "-lower" | "-upper"}`
  | `zola${"" | "-safe"}`
  | HugoSlugifierName;

/** Hugo's way, in default addresses or in patterns; with case kept, without accents. */
export type HugoSlugifierName = `hugo${"" | "-pattern"}${"" | "-cased"}${"" | "-unaccented"}`;

/** How lists are written as one text. */
export interface ListRules {
  /** What separates tags that are written as one text; a comma does in any case. */
  readonly tags: "comma" | "space" | "semicolon";
  /** Fields whose text is one tag, category or author, whatever stands in it. */
  readonly whole: readonly string[];
  /** What separates authors: nothing unless all are keys, or these characters. */
  readonly authors: "keys" | "semicolon";
  /** Whether a list may hold lists, whose items count too. */
  readonly nested: boolean;
  /** What tags stand for that are keys. */
  readonly labels: ReadonlyMap<string, string>;
  /** Tags that mean something to the generator alone. */
  readonly hiddenTags: readonly string[];
}

/** How the language of an article is told. */
export interface LanguageRules {
  /** The site's languages, as file names and folders write them. */
  readonly names: readonly string[];
  /** The language of an article that names none, as written; the site's without one. */
  readonly main: string | undefined;
  /** Which articles have their language before the rest of the address: all, or all but those in the main one. */
  readonly prefix: "others" | "all";
}
