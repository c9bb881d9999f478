import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Arbitrary, array, constantFrom } from "./fast-check.ts";

/** Folders of articles as people write them; some may not be there. */
export const articleFolders = ["../fixtures", "../sites", "../../../shared/corpora"].map((path) => {
  return join(import.meta.dirname, path);
});

/** The text of every article below a folder. */
export async function readTexts(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true });
  const articles = files.filter((file) => /\.(?:md|markdown|mdx)$/.test(file));
  return await Promise.all(articles.map((file) => readFile(join(folder, file), "utf8")));
}

const pieces = constantFrom(
  ..."|,-,:,~,~~,[^a],[^a]: ,[ ] ,[x] ,[\n] ,- ,1. ,> ,# ,a,b,@,.,www.,http://,https://,HTTP://,mailto:,xmpp:,ann@b.example,a.example,\n,\n\n,\r\n,\r, ,\t,    ,*,_,`,```\n,<,>,(,),[,],!,\\,&#64;,&#126;,&amp;,<b>,<!--,-->,\0,é,日本,😀".split(
    ",",
  ),
  ",",
);

/** Texts of everything that GFM is made of. */
export const markdownTexts: Arbitrary<string> = array(pieces, { maxLength: 24 }).map((parts) =>
  parts.join(""),
);
