import { toAscii } from "./to-ascii.ts";

/**
 * Makes slugs as Pelican does: tags are dropped, letters become ASCII, what is neither letter nor
 * digit goes, spaces become hyphens.
 * https://docs.getpelican.com/en/4.8.0/settings.html#url-settings
 *
 * @param options `SLUGIFY_PRESERVE_CASE` and `SLUGIFY_USE_UNICODE`
 */
export function slugifyAsPelican({ cased, unicode }: Options): (text: string) => string {
  return (text) => {
    const plain = text.replace(/<!--.*?-->|<[^>]*>/gs, "").normalize("NFKC");
    const slug = (unicode ? plain : transliterate(plain))
      .replace(/[^\p{L}\p{N}_\s-]/gu, "")
      .trim()
      .replace(/[-\s]+/g, "-");
    return cased ? slug : slug.toLowerCase();
  };
}

interface Options {
  readonly cased: boolean;
  readonly unicode: boolean;
}

// Pelican's table has a word for each Han character and none for pictures.
function transliterate(text: string): string {
  const spaced = text.replace(/\p{Script=Han}/gu, "$& ");
  return toAscii(spaced.replace(/(?![©®])\p{Extended_Pictographic}/gu, ""));
}
