import type { Root } from "mdast";
import type { Article } from "../model.ts";

/** What the finishing steps know of the article they work on, and what they find out. */
export interface Context {
  readonly article: Article;
  /** The title and the text that stands for the article, where its author gave none. */
  title: string | undefined;
  summary: string | undefined;
}

declare module "mdast" {
  interface RootData {
    context?: Context;
  }
}

/** The context that a tree carries from `render` to the compiler's handlers. */
export function contextOf(root: Root): Context {
  const context = root.data?.context;
  if (!context) throw new TypeError("Expected a tree with its context");
  return context;
}
