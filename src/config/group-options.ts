import * as v from "valibot";

/** By what articles can be grouped. */
export const groupFields = ["tag", "section", "author", "language"] as const;

/** What of an article puts it into a group. */
export type GroupField = (typeof groupFields)[number];

const expected = "`tag`, `section`, `author`, `language`, or several of them joined by `+`";

const by = v.pipe(
  v.string(expected),
  v.check(isGroupName, expected),
  v.description("By what: tag, section, author, language, or several, as in `language+tag`"),
);

function isGroupName(name: string): boolean {
  const parts = name.split("+");
  const isKnown = parts.every((part) => groupFields.some((field) => field === part));
  return isKnown && new Set(parts).size === parts.length;
}

const text = (meaning: string) =>
  v.optional(
    v.pipe(v.string("a text"), v.trim(), v.minLength(1, "a text"), v.description(meaning)),
  );

const whole = (meaning: string) => {
  const what = "a whole number from 1";
  return v.pipe(v.number(what), v.integer(what), v.minValue(1, what), v.description(meaning));
};

const names = (meaning: string) =>
  v.optional(v.pipe(v.array(v.string("a name"), "a list of names"), v.description(meaning)));

const group = v.union(
  [
    by,
    v.strictObject(
      {
        by,
        path: text("Folder of each feed, as `feed.groupPaths`"),
        title: text("Title of each feed, as `feed.groupTitles`"),
        limit: v.optional(
          v.union(
            [whole("Newest articles in each feed"), v.literal("all")],
            "a whole number from 1, or `all`",
          ),
        ),
        least: v.optional(whole("A group with fewer articles has no feed; default 1")),
        include: names("The only groups that have a feed"),
        exclude: names("Groups that have none"),
      },
      "a table of settings",
    ),
  ],
  `${expected}, or a table with \`by\``,
);

/** The options of `feed` that make a feed for each group. */
export const groupOptions = {
  groups: v.optional(
    v.pipe(
      v.array(group, "a list of groups"),
      v.description("Feeds for each tag, section, author or language; default none"),
    ),
  ),
  groupPaths: text("Folder of a group's feeds: `:group` and `:name`; default `/:group/:name/`"),
  groupTitles: text(
    "Title of a group's feeds: `:name`, `:group`, `:site`; default `:name – :site`",
  ),
  emptyGroups: v.optional(
    v.pipe(
      v.picklist(["remove", "keep"], "`remove` or `keep`"),
      v.description("What becomes of the feed of a group that has lost its last article"),
    ),
  ),
  tagAliases: v.optional(
    v.pipe(
      v.record(v.string(), v.string("a tag"), "a table of tags"),
      v.description('Tags that are the same: `{ "js": "JavaScript" }`'),
    ),
  ),
};
