import type { Texts } from "../texts.ts";

/** What the page says in Spanish. */
export const spanish = {
  language: "es",
  heading: "Suscribirse a {site}",
  whatIsThis:
    "Un feed es una lista de los artículos más recientes que un programa, el lector de feeds, pide por usted. Los lee allí, sin cuenta aquí y sin que nadie le siga.",
  feeds: "Feeds",
  howTo: "Copie una dirección en su lector de feeds.",
  copy: "Copiar",
  copied: "Copiado",
  readers: "O suscribirse con un clic",
  otherReader: "Un lector en este dispositivo",
  latest: "Artículos más recientes",
  noLinks:
    "Un feed abierto en un navegador muestra sus artículos, pero las hojas de estilo no pueden crear enlaces: sígalos aquí o en un lector.",
  moreFeeds: "Más feeds",
  allFeeds: "Todos los feeds (OPML)",
  feedNotice:
    "Esto es un feed. Copie su dirección en un lector de feeds para recibir allí los artículos nuevos.",
  feedNoticePage: "Más en {address}",
} as const satisfies Texts;
