import { lstat, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { isAbsolute, isFromRoot } from "./address.ts";

/** Where media files may lie; nothing outside these folders is looked at. Both absolute. */
export interface MediaFolders {
  readonly contentFolder: string;
  readonly outFolder: string;
}

/** A media file on disk. */
export interface MediaFile {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Finds a file that is given by path: `/audio/a.mp3` below the content folder, else below the output
 * folder; `a.mp3` beside the article first.
 *
 * @param source the article's path below the content folder
 * @returns undefined where there is no such file, or it is given by address.
 */
export async function findMediaFile(
  reference: string,
  source: string,
  { contentFolder, outFolder }: MediaFolders,
): Promise<MediaFile | undefined> {
  if (isAbsolute(reference)) return undefined;
  const path = toPath(reference);
  const beside = isFromRoot(path) ? "" : dirname(source);
  return (await findBelow(contentFolder, join(beside, path))) ?? (await findBelow(outFolder, path));
}

function toPath(reference: string): string {
  const path = reference.replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// Neither `..` nor a symbolic link leads out of the folder.
async function findBelow(root: string, below: string): Promise<MediaFile | undefined> {
  try {
    const real = await realpath(join(root, below));
    if (!real.startsWith((await realpath(root)) + sep)) return undefined;
    const stats = await lstat(real);
    return stats.isFile() ? { path: real, bytes: stats.size } : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
