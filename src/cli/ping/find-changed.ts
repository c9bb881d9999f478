import { join, relative } from "node:path";
import { UsageError } from "../../config/errors.ts";
import { generousLimits, openBudget } from "../../published/limits.ts";
import { readRevision } from "../../published/read-revision.ts";
import type { Topic } from "../../websub/topic.ts";
import { digestOf } from "../../write/match-file.ts";
import type { Io } from "../io.ts";
import type { Settings } from "../settings.ts";

/**
 * The topics whose files are others than a commit has them, or that it does not have.
 *
 * @throws UsageError where the commit has none of them.
 */
export async function findChangedSince(
  commit: string,
  topics: readonly Topic[],
  { settings, io }: { readonly settings: Settings; readonly io: Io },
): Promise<readonly Topic[]> {
  const missing: UsageError[] = [];
  const changed: Topic[] = [];
  for (const topic of topics) {
    const place = relative(io.cwd, join(settings.config.out, topic.path)).replaceAll("\\", "/");
    const before = await readDigest(commit, `./${place}`, io);
    if (before instanceof UsageError) missing.push(before);
    if (before !== topic.digest) changed.push(topic);
  }
  if (missing[0] && missing.length === topics.length) throw missing[0];
  return changed;
}

// A feed may be new.
async function readDigest(commit: string, path: string, { cwd }: Io): Promise<string | UsageError> {
  try {
    const { bytes } = await readRevision({ commit, path }, cwd, openBudget(generousLimits));
    return digestOf(bytes);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}
