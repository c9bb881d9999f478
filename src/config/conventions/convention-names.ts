/** The conventions that are known, by the names that a config gives them. */
export const conventionNames = [
  "plain",
  "jekyll",
  "hugo",
  "zola",
  "eleventy",
  "astro",
  "docusaurus",
  "hexo",
  "pelican",
] as const;

/** The name of a convention. */
export type ConventionName = (typeof conventionNames)[number];
