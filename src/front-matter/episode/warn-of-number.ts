import { addMessage } from "../../message.ts";
import type { Episode } from "../../podcast.ts";
import type { Fields } from "../fields.ts";

/**
 * Warns of an episode without a number in a show whose episodes follow one another, where Apple asks
 * for it (https://help.apple.com/itc/podcasts_connect/#/itcb54353390, `itunes:episode`). A trailer or
 * a bonus needs none.
 */
export function warnOfNumber({ file }: Fields, { episode, type = "full" }: Episode): void {
  if (episode || type !== "full") return;
  addMessage(file, {
    severity: "warning",
    rule: "podcast",
    reason: "Expected an episode with a number: the podcast is `serial`",
    hint: "Write `episode: 3` into the front matter",
    offset: 0,
  });
}
