import { escapeAttribute } from "entities";
import type { Config } from "../../config/resolve.ts";
import { chooseFeeds } from "../../select/choose-feeds.ts";
import { composeFeeds } from "../../write/compose-feeds.ts";
import { formats } from "../../write/formats.ts";
import { toRelative } from "./look-around.ts";

/** Tells what is to be done after the config is there. */
export function describeNextSteps(
  config: Config,
  cwd: string,
  install: boolean,
): readonly string[] {
  const { feeds: plans } = chooseFeeds([], config);
  const feeds = composeFeeds(plans, new Map(), config);
  const names = feeds.map(({ path }) => path).join(", ");
  const steps = [
    ...(install ? ["  npm install --save-dev feedwright"] : []),
    `  npx feedwright  (writes ${names} to ${toRelative(cwd, config.out)}, to be published with the site)`,
  ];
  const [first] = feeds;
  if (!first) return ["Next:", ...steps];
  const title = escapeAttribute(config.site.title);
  const link = `<link rel="alternate" type="${formats[first.format].mediaType}" title="${title}" href="${escapeAttribute(first.url)}">`;
  return ["Next:", ...steps, "and in the <head> of the site's pages:", `  ${link}`];
}
