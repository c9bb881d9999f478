import { arabic } from "./texts/arabic.ts";
import { english } from "./texts/english.ts";
import { french } from "./texts/french.ts";
import { german } from "./texts/german.ts";
import { japanese } from "./texts/japanese.ts";
import { korean } from "./texts/korean.ts";
import { spanish } from "./texts/spanish.ts";

/** What the page itself says, in one language. `{site}`, `{address}` and `{name}` stand for those. */
export interface Texts {
  /** BCP 47. */
  readonly language: string;
  readonly heading: string;
  /** What a feed is, in two sentences. */
  readonly whatIsThis: string;
  readonly feeds: string;
  readonly howTo: string;
  readonly copy: string;
  readonly copied: string;
  readonly readers: string;
  readonly otherReader: string;
  readonly latest: string;
  /** What a feed cannot do that is opened in a browser. */
  readonly noLinks: string;
  readonly moreFeeds: string;
  readonly allFeeds: string;
  /** What a feed says of itself that is opened in a browser. */
  readonly feedNotice: string;
  readonly feedNoticePage: string;
}

/** The texts in a language; in English where there are none. */
export function textsIn(language: string | undefined): Texts {
  const [main = ""] = (language ?? "").split("-");
  return all.find((texts) => texts.language === main) ?? english;
}

const all: readonly Texts[] = [english, arabic, french, german, japanese, korean, spanish];
