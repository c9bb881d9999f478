import { addMessage, quote } from "../message.ts";
import type { Enclosure } from "../model.ts";
import type { Fields } from "./fields.ts";
import { endingOf, isMediumType } from "./media-type.ts";
import type { Scalar, Value } from "./value.ts";

/** Warns of a media file whose length nobody knows. */
export function warnOfLength({ file }: Fields, url: Scalar): void {
  addMessage(file, {
    severity: "warning",
    rule: "enclosure",
    reason: `Expected a file that can be measured, not ${quote(url.text)}`,
    hint: "Give its length in bytes: `enclosure: { url, length, type }`; without it RSS says 0",
    offset: url.offset,
  });
}

/** Says that what stands where a sound or a film may stand is neither. */
export function tellOfOther({ file }: Fields, value: Value): void {
  addMessage(file, {
    severity: "info",
    rule: "enclosure",
    reason: "Expected a file of a sound or a film, such as `/audio/first.mp3`: not an enclosure",
    hint: "Name it `enclosure` if it is one all the same",
    offset: value.offset,
  });
}

/** Warns of what an episode of a podcast lacks for Apple and for players. */
export function warnOfEpisode(fields: Fields, url: Scalar, enclosure: Enclosure): void {
  if (!appleEndings.includes(endingOf(enclosure.url))) {
    warn(fields, url, {
      reason: `Expected a file that Apple takes, not ${quote(url.text)}`,
      hint: `Apple takes ${appleEndings.map((ending) => `\`.${ending}\``).join(", ")}`,
    });
  }
  const isTimed = enclosure.type === undefined || isMediumType(enclosure.type);
  if (isTimed && enclosure.duration === undefined) {
    warn(fields, url, {
      reason: `Expected a sound or film that says how long it lasts, not ${quote(url.text)}`,
      hint: "Write `duration: 30:15` into the front matter",
    });
  }
}

// https://help.apple.com/itc/podcasts_connect/#/itcb54353390
const appleEndings = ["mp3", "m4a", "mp4", "m4v", "mov", "pdf"];

interface Words {
  readonly reason: string;
  readonly hint: string;
}

function warn({ file }: Fields, { offset }: Scalar, words: Words): void {
  addMessage(file, { severity: "warning", rule: "podcast", ...words, offset });
}
