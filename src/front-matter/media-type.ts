import { extname } from "node:path";
import { mimes } from "mrmime";

/** The media type that a path or an address speaks of by its ending. */
export function typeByEnding(reference: string): string | undefined {
  const ending = endingOf(reference);
  return Object.hasOwn(more, ending) || Object.hasOwn(mimes, ending)
    ? (more[ending] ?? mimes[ending])
    : undefined;
}

/**
 * The type that Apple has for the ending of an episode's file, where it is another than that of
 * everybody else (https://help.apple.com/itc/podcasts_connect/#/itcb54353390, `enclosure`).
 */
export function appleTypeByEnding(reference: string): string | undefined {
  return endingOf(reference) === "m4a" ? "audio/x-m4a" : undefined;
}

/** Whether a path or an address is that of a sound or a film, by its ending. */
export function isMedium(reference: string): boolean {
  return isMediumType(typeByEnding(reference));
}

/** Whether a media type is that of a sound or a film. */
export function isMediumType(type = ""): boolean {
  return /^(?:audio|video)\//.test(type);
}

/** The ending of a path or an address, in lower case, without its dot. */
export function endingOf(reference: string): string {
  return extname(reference.replace(/[?#].*$/, ""))
    .slice(1)
    .toLowerCase();
}

// What podcasts have beside the types that mrmime knows.
const more: Readonly<Record<string, string>> = {
  m4b: "audio/mp4",
  m4v: "video/x-m4v",
  srt: "application/x-subrip",
};
