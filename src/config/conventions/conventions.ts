import { astro } from "./astro.ts";
import type { Convention } from "./convention.ts";
import type { ConventionName } from "./convention-names.ts";
import { docusaurus } from "./docusaurus.ts";
import { eleventy } from "./eleventy.ts";
import { hexo } from "./hexo.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import { pelican } from "./pelican.ts";
import { plain } from "./plain.ts";
import { zola } from "./zola.ts";

/**
 * Every convention by its name, in the order in which they are looked for. To add one, write its
 * file and give it a line here.
 */
export const conventions = {
  hexo,
  jekyll,
  zola,
  hugo,
  eleventy,
  astro,
  docusaurus,
  pelican,
  plain,
} as const satisfies Record<ConventionName, Convention>;
