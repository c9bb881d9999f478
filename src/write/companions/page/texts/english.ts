import type { Texts } from "../texts.ts";

/** What the page says in English. */
export const english = {
  language: "en",
  heading: "Subscribe to {site}",
  whatIsThis:
    "A feed is a list of the newest articles that a program, a feed reader, asks for on your behalf. You read them there, without an account here and without being watched.",
  feeds: "Feeds",
  howTo: "Copy an address into your feed reader.",
  copy: "Copy",
  copied: "Copied",
  readers: "Or subscribe with one click",
  otherReader: "A reader on this device",
  latest: "Newest articles",
  noLinks:
    "A feed that is opened in a browser shows its articles, but style sheets cannot make links: follow them here, or in a reader.",
  moreFeeds: "More feeds",
  allFeeds: "All feeds (OPML)",
  feedNotice: "This is a feed. Copy its address into a feed reader to get new articles there.",
  feedNoticePage: "More at {address}",
} as const satisfies Texts;
