import { lstat, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { isAbsolute, isFromRoot } from "../address.ts";

/** Where media files may lie; nothing outside these folders is looked at. Both absolute. */
export interface MediaFolders {
  readonly contentFolder: string;
  readonly outFolder: string;
}

/**
 * Measures a file that is given by path: `/audio/a.mp3` below the content folder, else below the
 * output folder; `a.mp3` beside the article first.
 *
 * @param source the article's path below the content folder
 * @returns bytes; undefined where there is no such file, or it is given by address.
 */
export async function measureFile(
  reference: string,
  source: string,
  { contentFolder, outFolder }: MediaFolders,
): Promise<number | undefined> {
  if (isAbsolute(reference)) return undefined;
  const path = toPath(reference);
  const beside = isFromRoot(path) ? "" : dirname(source);
  return (await sizeOf(contentFolder, join(beside, path))) ?? (await sizeOf(outFolder, path));
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
async function sizeOf(root: string, below: string): Promise<number | undefined> {
  try {
    const real = await realpath(join(root, below));
    if (!real.startsWith((await realpath(root)) + sep)) return undefined;
    const stats = await lstat(real);
    return stats.isFile() ? stats.size : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
