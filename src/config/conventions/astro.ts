import { posix } from "node:path";
import { isTable, type Table } from "../../table.ts";
import { readFirstScript } from "../foreign/script.ts";
import type { SiteFolder } from "../foreign/site-folder.ts";
import { listAt, tableAt, textAt } from "../foreign/table.ts";
import { readAstroPath } from "./astro/path.ts";
import { findPosts } from "./astro/posts.ts";
import { findRoute, type Route } from "./astro/route.ts";
import { readSiteFacts } from "./astro/site.ts";
import type { Convention, SiteFacts } from "./convention.ts";

const configNames = ["mjs", "js", "ts", "mts", "cjs", "cts"].map(
  (ending) => `astro.config.${ending}`,
);

/** Astro 5: https://docs.astro.build/en/guides/content-collections/ */
export const astro: Convention = {
  title: "Astro",
  signs: configNames.map((path) => ({ path })),
  folders: ["src/content/blog", "src/content/posts", "src/data/blog"],
  rules: {
    // Each site names its own fields; these are the names in Astro's examples and common themes.
    fields: {
      published: [
        ...["pubdate", "publishdate", "pubdatetime", "publisheddate", "publishedat"],
        ...["datepublished", "publicationdate", "date", "published", "createdat"],
      ],
      updated: [
        ...["updateddate", "moddatetime", "updatedat", "updated", "modifieddate"],
        ...["modified", "lastmod", "lastmodified", "lastupdated", "dateupdated"],
      ],
      summary: ["description", "summary", "excerpt"],
      draft: ["draft", "isdraft"],
      permalink: [],
      id: ["guid"],
      image: ["heroimage", "ogimage", "image", "cover", "coverimage", "thumbnail"],
    },
    readPath: readAstroPath({ patterns: [], isPage: false, hasLanguage: false }),
    bundlesImages: true,
    dates: { missing: "page" },
  },
  readSite,
};

async function readSite(site: SiteFolder): Promise<SiteFacts> {
  const config = await readFirstScript(site, configNames);
  const posts = await findPosts(site);
  const isPage = posts.base === "src/pages";
  const route = isPage ? { path: "" } : await findRoute(site, posts.name);
  return {
    base: posts.base,
    options: {
      site: await readSiteFacts(site, config),
      content: {
        folder: posix.join(posts.base, posts.below),
        include: ["**/*.{md,mdx,markdown}"],
      },
    },
    rules: {
      ...(isPage ? { fields: { slug: [] } } : {}),
      readPath: readAstroPath({
        patterns: posts.patterns,
        isPage,
        hasLanguage: route.prefix !== undefined,
      }),
      address: addressOf(config, route),
      languages: languagesOf(config, route),
    },
  };
}

/** https://docs.astro.build/en/reference/configuration-reference/#trailingslash */
function addressOf(config: Table, { path }: Route) {
  const slash = textAt(config, "trailingSlash") ?? "ignore";
  const isFile = textAt(config, "build", "format") === "file";
  const end = slash === "never" || (isFile && slash !== "always") ? "" : "/";
  // A stated slug is the whole id: https://docs.astro.build/en/guides/content-collections/#defining-custom-ids
  return {
    patterns: [{ folder: "", pattern: `${path}/:path${end}` }],
    statedSlug: `${path}/:slug${end}`,
  };
}

/** https://docs.astro.build/en/guides/internationalization/ */
function languagesOf(config: Table, { prefix = "others" }: Route) {
  const i18n = tableAt(config, "i18n");
  const names = listAt(i18n, "locales").flatMap((locale) => {
    const name = isTable(locale) ? textAt(locale, "path") : textAt({ locale }, "locale");
    return name ?? [];
  });
  return { names, main: textAt(i18n, "defaultLocale"), prefix };
}
