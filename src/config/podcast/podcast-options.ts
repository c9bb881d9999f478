import * as v from "valibot";
import { reference, text, webAddress } from "../option-kinds.ts";
import { toCategory } from "./category.ts";

const flag = (meaning: string) => v.pipe(v.boolean("`true` or `false`"), v.description(meaning));

const expectedCategory = "a category of Apple's, such as `Technology` or `Arts > Books`";

const category = v.pipe(
  v.string(expectedCategory),
  v.check((value) => toCategory(value) !== undefined, expectedCategory),
);

/** A list, or one of what it would hold. */
const oneOrMore = <Item extends v.GenericSchema>(item: Item, what: string, meaning: string) =>
  v.pipe(v.union([item, v.array(item)], `${what} or a list of these`), v.description(meaning));

const expectedPerson = "a name or `{ name, role, group, image, url }`";

const person = v.union(
  [
    text("A name"),
    v.strictObject(
      {
        name: text("The name"),
        role: v.optional(text("The part that the person has, such as `host` or `guest`")),
        group: v.optional(text("The group of the part, such as `cast` or `writing`")),
        image: v.optional(reference("Picture")),
        url: v.optional(webAddress("Page about the person")),
      },
      expectedPerson,
    ),
  ],
  expectedPerson,
);

const funding = v.strictObject(
  {
    url: webAddress("Where listeners can give money"),
    text: v.pipe(text("The words that lead there"), v.maxLength(128, "at most 128 characters")),
  },
  "`{ url, text }`",
);

const owner = v.strictObject(
  {
    name: v.optional(text("The name")),
    email: v.pipe(v.string("an e-mail address"), v.email("an e-mail address")),
  },
  "`{ name, email }`",
);

// https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/medium.md
const media = [
  "podcast",
  "music",
  "video",
  "film",
  "audiobook",
  "newsletter",
  "blog",
  "publisher",
  "course",
] as const;

/** What a config says of a podcast; that there is the table makes the RSS feed one. */
export const podcastOptions = v.strictObject(
  {
    author: v.optional(text("Who makes it; default `site.author`")),
    owner: v.optional(
      v.pipe(owner, v.description("Who answers for it; default the first author with an e-mail")),
    ),
    category: v.optional(
      oneOrMore(category, expectedCategory, "Apple's categories, as in `Arts > Books`"),
    ),
    explicit: v.optional(flag("Whether it holds what children should not hear")),
    image: v.optional(
      reference("Cover (default `site.image`): JPEG or PNG, square, 1400 to 3000 pixels"),
    ),
    type: v.optional(
      v.pipe(
        v.picklist(["episodic", "serial"], "`episodic` or `serial`"),
        v.description("Whether episodes stand alone, or follow one another"),
      ),
    ),
    summary: v.optional(text("What it is about; default `site.description`")),
    locked: v.optional(flag("Whether other hosts may not take it over")),
    guid: v.optional(
      v.pipe(
        v.string("a UUID"),
        v.uuid("a UUID"),
        v.description("Its guid, for a podcast that has moved; default that of the feed's address"),
      ),
    ),
    medium: v.optional(
      v.pipe(
        v.picklist(media, media.map((name) => `\`${name}\``).join(", ")),
        v.description("What kind of thing it is; readers take it for `podcast`"),
      ),
    ),
    funding: v.optional(oneOrMore(funding, "`{ url, text }`", "Where listeners can give money")),
    persons: v.optional(oneOrMore(person, expectedPerson, "Who has a part in every episode")),
  },
  "a table of settings",
);

/** What users write of a podcast. */
export type PodcastOptions = v.InferInput<typeof podcastOptions>;
