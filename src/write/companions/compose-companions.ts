import type { Config } from "../../config/resolve.ts";
import type { OutputFile } from "../../model.ts";
import { addressOf, pageAddressOf } from "../file-address.ts";
import { servedTypeOf } from "../served-type.ts";
import {
  type CompanionFile,
  type LatestArticle,
  markOf,
  type OfferedFeed,
  toCompanion,
} from "./companion.ts";
import { hosting } from "./hosting/hosting.ts";
import type { ServedFile } from "./hosting/served-file.ts";
import { composeLinkTags } from "./link-tags.ts";
import { composeIncludedOpml, composeIncludingOpml, composeOpml } from "./opml.ts";
import { composePage } from "./page/compose-page.ts";
import { fillTemplate } from "./page/fill-template.ts";
import { textsIn } from "./page/texts.ts";
import { readTemplate } from "./read-template.ts";
import { composeStyleSheet } from "./style-sheet.ts";

/** Of what the files beside the feeds are made. */
export interface CompanionInput {
  /** The preferred format of each first, the main feed before those of groups. */
  readonly feeds: readonly OfferedFeed[];
  /** Newest first. */
  readonly articles: readonly LatestArticle[];
  /** Those of all feeds, archives among them. */
  readonly documents: readonly Pick<OutputFile, "path" | "format">[];
}

/**
 * Composes the files that the config wants beside the feeds.
 *
 * @throws UsageError where the page has a template that cannot be used.
 */
export async function composeCompanions(
  input: CompanionInput,
  config: Config,
): Promise<readonly CompanionFile[]> {
  const { site, companions } = config;
  const { page, style, opml, links } = companions;
  const texts: readonly (readonly [string | undefined, Compose])[] = [
    [page, () => composeSubscribePage(input, config)],
    [style, () => composeStyle(input, config)],
    [opml, () => composeOpml(input.feeds, site)],
    ...composeCategories(input, config),
    [links, () => composeLinkTags(input.feeds)],
    ...composeHosting(input, config),
  ];
  const mark = markOf(input.feeds);
  const files: CompanionFile[] = [];
  for (const [path, compose] of texts) {
    if (path !== undefined)
      files.push(toCompanion({ path, text: await compose(), mark }, site.url));
  }
  return files;
}

type Compose = () => string | Promise<string>;

// A kind of group that no article has, has no list: it would be empty, which OPML does not allow.
function composeCategories(
  { feeds }: CompanionInput,
  { site, companions: { includes, lists } }: Config,
): readonly (readonly [string, () => string])[] {
  if (includes === undefined) return [];
  const filled = lists.filter(({ by }) => feeds.some(({ group }) => group === by));
  const inclusions = filled.map(({ by, path }) => ({ by, url: addressOf(path, site.url) }));
  return [
    [includes, () => composeIncludingOpml(feeds, inclusions, site)],
    ...filled.map(({ by, path }): readonly [string, () => string] => {
      return [path, () => composeIncludedOpml(feeds, by, site)];
    }),
  ];
}

async function composeSubscribePage(
  { feeds, articles }: CompanionInput,
  { site, companions: { page = "", template, opml } }: Config,
): Promise<string> {
  const input = {
    site,
    feeds,
    articles,
    texts: textsIn(site.language),
    url: pageAddressOf(page, site.url),
    listUrl: opml === undefined ? undefined : addressOf(opml, site.url),
  };
  if (!template) return composePage(input);
  return fillTemplate(await readTemplate(template), template.path, input);
}

function composeStyle(
  { feeds }: CompanionInput,
  { site, feed, companions: { page } }: Config,
): string {
  return composeStyleSheet({
    mark: markOf(feeds),
    language: site.language,
    content: feed.content,
    pageUrl: page === undefined ? undefined : pageAddressOf(page, site.url),
  });
}

function composeHosting(
  input: CompanionInput,
  config: Config,
): readonly (readonly [string, () => string])[] {
  const { feeds, documents } = input;
  const { site, companions } = config;
  if (companions.hosting === undefined) return [];
  const { path, compose } = hosting[companions.hosting];
  const { style, opml } = companions;
  const toServed = (file: string, type: string): ServedFile => ({
    path: file,
    pathname: new URL(addressOf(file, site.url)).pathname,
    type,
  });
  const files = [
    ...documents.map((one) => toServed(one.path, servedTypeOf(one.format, style !== undefined))),
    ...(style === undefined ? [] : [toServed(style, "text/css")]),
    ...(opml === undefined ? [] : [toServed(opml, "text/x-opml")]),
    ...composeCategories(input, config).map(([list]) => toServed(list, "text/x-opml")),
  ];
  return [[path, () => compose(files, markOf(feeds))]];
}
