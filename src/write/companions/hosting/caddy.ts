import { commonHeaders, type ServedFile } from "./served-file.ts";

/**
 * `feeds.caddy`, to be imported in a site (https://caddyserver.com/docs/caddyfile/directives/header,
 * https://caddyserver.com/docs/caddyfile/directives/encode).
 */
export function composeCaddy(files: readonly ServedFile[], mark: string): string {
  const types = [...new Set(files.map(({ type }) => type))];
  const rules = types.map((type, index) => {
    const paths = files.filter((file) => file.type === type).map(toPattern);
    return composeRule(`@feeds${index}`, type, paths);
  });
  return `# ${mark}\n# Import it in a site: import /path/to/feeds.caddy\n${rules.join("")}`;
}

// By an expression, which is compared with the decoded path: in `path` some signs cannot be said
// (https://caddyserver.com/docs/caddyfile/matchers#path-regexp).
function toPattern({ pathname }: ServedFile): string {
  return decodeURIComponent(pathname)
    .replace(/[\\.*+?()[\]{}^$|]/g, "\\$&")
    .replaceAll('"', '\\"');
}

function composeRule(name: string, type: string, paths: readonly string[]): string {
  const headers = { "Content-Type": `${type}; charset=utf-8`, ...commonHeaders };
  const lines = Object.entries(headers).map(([key, value]) => `\t${key} "${value}"\n`);
  return `${name} path_regexp "^(?:${paths.join("|")})$"
header ${name} {
${lines.join("")}}
encode ${name} gzip {
	match {
		header Content-Type "${type}*"
	}
}
`;
}
