import { basename } from "node:path";
import { isWebAddress } from "../../config/checks.ts";
import type { SiteFolder } from "../../config/foreign/site-folder.ts";
import { textAt } from "../../config/foreign/table.ts";
import { toPlainText } from "../../front-matter/plain-text.ts";

/** Something that was found out, and where: completes the sentence "…, as … says". */
export interface Clue {
  readonly value: string;
  readonly from: string;
}

/**
 * Looks for the address of a site outside its generator's config: in the `CNAME` by which GitHub Pages
 * knows it, and in `package.json`.
 * https://docs.github.com/pages/configuring-a-custom-domain-for-your-github-pages-site
 */
export async function findAddress(site: SiteFolder): Promise<Clue | undefined> {
  for (const folder of ["", "static/", "public/", "source/", "docs/"]) {
    const from = `${folder}CNAME`;
    const name = (await site.readText(from))?.trim();
    if (name && /^[\w-]+(?:\.[\w-]+)+$/.test(name)) return { value: `https://${name}/`, from };
  }
  const homepage = textAt((await site.readTable("package.json")) ?? {}, "homepage");
  return homepage && isWebAddress(homepage) ? { value: homepage, from: "package.json" } : undefined;
}

/** A title that the site may have: the first heading of its README, else the name of its folder. */
export async function guessTitle(site: SiteFolder): Promise<Clue> {
  for (const name of ["README.md", "readme.md", "README.markdown"]) {
    const title = firstHeading((await site.readText(name)) ?? "");
    if (title !== "") return { value: title, from: `the first heading of ${name}` };
  }
  return { value: basename(site.root) || "Articles", from: "the name of the folder" };
}

function firstHeading(markdown: string): string {
  const text = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  const { hashed, underlined } =
    /^#[ \t]+(?<hashed>.+?)[ \t]*#*$|^(?<underlined>\S.*)\r?\n=+[ \t]*$/m.exec(text)?.groups ?? {};
  const words = (hashed ?? underlined ?? "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*{1,3})(\S.*?)\1/g, "$2");
  return toPlainText(words).trim();
}
