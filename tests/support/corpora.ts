import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Options } from "../../src/config/options.ts";

/** Three real blogs, byte for byte. They lie beside the repository, not in it. */
export const corpora = join(import.meta.dirname, "../../../shared/corpora");

/** Whether they do. */
export const hasCorpora = existsSync(corpora);

// What SOURCES.md beside the blogs says of the sites, and no more.

/** Of a Jekyll site, in English. */
export const jekyll: Options = {
  site: {
    url: "https://jekyllrb.com",
    title: "Jekyll • Simple, blog-aware, static sites",
    language: "en",
    timezone: "America/Los_Angeles",
  },
  content: { folder: "jekyll", permalink: "/news/:year/:month/:day/:title/" },
  markdown: { shortcodes: { "site.repository": "https://github.com/jekyll/jekyll" } },
};

/** Of a Hugo site, with very long articles. */
export const burntsushi: Options = {
  site: { url: "https://burntsushi.net/", title: "Andrew Gallant's Blog", language: "en-us" },
  content: { folder: "burntsushi/content", convention: "hugo" },
};

/** Of a Jekyll site, in Japanese. */
export const vimJp: Options = {
  site: { url: "https://vim-jp.org", title: "vim-jp", language: "ja", timezone: "Asia/Tokyo" },
  content: { folder: "vim-jp" },
};
