import { UsageError } from "../config/errors.ts";
import type { OutputFile } from "../model.ts";

/** A file that has a place in the output folder: of a feed, or beside the feeds. */
interface PlacedFile extends Pick<OutputFile, "path" | "group"> {
  /** Undefined for what stands beside the feeds. */
  readonly format?: OutputFile["format"];
}

/**
 * Checks that every file has a place of its own. Some file systems know no upper and lower case, and
 * a file cannot be a folder too.
 *
 * @throws UsageError where two would be one file.
 */
export function requireOwnPaths(outputs: readonly PlacedFile[]): void {
  const files = new Map<string, PlacedFile>();
  const folders = new Map<string, PlacedFile>();
  for (const output of outputs) {
    const key = output.path.toLowerCase();
    const other = files.get(key) ?? folders.get(key);
    if (other) throw toClash(other, output);
    files.set(key, output);
    for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
      const folder = key.slice(0, end);
      const file = files.get(folder);
      if (file) throw toClash(file, output);
      folders.set(folder, output);
    }
  }
}

function toClash(one: PlacedFile, other: PlacedFile): UsageError {
  const isOfFeeds = one.format !== undefined && other.format !== undefined;
  const [what, hint] = isOfFeeds
    ? ["for each feed", ""]
    : ["for what stands beside the feeds", ", or it another path (`page`, `feed.style` …)"];
  return new UsageError(
    `Expected a file of its own ${what}, not ${describe(other)} beside ${describe(one)}; give them other folders with \`feed.groupPaths\` or \`path\`${hint}`,
  );
}

function describe({ path, group, format }: PlacedFile): string {
  if (format === undefined) return `\`${path}\``;
  const feed = group ? `the ${group.by} \`${group.name}\`` : "the main feed";
  return `\`${path}\` for ${feed}`;
}
