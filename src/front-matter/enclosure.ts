import { resolveReference } from "../address.ts";
import { findMediaFile, type MediaFolders } from "../media-file.ts";
import type { Enclosure } from "../model.ts";
import { readDuration } from "./duration.ts";
import { tellOfOther, warnOfEpisode, warnOfLength } from "./enclosure-findings.ts";
import { addError, type Fields, fieldOf, isText, itemsOf, memberOf } from "./fields.ts";
import { measureMedia } from "./measure-media.ts";
import { appleTypeByEnding, isMedium, isMediumType, typeByEnding } from "./media-type.ts";
import type { Mapping, Scalar, Value } from "./value.ts";

/** Where an article's media files may lie, and what their addresses are resolved against. */
export interface EnclosureContext extends MediaFolders {
  readonly siteUrl: string;
  /** Undefined where the article has none; the site's then takes its place. */
  readonly articleUrl: string | undefined;
  /** Whether an article with a media file is an episode. */
  readonly isPodcast: boolean;
}

/**
 * The media files of an article: an address, a path, a table of `url`, `length`, `type` and
 * `duration`, or a list of these. A path below the site (`/audio/a.mp3`) or beside the article
 * (`a.mp3`) is looked for in the content folder, then in the output folder, and measured.
 */
export async function readEnclosures(
  fields: Fields,
  context: EnclosureContext,
): Promise<readonly Enclosure[]> {
  const items = [...itemsIn(fields, "enclosure"), ...mediaIn(fields)];
  const duration = context.isPodcast
    ? readDurationOf(fields, fieldOf(fields, "duration"))
    : undefined;
  // So it is with nearly all.
  if (items.length === 0) return [];
  const read = await Promise.all(
    items.map((item, index) => {
      const stated = readStated(fields, item);
      const own = stated && {
        ...stated,
        duration: stated.duration ?? (index === 0 ? duration : undefined),
      };
      return own && readEnclosure(fields, own, context);
    }),
  );
  const enclosures = read.filter((enclosure) => enclosure !== undefined);
  return enclosures.filter(({ url }, index) => {
    return index === enclosures.findIndex((one) => one.url === url);
  });
}

function itemsIn(fields: Fields, name: "enclosure" | "audio" | "video"): readonly Value[] {
  const value = fieldOf(fields, name);
  return value ? itemsOf(value) : [];
}

// Themes have these fields for what they play: the name of a video elsewhere, a switch.
function mediaIn(fields: Fields): readonly Value[] {
  return [...itemsIn(fields, "audio"), ...itemsIn(fields, "video")].filter((item) => {
    if (isMediumItem(item)) return true;
    tellOfOther(fields, item);
    return false;
  });
}

function isMediumItem(item: Value): boolean {
  if (item.kind !== "mapping") return isText(item) && isMedium(item.text.trim());
  const url = urlOf(item);
  const type = memberOf(item, ...typeNames);
  return (url && isMediumItem(url)) || (type && isText(type) && isMediumType(type.text)) || false;
}

async function readEnclosure(
  fields: Fields,
  stated: Stated,
  context: EnclosureContext,
): Promise<Enclosure | undefined> {
  const reference = stated.url.text.trim();
  const url = resolveReference(reference, context.siteUrl, context.articleUrl);
  if (url === undefined) {
    addError(fields, "enclosure", stated.url, "Expected the address of a media file");
    return undefined;
  }
  const file = await findMediaFile(reference, fields.file.path, context);
  const { pathname } = new URL(url);
  const ownType = context.isPodcast ? appleTypeByEnding(pathname) : undefined;
  const type = stated.type ?? ownType ?? typeByEnding(pathname);
  const isMeasured = type === undefined || isMediumType(type);
  const facts = file && isMeasured ? await measureMedia(file) : {};
  const length = stated.length ?? file?.bytes;
  if (length === undefined) warnOfLength(fields, stated.url);
  const duration = stated.duration ?? facts.duration;
  const { chapters } = facts;
  const enclosure = { url, length, type: type ?? facts.type, duration, chapters };
  if (context.isPodcast) warnOfEpisode(fields, stated.url, enclosure);
  return enclosure;
}

interface Stated {
  readonly url: Scalar;
  readonly length?: number | undefined;
  readonly type?: string | undefined;
  readonly duration?: number | undefined;
}

function readStated(fields: Fields, value: Value): Stated | undefined {
  const url = value.kind === "mapping" ? urlOf(value) : value;
  if (!url || !isText(url)) {
    addError(fields, "enclosure", url ?? value, "Expected an address or a table with a `url`");
    return undefined;
  }
  if (value.kind !== "mapping") return { url };
  return {
    url,
    length: readLength(fields, value),
    type: readType(fields, value),
    duration: readDurationOf(fields, memberOf(value, "duration")),
  };
}

function urlOf(mapping: Mapping): Value | undefined {
  return memberOf(mapping, "url", "src", "path", "file");
}

function readLength(fields: Fields, mapping: Mapping): number | undefined {
  const value = memberOf(mapping, "length", "size");
  if (!value) return undefined;
  if (isText(value) && /^\d{1,15}$/.test(value.text)) return Number(value.text);
  addError(fields, "enclosure", value, "Expected a length in bytes");
  return undefined;
}

function readType(fields: Fields, mapping: Mapping): string | undefined {
  const value = memberOf(mapping, ...typeNames);
  if (!value) return undefined;
  // RFC 6838 §4.2: type and subtype.
  if (isText(value) && /^[\w.+-]+\/[\w.+-]+$/.test(value.text)) return value.text;
  addError(fields, "enclosure", value, "Expected a media type such as `audio/mpeg`");
  return undefined;
}

const typeNames = ["type", "mime", "mimetype"];

function readDurationOf(fields: Fields, value: Value | undefined): number | undefined {
  if (!value) return undefined;
  const duration = isText(value) ? readDuration(value.text) : undefined;
  if (duration === undefined) {
    addError(fields, "enclosure", value, "Expected a duration such as `1830` or `30:30`");
  }
  return duration;
}
