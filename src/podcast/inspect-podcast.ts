import { VFile } from "vfile";
import type { Config } from "../config/resolve.ts";
import { addMessage, type Finding } from "../message.ts";
import { inspectCover } from "./inspect-cover.ts";

/** Something that Apple asks for: whether it is there, and what to do where it is not. */
interface Demand {
  readonly isMet: (config: Config) => boolean;
  readonly reason: string;
  readonly hint: string;
}

/**
 * Says what Apple asks of a podcast (https://podcasters.apple.com/support/823-podcast-requirements,
 * https://help.apple.com/itc/podcasts_connect/#/itcb54353390) and the config lacks, as warnings on a
 * file that stands for the config. The cover is measured where it lies in the content or the output
 * folder.
 *
 * @returns undefined where there is no podcast, or nothing to say.
 */
export async function inspectPodcast(config: Config): Promise<VFile | undefined> {
  if (!config.podcast) return undefined;
  const lacks = demands.filter(({ isMet }) => !isMet(config));
  const findings: readonly Finding[] = [
    ...lacks.map(
      ({ reason, hint }) => ({ severity: "warning", rule: "podcast", reason, hint }) as const,
    ),
    ...(await inspectCover(config)),
  ];
  if (findings.length === 0) return undefined;
  const file = new VFile({ cwd: config.content.folder, path: config.podcast.file });
  for (const finding of findings) addMessage(file, finding);
  return file;
}

const demands: readonly Demand[] = [
  {
    isMet: ({ feed }) => feed.formats.includes("rss"),
    reason: "Expected `rss` among the formats of a podcast: Apple reads nothing else",
    hint: "Add it to `feed.formats`",
  },
  {
    isMet: ({ site }) => site.description !== undefined,
    reason: "Expected a description of the podcast: Apple asks for it",
    hint: "Say in `site.description` what it is about",
  },
  {
    isMet: ({ site }) => site.language !== undefined,
    reason: "Expected the language of the podcast: Apple asks for it",
    hint: "Give `site.language`, such as `en`",
  },
  {
    isMet: ({ site: { language = "en" } }) => /^[a-z]{2}(?:-|$)/.test(language),
    reason: "Expected a language of two letters: Apple refuses feeds in any other",
    hint: "Give the nearest as `site.language`, such as `de` for `gsw`",
  },
  {
    isMet: ({ site: { description = "" } }) => Buffer.byteLength(description) <= 4000,
    reason: "Expected a description of at most 4000 bytes: Apple takes no more",
    hint: "Shorten `site.description`",
  },
  {
    isMet: ({ podcast }) => podcast?.categories.length !== 0,
    reason: "Expected a category of the podcast: Apple asks for it",
    hint: "Give `podcast.category`, such as `Technology` or `Arts > Books`",
  },
  {
    isMet: ({ podcast }) => podcast?.explicit !== undefined,
    reason: "Expected to be told whether the podcast is explicit: Apple asks for it",
    hint: "Give `podcast.explicit`: `true` or `false`",
  },
  {
    isMet: ({ podcast }) => podcast?.author !== undefined,
    reason: "Expected an author of the podcast: Apple shows the name",
    hint: "Give `podcast.author` or `site.author`",
  },
  {
    isMet: ({ podcast }) => podcast?.owner !== undefined,
    reason: "Expected an owner of the podcast: directories ask at its e-mail who may list it",
    hint: "Give `podcast.owner`: `{ name, email }`",
  },
  {
    isMet: ({ podcast }) => podcast?.image !== undefined,
    reason: "Expected a cover of the podcast: Apple asks for it",
    hint: "Give `podcast.image`: JPEG or PNG, square, 1400 to 3000 pixels",
  },
];
