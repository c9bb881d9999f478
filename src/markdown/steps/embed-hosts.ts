/** How the embed of a host becomes a link that a reader can follow. */
export interface EmbedHost {
  /** Of the embed's address. */
  readonly host: RegExp;
  /** What the link says where the embed has no title. */
  readonly label: string;
  /** The page that shows what the embed shows; undefined where the embed's address is that page. */
  readonly toPage: (url: URL) => string | undefined;
  readonly toThumbnail?: (url: URL) => string | undefined;
}

/** The first piece of a path that matches, or nothing. */
const piece = (url: URL, pattern: RegExp) => pattern.exec(url.pathname)?.[1];

const withPiece = (pattern: RegExp, toPage: (piece: string) => string) => (url: URL) => {
  const found = piece(url, pattern);
  return found === undefined ? undefined : toPage(found);
};

const youtubeId = /^\/(?:embed|v|shorts|live)\/([\w-]{6,})/;

/** The hosts whose embeds have a page of their own. To add one, give it a row. */
export const embedHosts: readonly EmbedHost[] = [
  {
    host: /(?:^|\.)(?:youtube(?:-nocookie)?\.com)$/,
    label: "Video on YouTube",
    toPage: (url) => {
      const list = url.searchParams.get("list");
      const id = piece(url, youtubeId);
      if (id === undefined || id === "videoseries") {
        return list === null ? undefined : `https://www.youtube.com/playlist?list=${list}`;
      }
      const start = url.searchParams.get("start");
      return `https://www.youtube.com/watch?v=${id}${start === null ? "" : `&t=${start}s`}`;
    },
    toThumbnail: withPiece(youtubeId, (id) => `https://i.ytimg.com/vi/${id}/hqdefault.jpg`),
  },
  {
    host: /^player\.vimeo\.com$/,
    label: "Video on Vimeo",
    toPage: withPiece(/^\/video\/(\d+)/, (id) => `https://vimeo.com/${id}`),
  },
  {
    host: /(?:^|\.)codepen\.io$/,
    label: "Pen on CodePen",
    toPage: withPiece(/^\/([^/]+\/(?:embed|pen)\/(?:preview\/)?[^/]+)/, (path) => {
      return `https://codepen.io/${path.replace(/\/embed\/(?:preview\/)?/, "/pen/")}`;
    }),
  },
  {
    host: /^open\.spotify\.com$/,
    label: "Listen on Spotify",
    toPage: withPiece(
      /^\/(?:embed|embed-podcast)\/([^/]+\/[^/]+)/,
      (path) => `https://open.spotify.com/${path}`,
    ),
  },
  {
    host: /^w\.soundcloud\.com$/,
    label: "Listen on SoundCloud",
    toPage: (url) => url.searchParams.get("url") ?? undefined,
  },
  {
    host: /^gist\.github\.com$/,
    label: "Gist on GitHub",
    toPage: withPiece(/^\/(.+?)(?:\.js|\.pibb)?$/, (path) => `https://gist.github.com/${path}`),
  },
  {
    host: /^asciinema\.org$/,
    label: "Recording on asciinema",
    toPage: withPiece(
      /^\/a\/([\w-]+?)(?:\.js|\/iframe|\/embed)?$/,
      (id) => `https://asciinema.org/a/${id}`,
    ),
  },
  {
    host: /^platform\.twitter\.com$/,
    label: "Post on X",
    toPage: (url) => {
      const id = url.searchParams.get("id");
      return id === null ? undefined : `https://x.com/i/status/${id}`;
    },
  },
  {
    host: /(?:^|\.)openstreetmap\.org$/,
    label: "Map on OpenStreetMap",
    toPage: (url) => {
      const [lat, lon] = (url.searchParams.get("marker") ?? "").split(",");
      return lat && lon ? `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}` : undefined;
    },
  },
  {
    host: /^(?:www|maps)\.google\.[a-z.]+$/,
    label: "Map on Google Maps",
    toPage: (url) => {
      const place = url.searchParams.get("q");
      return place === null
        ? undefined
        : `https://www.google.com/maps?q=${encodeURIComponent(place)}`;
    },
  },
];

/** The scripts that only dress up what stands in the text anyway: posts, photos, pens. */
export const companionScripts =
  /^(?:platform\.twitter\.com|platform\.x\.com|www\.instagram\.com|www\.tiktok\.com|embedr\.flickr\.com|cpwebassets\.codepen\.io|assets\.codepen\.io|static\.codepen\.io|production-assets\.codepen\.io|embed\.bsky\.app|connect\.facebook\.net|www\.redditstatic\.com|embed\.redditmedia\.com)$/;
