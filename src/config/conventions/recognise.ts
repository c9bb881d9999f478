import { dirname, join, relative } from "node:path";
import { openSite, type SiteFolder } from "../foreign/site-folder.ts";
import type { Sign } from "./convention.ts";
import type { ConventionName } from "./convention-names.ts";
import { conventions } from "./conventions.ts";

/** Whose conventions a site follows, where its root is, and by what that was seen. */
export interface Recognised {
  readonly name: ConventionName;
  readonly site: SiteFolder;
  /** Completes the sentence "… because of …"; undefined where the config says it. */
  readonly reason: string | undefined;
}

/** Where to look. Folders are absolute. */
export interface Place {
  /** The folder of the config. */
  readonly folder: string;
  /** The content folder where the user named one. */
  readonly content: string | undefined;
  /** Takes the absolute paths that are asked about. */
  readonly asked?: Set<string> | undefined;
}

/**
 * Looks for a generator's signs in the content folder and the folders around it, up to that of the
 * config: first for its config, then for folders that only one generator has.
 *
 * @param asked the convention that the config names; undefined to find it out
 */
export async function recognise(place: Place, asked?: ConventionName): Promise<Recognised> {
  const names = asked === undefined ? namesOf(conventions) : [asked];
  const found = await findBySign(place, names);
  if (found) return { ...found, reason: asked === undefined ? found.reason : undefined };
  return (
    (await findByFolder(place, asked)) ?? {
      name: asked ?? "plain",
      site: openSite(place.folder, below(place.folder, place.content), place.asked),
      reason: undefined,
    }
  );
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const isName = (key: string): key is Name => Object.hasOwn(table, key);
  return Object.keys(table).filter(isName);
}

async function findBySign(
  place: Place,
  names: readonly ConventionName[],
): Promise<Recognised | undefined> {
  for (const root of rootsOf(place)) {
    const site = openSite(root, below(root, place.content), place.asked);
    for (const name of names) {
      const sign = await findSign(site, conventions[name].signs);
      if (sign !== undefined) return { name, site, reason: sign };
    }
  }
  return undefined;
}

async function findSign(site: SiteFolder, signs: readonly Sign[]): Promise<string | undefined> {
  for (const { path, beside, holds } of signs) {
    if (!(await site.has(path)) || (beside !== undefined && !(await site.has(beside)))) continue;
    if (holds === undefined || holds.test((await site.readText(path)) ?? "")) {
      return beside === undefined ? `\`${path}\`` : `\`${path}\` beside \`${beside}\``;
    }
  }
  return undefined;
}

// Without a config, a folder's name says where the root is; whose it is, only if it is a telling one.
async function findByFolder(
  place: Place,
  asked: ConventionName | undefined,
): Promise<Recognised | undefined> {
  const names = asked === undefined ? telling : [asked];
  for (const folder of rootsOf(place)) {
    for (const name of names) {
      for (const own of conventions[name].folders) {
        const root = await rootOf(folder, own, place.asked);
        if (root === undefined) continue;
        const site = openSite(root, below(root, place.content), place.asked);
        return { name, site, reason: asked === undefined ? `the folder \`${own}\`` : undefined };
      }
    }
  }
  return undefined;
}

/** The conventions whose folders no other generator has. */
const telling = ["hexo", "jekyll"] as const satisfies readonly ConventionName[];

async function rootOf(
  folder: string,
  own: string,
  asked: Set<string> | undefined,
): Promise<string | undefined> {
  const path = folder.replaceAll("\\", "/");
  if (`${path}/`.endsWith(`/${own}/`)) return folder.slice(0, -own.length - 1);
  return (await openSite(folder, undefined, asked).has(own)) ? folder : undefined;
}

/** The folders that may be the root: the content folder and those above it, up to the config's. */
function rootsOf({ folder, content }: Place): readonly string[] {
  if (content === undefined) return [folder];
  const most = below(folder, content) === undefined ? mostAbove : Number.POSITIVE_INFINITY;
  const roots = [content];
  for (let at = content; at !== folder && at !== dirname(at) && roots.length < most; ) {
    at = dirname(at);
    roots.push(at);
  }
  return roots;
}

// Of a content folder that lies elsewhere, its site is not far.
const mostAbove = 4;

/** A path from one folder to another below it, with `/`; undefined where it is not below. */
function below(folder: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const relation = relative(folder, path).replaceAll("\\", "/");
  return relation === ".." || relation.startsWith("../") || join(folder, relation) !== path
    ? undefined
    : relation;
}
