import type { Texts } from "../texts.ts";

/** What the page says in German. */
export const german = {
  language: "de",
  heading: "{site} abonnieren",
  whatIsThis:
    "Ein Feed ist eine Liste der neuesten Artikel, die ein Programm, der Feedreader, für Sie abruft. Dort lesen Sie sie, ohne Konto hier und ohne beobachtet zu werden.",
  feeds: "Feeds",
  howTo: "Kopieren Sie eine Adresse in Ihren Feedreader.",
  copy: "Kopieren",
  copied: "Kopiert",
  readers: "Oder mit einem Klick abonnieren",
  otherReader: "Ein Reader auf diesem Gerät",
  latest: "Neueste Artikel",
  noLinks:
    "Ein Feed, der im Browser geöffnet wird, zeigt seine Artikel, aber Stylesheets können keine Links herstellen: Folgen Sie ihnen hier oder in einem Reader.",
  moreFeeds: "Weitere Feeds",
  allFeeds: "Alle Feeds (OPML)",
  feedNotice:
    "Dies ist ein Feed. Kopieren Sie seine Adresse in einen Feedreader, um neue Artikel dort zu erhalten.",
  feedNoticePage: "Mehr unter {address}",
} as const satisfies Texts;
