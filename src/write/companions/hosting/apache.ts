import { commonHeaders, type ServedFile } from "./served-file.ts";

/**
 * `.htaccess` for Apache 2.4 (https://httpd.apache.org/docs/2.4/howto/htaccess.html), where
 * `AllowOverride FileInfo` lets it speak. What a module would have to do that is not there is left
 * undone.
 */
export function composeApache(files: readonly ServedFile[], mark: string): string {
  const types = [...new Set(files.map(({ type }) => type))];
  return [
    `# ${mark}`,
    ...files.map(composeRule),
    "<IfModule mod_deflate.c>",
    "  <IfModule mod_filter.c>",
    `    AddOutputFilterByType DEFLATE ${types.join(" ")}`,
    "  </IfModule>",
    "</IfModule>",
    "",
  ].join("\n");
}

function composeRule({ pathname, type }: ServedFile): string {
  const headers = Object.entries(commonHeaders).map(([name, value]) => {
    return `    Header set ${name} "${value}"`;
  });
  return [
    `<If "%{REQUEST_URI} == '${decodeURIComponent(pathname).replace(/['\\%"]/g, "\\$&")}'">`,
    `  ForceType "${type}; charset=utf-8"`,
    "  <IfModule mod_headers.c>",
    ...headers,
    // mod_deflate adds to the ETag what the file's own does not have: without this no reader that
    // takes gzip would be told that nothing is new.
    `    RequestHeader edit* If-None-Match -gzip\\" \\"`,
    "  </IfModule>",
    "</If>",
  ].join("\n");
}
