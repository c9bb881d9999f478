import { posix } from "node:path";
import { commonHeaders, type ServedFile } from "./served-file.ts";

/**
 * `_headers`, as Netlify (https://docs.netlify.com/manage/routing/headers/) and Cloudflare Pages
 * (https://developers.cloudflare.com/pages/configuration/headers/) read it. Cloudflare takes a hundred
 * rules and leaves out the rest: where there would be more, files of one name in folders beside one
 * another, such as those of tags, are one rule.
 */
export function composeHeadersFile(files: readonly ServedFile[], mark: string): string {
  const named = files.length > mostRules ? mergeRules(files) : files.map(toRule);
  const rules = named.map(({ path, type }) => {
    const headers = { "Content-Type": `${type}; charset=utf-8`, ...commonHeaders };
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
    return `${path}\n${lines.join("")}`;
  });
  return `# ${mark}\n${rules.join("\n")}`;
}

const mostRules = 100;

/** A path, in which a segment that begins with `:` stands for any, and the type of what is there. */
interface Rule {
  readonly path: string;
  readonly type: string;
}

function toRule({ pathname, type }: ServedFile): Rule {
  return { path: pathname, type };
}

// Each file is in one rule: where several fit, Cloudflare joins what they say.
function mergeRules(files: readonly ServedFile[]): readonly Rule[] {
  const merged = new Map<string, Rule>();
  for (const file of files) {
    const path = toPattern(file.pathname);
    const key = JSON.stringify([path, file.type]);
    merged.set(key, merged.has(key) ? { path, type: file.type } : toRule(file));
  }
  return [...merged.values()];
}

function toPattern(pathname: string): string {
  const folder = posix.dirname(pathname);
  if (folder === "/") return pathname;
  return posix.join(posix.dirname(folder), ":folder", posix.basename(pathname));
}
