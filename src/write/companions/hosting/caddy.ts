import { commonHeaders, type ServedFile } from "./served-file.ts";

/**
 * `feeds.caddy`, to be imported in a site (https://caddyserver.com/docs/caddyfile/directives/header).
 * `encode` belongs to the site itself.
 */
export function composeCaddy(files: readonly ServedFile[], mark: string): string {
  const rules = files.map(({ pathname, type }, index) => {
    const headers = { "Content-Type": `${type}; charset=utf-8`, ...commonHeaders };
    const lines = Object.entries(headers).map(([name, value]) => `\t${name} "${value}"\n`);
    const path = decodeURIComponent(pathname).replace(/["\\*]/g, "\\$&");
    return `@feed${index} path "${path}"\nheader @feed${index} {\n${lines.join("")}}\n`;
  });
  return `# ${mark}\n# Import it in a site: import /path/to/feeds.caddy\n${rules.join("")}`;
}
