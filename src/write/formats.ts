import type { Entry, EntrySetting, Envelope, FormatName } from "../model.ts";
import { composeAtomEntry, composeAtomFrame } from "./atom.ts";
import type { Frame } from "./frame.ts";
import { composeJsonFrame, composeJsonItem } from "./json.ts";
import { composeRssFrame, composeRssItem } from "./rss.ts";

/** What a format is: its media type, how an entry becomes its text, and what stands around them. */
interface Format {
  readonly mediaType: string;
  readonly composeEntry: (entry: Entry, setting: EntrySetting) => string;
  readonly composeFrame: (feed: Envelope) => Frame;
  /** What stands before the first entry, between two, and after the last. */
  readonly joints: { readonly first: string; readonly next: string; readonly last: string };
}

const lines = { first: "", next: "", last: "" };

/** Every format. To add one, write its two functions and give it a line here and in `formatNames`. */
export const formats = {
  rss: {
    mediaType: "application/rss+xml",
    composeEntry: composeRssItem,
    composeFrame: composeRssFrame,
    joints: lines,
  },
  atom: {
    mediaType: "application/atom+xml",
    composeEntry: composeAtomEntry,
    composeFrame: composeAtomFrame,
    joints: lines,
  },
  json: {
    mediaType: "application/feed+json",
    composeEntry: composeJsonItem,
    composeFrame: composeJsonFrame,
    joints: { first: "\n", next: ",\n", last: "\n  " },
  },
} as const satisfies Record<FormatName, Format>;
