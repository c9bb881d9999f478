import type { Root as HastRoot } from "hast";
import type { Article, Site } from "../model.ts";
import type { MarkdownSettings } from "./settings.ts";

/** Addresses of the folder's articles, by path and by name. */
export type Addresses = Pick<ReadonlyMap<string, string>, "get">;

/** What the stages of rendering know of the article they work on, and what they found out. */
export interface Context {
  readonly article: Article;
  readonly site: Site;
  readonly settings: MarkdownSettings;
  /** The article's Markdown. */
  readonly body: string;
  readonly addresses: Addresses;
  /** Names of the template syntax that was warned of: once for each article is enough. */
  readonly warnedOf: Set<string>;
}

declare module "mdast" {
  interface RootData {
    /** The finished HTML tree, which the compiler only sanitises and writes. */
    finished?: HastRoot;
  }
}
