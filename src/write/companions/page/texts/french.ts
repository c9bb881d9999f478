import type { Texts } from "../texts.ts";

/** What the page says in French. */
export const french = {
  language: "fr",
  heading: "S’abonner à {site}",
  whatIsThis:
    "Un flux est une liste des derniers articles qu’un programme, le lecteur de flux, va chercher pour vous. Vous les y lisez, sans compte ici et sans être suivi.",
  feeds: "Flux",
  howTo: "Copiez une adresse dans votre lecteur de flux.",
  copy: "Copier",
  copied: "Copié",
  readers: "Ou s’abonner en un clic",
  otherReader: "Un lecteur sur cet appareil",
  latest: "Derniers articles",
  noLinks:
    "Un flux ouvert dans un navigateur montre ses articles, mais une feuille de style ne peut pas créer de liens : suivez-les ici ou dans un lecteur.",
  moreFeeds: "Autres flux",
  allFeeds: "Tous les flux (OPML)",
  feedNotice:
    "Ceci est un flux. Copiez son adresse dans un lecteur de flux pour y recevoir les nouveaux articles.",
  feedNoticePage: "En savoir plus : {address}",
} as const satisfies Texts;
