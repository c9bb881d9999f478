import { commonHeaders, type ServedFile } from "./served-file.ts";

/**
 * `_headers`, as Netlify (https://docs.netlify.com/manage/routing/headers/) and Cloudflare Pages
 * (https://developers.cloudflare.com/pages/configuration/headers/) read it.
 */
export function composeHeadersFile(files: readonly ServedFile[], mark: string): string {
  const rules = files.map(({ pathname, type }) => {
    const headers = { "Content-Type": `${type}; charset=utf-8`, ...commonHeaders };
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
    return `${pathname}\n${lines.join("")}`;
  });
  return `# ${mark}\n${rules.join("\n")}`;
}
