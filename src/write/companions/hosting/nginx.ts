import { commonHeaders, type ServedFile } from "./served-file.ts";

/**
 * `feeds.nginx.conf`, to be included in a `server` (https://nginx.org/en/docs/http/ngx_http_core_module.html#location).
 */
export function composeNginx(files: readonly ServedFile[], mark: string): string {
  const locations = files.map(composeLocation);
  return `# ${mark}\n# Include it in a server: include /path/to/feeds.nginx.conf;\n${locations.join("")}`;
}

// nginx compares with the decoded path; in quotes only `"`, `\\` and `$` mean something.
function composeLocation({ pathname, type }: ServedFile): string {
  const headers = Object.entries(commonHeaders).map(([name, value]) => {
    return `  add_header ${name} "${value}";\n`;
  });
  const path = decodeURIComponent(pathname).replace(/["\\]/g, "\\$&");
  return `location = "${path}" {
  types { }
  default_type ${type};
  charset utf-8;
  charset_types ${type};
  gzip on;
  gzip_vary on;
  gzip_types ${type};
${headers.join("")}}
`;
}
