/** The direction in which a language is written: by its script, where the tag names one. */
export function directionOf(language: string | undefined): "ltr" | "rtl" {
  const [main = "", ...subtags] = (language ?? "").toLowerCase().split("-");
  // RFC 5646 §2.2.3: four letters are a script.
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft = script === undefined ? languages.has(main) : scripts.has(script);
  return isRightToLeft ? "rtl" : "ltr";
}

// Unicode's likely subtags. Not `Intl`, whose tables are another with each Node.
const languages = new Set(
  "ar arc ckb dv fa he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi".split(" "),
);
const scripts = new Set("adlm arab aran hebr mand nkoo rohg samr syrc thaa".split(" "));
