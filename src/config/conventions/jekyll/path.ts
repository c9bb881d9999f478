import type { PathFacts } from "../rules.ts";

/** What a site's config says of its folders. */
export interface JekyllFolders {
  /** The collections that stand in feeds, beside the posts. */
  readonly collections: readonly string[];
  /** Files and folders that are read although their names begin with `_`, `#` or `~`. */
  readonly include: readonly string[];
}

/**
 * Makes the reader of paths: of `above/_posts/below/2024-07-31-slug.md`, what stands above is a
 * category (https://jekyllrb.com/docs/posts/#categories), what stands below is nothing. A file of
 * `_posts` whose name begins with no date is no post.
 */
export function readJekyllPath({ collections, include }: JekyllFolders) {
  return (path: string): PathFacts => {
    const segments = path.replace(/\.[^./]+$/, "").split("/");
    const filename = segments.pop() ?? "";
    const isCollection = collections.some((name) => segments[0] === `_${name}`);
    const at = isCollection ? 0 : segments.findIndex((name) => /^_(?:posts|drafts)$/.test(name));
    const [above, below] = [segments.slice(0, Math.max(0, at)), segments.slice(at + 1)];
    const isDraft = segments[at] === "_drafts";
    const isHidden = [...above, ...below.slice(0, 1), filename].some((name) => {
      return /^[_#~]/.test(name) && !include.includes(name);
    });
    const [, year = "", day = "", name = ""] =
      /^(\d{2,4})(-\d{1,2}-\d{1,2})-(.*)$/.exec(filename) ?? [];
    const isPost = year !== "" || isDraft || isCollection;
    return {
      date: year === "" ? undefined : toFullYear(year) + day,
      slug: (name || filename).replace(/\.+$/, ""),
      folders: [...above, ...below],
      filename: filename.replace(/\.+$/, ""),
      categories: above,
      collection: isCollection ? segments[0]?.slice(1) : "posts",
      isDraft,
      other: isHidden ? hidden : isPost ? undefined : undated,
    };
  };
}

const hidden = "a file that Jekyll passes over because of its name or folder's";
const undated = "a file whose name does not begin with a date";

// Ruby's Date: two digits from 69 on are of the last century.
function toFullYear(year: string): string {
  if (year.length !== 2) return year.padStart(4, "0");
  return (Number(year) < 69 ? "20" : "19") + year;
}
