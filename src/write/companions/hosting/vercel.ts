import { commonHeaders, type ServedFile } from "./served-file.ts";

/** `vercel.json` (https://vercel.com/docs/project-configuration#headers). JSON has no room for a mark. */
export function composeVercel(files: readonly ServedFile[]): string {
  const headers = files.map(({ pathname, type }) => ({
    source: pathname.replace(/[.*+?()[\]{}^$|\\:]/g, "\\$&"),
    headers: Object.entries({ "Content-Type": `${type}; charset=utf-8`, ...commonHeaders }).map(
      ([key, value]) => ({ key, value }),
    ),
  }));
  return `${JSON.stringify({ headers }, null, 2)}\n`;
}
