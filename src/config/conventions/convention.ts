import type { SiteFolder } from "../foreign/site-folder.ts";
import type { Options } from "../options.ts";
import type { SomeRules } from "./rules.ts";

/**
 * What a site generator expects of a folder of articles, as data: how its sites are recognised, what
 * their config says, and the rules by which their articles are read.
 */
export interface Convention {
  /** The generator as people call it. */
  readonly title: string;
  /** What stands in the site's root folder and in no other generator's. */
  readonly signs: readonly Sign[];
  /** Folders below the root that hold articles; without a sign the root is found by them. */
  readonly folders: readonly string[];
  /** Where its rules differ from the plain ones. */
  readonly rules: SomeRules;
  /** Reads what the site's own config says; nothing in it is run. */
  readonly readSite: (site: SiteFolder) => Promise<SiteFacts>;
}

/** Something by which a site is recognised: all that is given must be there. */
export interface Sign {
  /** A file or folder below the root. */
  readonly path: string;
  /** Another that stands beside it. */
  readonly beside?: string;
  /** What the file's text holds. */
  readonly holds?: RegExp;
}

/** What a generator's config says of its site. */
export interface SiteFacts {
  /** Options that the user need not give; `content.folder` is a path below the root. */
  readonly options: Options;
  /** Where this site's rules differ from its convention's. */
  readonly rules?: SomeRules;
  /** Folder below the root that the articles' paths are counted from; the root without one. */
  readonly base?: string;
}
