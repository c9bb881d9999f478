import type { Entry, EntrySetting, Envelope, FormatName } from "../model.ts";
import { composeAtomEntries, composeAtomFrame } from "./atom.ts";
import type { Frame } from "./frame.ts";
import { composeJsonFrame, composeJsonItems } from "./json.ts";
import { composeRssFrame, composeRssItems } from "./rss.ts";

/** What a format is: its media type, how entries become their texts, and what stands around them. */
interface Format {
  readonly mediaType: string;
  /** The text of each entry; the more at once, the faster. */
  readonly composeEntries: (entries: readonly Entry[], setting: EntrySetting) => readonly string[];
  readonly composeFrame: (feed: Envelope) => Frame;
  /** What stands before the first entry, between two, and after the last. */
  readonly joints: { readonly first: string; readonly next: string; readonly last: string };
}

const lines = { first: "", next: "", last: "" };

/** Every format. To add one, write its two functions and give it a line here and in `formatNames`. */
export const formats = {
  rss: {
    mediaType: "application/rss+xml",
    composeEntries: composeRssItems,
    composeFrame: composeRssFrame,
    joints: lines,
  },
  atom: {
    mediaType: "application/atom+xml",
    composeEntries: composeAtomEntries,
    composeFrame: composeAtomFrame,
    joints: lines,
  },
  json: {
    mediaType: "application/feed+json",
    composeEntries: composeJsonItems,
    composeFrame: composeJsonFrame,
    joints: { first: "\n", next: ",\n", last: "\n  " },
  },
} as const satisfies Record<FormatName, Format>;
