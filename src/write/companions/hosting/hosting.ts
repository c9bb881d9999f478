import type { HostingName } from "../../../config/companion-options.ts";
import { composeApache } from "./apache.ts";
import { composeCaddy } from "./caddy.ts";
import { composeGithubPages } from "./github-pages.ts";
import { composeHeadersFile } from "./headers-file.ts";
import { composeNginx } from "./nginx.ts";
import type { ServedFile } from "./served-file.ts";
import { composeVercel } from "./vercel.ts";

/** For each place the file that gives feeds the right headers, in the output folder. */
export const hosting = {
  netlify: { path: "_headers", compose: composeHeadersFile },
  cloudflare: { path: "_headers", compose: composeHeadersFile },
  vercel: { path: "vercel.json", compose: composeVercel },
  apache: { path: ".htaccess", compose: composeApache },
  nginx: { path: "feeds.nginx.conf", compose: composeNginx },
  caddy: { path: "feeds.caddy", compose: composeCaddy },
  "github-pages": { path: ".nojekyll", compose: composeGithubPages },
} as const satisfies Record<
  HostingName,
  {
    readonly path: string;
    readonly compose: (files: readonly ServedFile[], mark: string) => string;
  }
>;
