import { rm } from "node:fs/promises";
import { join } from "node:path";
import { commitAll } from "../../support/repository.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../../support/temporary-folder.ts";

/** A config of the site that states only what a test is about. */
export function configOf(stated: object = {}): Files {
  const site = { url: "https://example.com/", title: "Example" };
  return { "feedwright.config.json": JSON.stringify({ site, ...stated }) };
}

/** An article that states only what a test is about. */
export function post(title: string, day: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: 2024-01-${day}\n${more}---\nText of ${title}, some words.\n`;
}

/** A site of two articles as a build left it: feeds, ledger and cache are there. */
export async function makeBuiltSite(files: Files = configOf()): Promise<string> {
  const articles = { "content/one.md": post("One", "01"), "content/two.md": post("Two", "02") };
  const folder = await makeFolder({ ...articles, ...files });
  await runIn(folder, ["build"]);
  return folder;
}

/** Files of a site by their paths; those without a text are none. */
export type Changes = Readonly<Record<string, Files[string] | undefined>>;

/** Changes files of a site; those without a text go. */
export async function change(folder: string, files: Changes): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) await rm(join(folder, path), { recursive: true });
    else await addFiles(folder, { [path]: text });
  }
}

/** Commits a site as it is. */
export async function commit(folder: string): Promise<void> {
  await commitAll(folder, "2024-02-01T00:00:00Z");
}
