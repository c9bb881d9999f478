import type { Episode, Numbered } from "../../podcast.ts";
import {
  addError,
  type Fields,
  fieldOf,
  flagOf,
  isText,
  itemsOf,
  memberOf,
  textOf,
} from "../fields.ts";
import type { Bases } from "../references.ts";
import type { Value } from "../value.ts";
import { readEpisodeAddress } from "./episode-address.ts";
import { lineIn, readPerson } from "./person.ts";
import { readTranscript } from "./transcript.ts";

/** What an article says of itself as an episode of a podcast. */
export function readEpisode(fields: Fields, bases: Bases): Episode {
  return {
    season: readNumbered(fields, "season"),
    episode: readNumbered(fields, "episode"),
    type: readType(fields),
    explicit: readExplicit(fields),
    persons: listOf(fields, "persons").flatMap((item) => readPerson(fields, item, bases) ?? []),
    transcripts: listOf(fields, "transcript").flatMap((item) => {
      return readTranscript(fields, item, bases) ?? [];
    }),
    chapters: readChapters(fields, bases),
  };
}

/** A number, or a table of `number` and `name`. */
function readNumbered(fields: Fields, name: "season" | "episode"): Numbered | undefined {
  const value = fieldOf(fields, name);
  if (!value) return undefined;
  const table = value.kind === "mapping" ? value : undefined;
  const number = table ? memberOf(table, "number") : value;
  if (number && isText(number) && /^[1-9]\d{0,8}$/.test(number.text.trim())) {
    return { number: Number(number.text), name: table && lineIn(table, "name", "title") };
  }
  addError(fields, "podcast", number ?? value, `Expected the number of the ${name}, from 1`, hint);
  return undefined;
}

const hint = "Write `season: 2`, or `season: { number: 2, name: The race }`";

function readType(fields: Fields): Episode["type"] {
  const stated = textOf(fields, "episodeType");
  const type = types.find((one) => one === stated?.toLowerCase());
  const value = fieldOf(fields, "episodeType");
  if (value && stated !== undefined && !type) {
    addError(fields, "podcast", value, "Expected `full`, `trailer` or `bonus`");
  }
  return type;
}

const types = ["full", "trailer", "bonus"] as const;

function readExplicit(fields: Fields): boolean | undefined {
  const value = fieldOf(fields, "explicit");
  if (!value) return undefined;
  const word = value.kind === "scalar" ? value.text.toLowerCase() : "";
  const flag = flagOf(value) ?? olderFlags.get(word);
  if (flag === undefined) addError(fields, "podcast", value, "Expected `true` or `false`");
  return flag;
}

// Apple's words before `true` and `false`.
const olderFlags: ReadonlyMap<string, boolean> = new Map([
  ["explicit", true],
  ["clean", false],
]);

function listOf(fields: Fields, name: "persons" | "transcript"): readonly Value[] {
  const value = fieldOf(fields, name);
  return value ? itemsOf(value) : [];
}

// A list of chapters, as other programs have it, is theirs.
function readChapters(fields: Fields, bases: Bases): string | undefined {
  const value = fieldOf(fields, "chapters");
  return value?.kind === "scalar" ? readEpisodeAddress(fields, value, bases) : undefined;
}
