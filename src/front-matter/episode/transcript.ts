import { toLanguage } from "../../config/checks.ts";
import type { Transcript } from "../../podcast.ts";
import { addError, type Fields, memberOf } from "../fields.ts";
import { typeByEnding } from "../media-type.ts";
import type { Bases } from "../references.ts";
import type { Mapping, Value } from "../value.ts";
import { readEpisodeAddress } from "./episode-address.ts";
import { lineIn } from "./person.ts";

/** An episode in writing: a path, an address, or a table of `url`, `type` and `language`. */
export function readTranscript(fields: Fields, value: Value, bases: Bases): Transcript | undefined {
  const table = value.kind === "mapping" ? value : undefined;
  const stated = table ? memberOf(table, "url", "src", "path", "file") : value;
  if (!stated) addError(fields, "podcast", value, "Expected an address or a table with a `url`");
  const url = readEpisodeAddress(fields, stated, bases);
  if (url === undefined) return undefined;
  const type = (table && lineIn(table, "type")) ?? typeByEnding(new URL(url).pathname);
  if (type === undefined || !/^[\w.+-]+\/[\w.+-]+$/.test(type)) {
    addError(fields, "podcast", value, "Expected a transcript of a known type", hint);
    return undefined;
  }
  return { url, type, language: table && readLanguage(fields, table) };
}

const hint =
  "Write `transcript: /a.vtt`, or `{ url, type: text/vtt }`; known are `.vtt`, `.srt`, `.html`, `.json`, `.txt`";

function readLanguage(fields: Fields, table: Mapping): string | undefined {
  const stated = lineIn(table, "language", "lang");
  if (stated === undefined) return undefined;
  const language = toLanguage(stated.replaceAll("_", "-"));
  if (language === undefined) {
    addError(fields, "podcast", table, "Expected a transcript in a BCP 47 language such as `en`");
  }
  return language;
}
