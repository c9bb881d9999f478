import { readFile } from "node:fs/promises";
import type { Config } from "../config/resolve.ts";
import { findMediaFile, type MediaFile } from "../media-file.ts";
import { type Finding, quote } from "../message.ts";

/**
 * What Apple would not take of a podcast's cover: JPEG or PNG, square, 1400 to 3000 pixels. One that
 * lies elsewhere is not looked at.
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
  const size = await measureImage(file);
  if (!size) return "a file that is no picture";
  const { width, height, type = "" } = size;
  if (type !== "jpg" && type !== "png") return `one of the type \`${type}\``;
  const isGood = width === height && width >= 1400 && width <= 3000;
  return isGood ? undefined : `${width} × ${height} pixels`;
}

const mostBytes = 20_000_000;

async function measureImage({ path }: MediaFile) {
  // Loaded here: few sites are podcasts.
  const { imageSize } = await import("image-size");
  const bytes = await readFile(path);
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
    reason: `Expected a square cover of 1400 to 3000 pixels as JPEG or PNG, not ${found}`,
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
