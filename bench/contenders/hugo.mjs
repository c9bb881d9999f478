import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { items, site } from "./contender.mjs";

/** @import { Contender } from "./contender.mjs" */

/**
 * The leanest Hugo that gives a feed: RSS of the home page and nothing else. Without pages of kind
 * `page` there would be no articles, so they stay and have no output. Code is not highlighted, which
 * would more than double its time; no other contender does it.
 *
 * @type {Contender}
 */
export const hugo = {
  name: "Hugo, RSS only",
  version: async () => {
    const answer = await promisify(execFile)("hugo", ["version"]).catch(() => undefined);
    return answer?.stdout.match(/v[\d.]+\S*/)?.[0];
  },
  prepare: async ({ corpus, limit, folder }) => {
    await mkdir(join(folder, "layouts/_default"), { recursive: true });
    await writeFile(join(folder, "hugo.toml"), config(corpus.content));
    await writeFile(join(folder, "layouts/_default/rss.xml"), template(limit));
  },
  command: ({ folder }) => ({
    file: "hugo",
    args: ["--config", "hugo.toml", "--quiet", "--ignoreCache", "--noBuildLock"],
    cwd: folder,
  }),
  outputs: [{ path: "public/index.xml", item: items.rss }],
};

/** @param {string} content */
function config(content) {
  return `baseURL = "${site.url}"
title = "${site.title}"
contentDir = ${JSON.stringify(content)}
disableKinds = ["404", "robotsTXT", "section", "sitemap", "taxonomy", "term"]
[outputs]
home = ["RSS"]
page = []
[markup.highlight]
codeFences = false
`;
}

/** @param {number | undefined} limit */
function template(limit) {
  const pages = limit === undefined ? ".Site.RegularPages" : `first ${limit} .Site.RegularPages`;
  return `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Site.BaseURL }}</link>
<description>{{ .Site.Title }}</description>
{{- range ${pages} }}
<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>
<description>{{ .Content | html }}</description></item>
{{- end }}
</channel></rss>
`;
}
