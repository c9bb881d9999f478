import { slugizeAsHexo } from "../../config/conventions/hexo/slugize.ts";
import type { SlugifierName } from "../../config/conventions/rules.ts";
import { hugoSlugifiers } from "./hugo.ts";
import { slugifyAsPelican } from "./pelican.ts";
import { keepSafeAsZola, slugifyAsZola } from "./zola.ts";

/** Makes a text fit for an address, one segment. */
type Slugifier = (text: string) => string;

/** The ways to do it, each after one generator. */
export const slugifiers = {
  none: (text) => text,
  lower: (text) => text.toLowerCase(),
  // https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter
  jekyll: (text) => trimHyphens(text.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")).toLowerCase(),
  "jekyll-pretty": (text) => trimHyphens(text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-")),
  pelican: slugifyAsPelican({ cased: false, unicode: false }),
  "pelican-cased": slugifyAsPelican({ cased: true, unicode: false }),
  "pelican-unicode": slugifyAsPelican({ cased: false, unicode: true }),
  "pelican-unicode-cased": slugifyAsPelican({ cased: true, unicode: true }),
  ...hugoSlugifiers,
  hexo: slugizeAsHexo,
  "hexo-lower": (text) => slugizeAsHexo(text).toLowerCase(),
  "hexo-upper": (text) => slugizeAsHexo(text).toUpperCase(),
  zola: slugifyAsZola,
  "zola-safe": keepSafeAsZola,
} as const satisfies Record<SlugifierName, Slugifier>;

function trimHyphens(text: string): string {
  return text.replace(/^-|-$/g, "");
}
