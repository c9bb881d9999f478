/** What a file's path says of the article. */
export interface PathFacts {
  /** `2024-07-31` as written, in the file's name or its folders. */
  readonly date: string | undefined;
  /** The file's name without date and ending; of `index.md`, its folder's. */
  readonly slug: string;
  /** The folders, without the one that `index.md` takes its slug from. */
  readonly folders: readonly string[];
  /** The file's name as on disk, without ending. */
  readonly filename: string;
}

/**
 * Reads date and slug from a path: `2024-07-31-slug.md`, `2016-1-9-slug/index.md`,
 * `2021/12/21/slug.md`.
 *
 * @param path below the content folder, with `/`
 */
export function readPath(path: string): PathFacts {
  const segments = path.replace(/\.[^./]+$/, "").split("/");
  const filename = segments.at(-1) ?? "";
  const isIndex = filename.toLowerCase() === "index" && segments.length > 1;
  const own = isIndex ? segments.slice(0, -1) : segments;
  const name = own.at(-1) ?? "";
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ](.*))?$/.exec(name);
  return {
    date: dated?.[1] ?? findFolderDate(own),
    slug: dated ? dated[2] || name : name,
    folders: own.slice(0, -1),
    filename,
  };
}

// 2021/12/21/slug, 2021/12/21-slug or 2021/12-21-slug: the parts of the date in one run.
function findFolderDate(segments: readonly string[]): string | undefined {
  const match = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_ -]|$)/.exec(segments.join("/"));
  return match ? match.slice(1).join("-") : undefined;
}
