import type { Context } from "../context.ts";
import { replaceAdmonitions } from "./admonitions.ts";
import { replaceMarkers } from "./excerpt-markers.ts";
import { removeAttributes } from "./kramdown.ts";
import { removeModules } from "./mdx.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";
import { replaceTags } from "./replace-tags.ts";
import { replaceVerbatim } from "./verbatim.ts";

// Text that must stay as it is comes first, so that nothing is looked for in it.
const kinds: readonly (readonly [hint: RegExp, replace: ReplaceSyntax])[] = [
  [/\{%|\{\{[<%]/, replaceVerbatim],
  [/\{%|\{\{/, replaceTags],
  [/^\s*:::/m, replaceAdmonitions],
  [/\{:/, removeAttributes],
  [/^(?:import|export)\s/m, removeModules],
];

/**
 * Replaces what a site's generator would have replaced before anyone saw the article: markers of
 * excerpts, Liquid, Hugo's and Zola's shortcodes, Docusaurus' admonitions, Kramdown's attributes,
 * MDX. Known tags are translated, unknown ones are left out with one warning for each name. Code
 * stays as it is.
 */
export function replaceTemplates(text: string, context: Context): string {
  return kinds.reduce(
    (rest, [hint, replace]) => (hint.test(rest) ? replace(rest, context) : rest),
    replaceMarkers(text, context),
  );
}
