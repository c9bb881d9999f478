import { buildAll } from "./companions.ts";
import { serve } from "./feed-server.ts";

/** A site, in the languages in which pages differ most. */
export interface PublishedSite {
  readonly language: string;
  readonly title: string;
  /** The title of each article, before its number. */
  readonly article: string;
  readonly dir: "ltr" | "rtl";
}

export const english: PublishedSite = {
  language: "en",
  title: "Field notes",
  article: "AT&T, <b> and “quotes”",
  dir: "ltr",
};

export const korean: PublishedSite = {
  language: "ko",
  title: "두루미의 기록",
  article: "띄어쓰기와 줄바꿈에 대하여",
  dir: "ltr",
};

export const arabic: PublishedSite = {
  language: "ar",
  title: "دفتر الملاحظات",
  article: "عن الكتابة من اليمين إلى اليسار",
  dir: "rtl",
};

/** feedwright has no texts in it. */
const hebrew: PublishedSite = {
  language: "he",
  title: "פנקס רשימות",
  article: "על כתיבה מימין לשמאל",
  dir: "rtl",
};

export const publishedSites: readonly PublishedSite[] = [english, korean, arabic, hebrew];

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  opml: "text/x-opml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** Headers of a server's answers, by path. */
export type Headers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Builds a site of 12 articles for the address at which it is served until the test ends. */
export async function publish(site: PublishedSite, headers: Headers = {}) {
  const { language, title, article } = site;
  const files = new Map<string, string>();
  const origin = await serve((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const text = path.startsWith("articles/") ? "<!doctype html>" : files.get(path);
    const type = types[path.split(".").at(-1) ?? ""] ?? "text/html; charset=utf-8";
    // The browser asks for its icon by itself.
    if (text === undefined) response.writeHead(/^(?:|favicon\.ico)$/.test(path) ? 200 : 404);
    else response.writeHead(200, { "Content-Type": type, ...headers[path] });
    response.end(text);
  });
  const options = {
    site: { url: `${origin}/`, title, description: article, language },
    feed: { opml: true },
  };
  const built = await buildAll(options, Object.fromEntries(writeArticles(article)));
  for (const [path, text] of built) files.set(path, text);
  return { origin, files };
}

function writeArticles(title: string) {
  return Array.from({ length: 12 }, (_, index) => {
    const date = `2025-01-${String(index + 1).padStart(2, "0")}`;
    const body = `${title}. `.repeat(12);
    const text = `---\ntitle: "${title} ${index}"\ndate: ${date}\n---\n${body}\n`;
    return [`content/articles/a${index}.md`, text] as const;
  });
}
