import * as v from "valibot";

const hostingNames = [
  "netlify",
  "cloudflare",
  "vercel",
  "apache",
  "nginx",
  "caddy",
  "github-pages",
] as const;

/** Where a site may be served. */
export type HostingName = (typeof hostingNames)[number];

const path = v.pipe(v.string("a path"), v.trim(), v.minLength(1, "a path"));

const file = (meaning: string, usual: string) =>
  v.optional(
    v.pipe(
      v.union([v.boolean("`true` or `false`"), path], "a path, `true` or `false`"),
      v.description(`${meaning}; a path below the output folder, false for none; default ${usual}`),
    ),
  );

/** The options of `feed` that are about files beside the feeds. */
export const besideFeeds = {
  style: file("Style sheet with which a browser shows RSS and Atom as a page", "`feed.css`"),
  opml: file("List of all feeds in OPML; true is `feeds.opml`", "false"),
  opmlIncludes: file(
    "List in OPML that includes a list for each kind of group; true is `categories.opml`",
    "false",
  ),
  links: file("The tags by which a page names the feeds; true is `feeds.html`", "false"),
} as const;

const pageTable = v.strictObject(
  {
    path: v.optional(v.pipe(path, v.description("Path below the output folder"))),
    template: v.optional(
      v.pipe(
        path,
        v.description(
          'HTML file beside the config whose elements with `data-feedwright="feeds"`, `"readers"` and `"articles"` are filled',
        ),
      ),
    ),
  },
  "a path, `true`, `false` or `{ path, template }`",
);

/** The page on which people subscribe. */
export const pageOption = v.optional(
  v.pipe(
    v.union(
      [v.boolean("`true` or `false`"), path, pageTable],
      "a path, `true`, `false` or `{ path, template }`",
    ),
    v.description("Page on which people subscribe; default `subscribe.html`, false for none"),
  ),
);

/** Where the feeds are served. */
export const hostingOption = v.optional(
  v.pipe(
    v.picklist(hostingNames, hostingNames.map((name) => `\`${name}\``).join(", ")),
    v.description("Where the site is served: writes the file that gives feeds the right headers"),
  ),
);
