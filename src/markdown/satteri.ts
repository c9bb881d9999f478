import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Root } from "mdast";
import type { Plugin } from "unified";
import { UsageError } from "../config/errors.ts";

/** What of Markdown's dialects is on. */
interface Dialect {
  readonly math: boolean;
}

/**
 * A plugin in the place of `remark-parse`, `remark-gfm` and `remark-math`: Sätteri
 * (https://satteri.bruits.org/), which is many times as fast and makes the same tree.
 *
 * @throws UsageError where it is not installed.
 */
export const satteri: Plugin<[Dialect], string, Root> = function satteri({ math }) {
  const { markdownToMdast } = load();
  this.parser = (text) => markdownToMdast(text, { features: { frontmatter: false, math } });
};

/**
 * What we need of the package, https://satteri.bruits.org/docs/entry-points/. Its own types change
 * those of HTML's trees for all who import them.
 */
interface Package {
  readonly markdownToMdast: (
    text: string,
    options: { readonly features: { readonly frontmatter: boolean; readonly math: boolean } },
  ) => Root;
}

/** Of the parser that is installed: another version may make another tree. Empty where there is none. */
export function satteriVersion(): string {
  try {
    const main = createRequire(import.meta.url).resolve("satteri");
    const [folder = ""] = /^.*node_modules[\\/]satteri[\\/]/.exec(main) ?? [];
    return readFileSync(join(folder, "package.json"), "utf8");
  } catch {
    return "";
  }
}

// Not by `import`, which would make everything wait for what few ask for.
function load(): Package {
  try {
    return createRequire(import.meta.url)("satteri");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    const how = "`npm install satteri@0.10`, or leave `markdown.parser` out";
    throw new UsageError(`Expected the package \`satteri\` to load (${why}): ${how}`, { cause });
  }
}
