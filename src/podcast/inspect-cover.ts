import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Config } from "../config/resolve.ts";
import { findMediaFile, type MediaFile } from "../media-file.ts";
import { type Finding, quote } from "../message.ts";
import { coloursOf } from "./colours-of.ts";

/**
 * What Apple would not take of a podcast's cover (https://podcasters.apple.com/support/896-artwork-requirements,
 * https://help.apple.com/itc/podcasts_connect/#/itcb54353390): JPEG or PNG with its own ending, square,
 * 1400 to 3000 pixels, in RGB without transparency. One that lies elsewhere is not looked at.
 */
export async function inspectCover(config: Config): Promise<readonly Finding[]> {
  const url = config.podcast?.image;
  if (url === undefined || !url.startsWith(config.site.url)) return [];
  const path = url.slice(config.site.url.length);
  const file = await findMediaFile(`/${path}`, "", {
    contentFolder: config.content.folder,
    outFolder: config.out,
  });
  if (!file) return [notFound(path)];
  const found = await describeImage(file);
  return found === undefined ? [] : [toWarning(found)];
}

/** What is wrong with a picture, completing "not …"; undefined where nothing is. */
async function describeImage(file: MediaFile): Promise<string | undefined> {
  if (file.bytes > mostBytes) return `one of ${Math.ceil(file.bytes / 1_000_000)} MB`;
  const bytes = await readFile(file.path);
  const size = await measureImage(bytes);
  if (!size) return "a file that is no picture";
  const { width, height, type = "" } = size;
  if (type !== "jpg" && type !== "png") return `one of the type \`${type}\``;
  const isGood = width === height && width >= 1400 && width <= 3000;
  if (!isGood) return `${width} × ${height} pixels`;
  const ending = extname(file.path).toLowerCase();
  if (!endings[type].includes(ending)) return `one of the type \`${type}\` named \`${ending}\``;
  const colours = coloursOf(bytes, type) ?? "RGB";
  return colours === "RGB" ? undefined : describeColours[colours];
}

const endings: Readonly<Record<"jpg" | "png", readonly string[]>> = {
  jpg: [".jpg", ".jpeg"],
  png: [".png"],
};

const describeColours = {
  grey: "one in grey",
  CMYK: "one in CMYK",
  transparent: "one with transparency",
} as const;

const mostBytes = 20_000_000;

async function measureImage(bytes: Buffer) {
  // Loaded here: few sites are podcasts.
  const { imageSize } = await import("image-size");
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

function toWarning(found: string): Finding {
  return {
    severity: "warning",
    rule: "podcast",
    reason: `Expected a square cover of 1400 to 3000 pixels as JPEG or PNG in RGB, not ${found}`,
    hint: "Give `podcast.image` one that Apple takes",
  };
}

function notFound(path: string): Finding {
  return {
    severity: "info",
    rule: "podcast",
    reason: `Expected a cover that can be measured, not ${quote(path)}`,
    hint: "It is looked for in the content and the output folder",
  };
}
