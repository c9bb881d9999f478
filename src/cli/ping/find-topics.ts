import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { UsageError } from "../../config/errors.ts";
import type { Topic } from "../../websub/topic.ts";
import { digestOf } from "../../write/match-file.ts";
import { generateSite } from "../generate-site.ts";
import type { Io } from "../io.ts";
import type { Settings } from "../settings.ts";
import { withStore } from "../with-store.ts";

/**
 * The feeds of a site, as they stand in the output folder.
 *
 * @throws UsageError where an article is invalid, or a feed is not there.
 */
export async function findTopics(settings: Settings, io: Io): Promise<readonly Topic[]> {
  const { config } = settings;
  const { outputs } = await withStore(settings.store, io, async (store) => {
    return (await generateSite({ settings, io, store })).result;
  });
  if (outputs.length === 0) {
    throw new UsageError("Expected valid articles: `feedwright check` tells what is wrong");
  }
  // Nobody subscribes to an archive, which is closed.
  const topics = outputs.filter(({ group }) => group?.by !== "archive");
  return await Promise.all(
    topics.map(async (output) => {
      const file = join(config.out, output.path);
      return { url: output.url, path: output.path, digest: await readDigest(file, io) };
    }),
  );
}

async function readDigest(file: string, { cwd }: Io): Promise<string> {
  try {
    return digestOf(await readFile(file));
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    const name = relative(cwd, file).replaceAll("\\", "/");
    throw new UsageError(
      `Expected the feed \`${name}\` that was deployed (${cause.code}); run \`feedwright build\` first`,
      { cause },
    );
  }
}
