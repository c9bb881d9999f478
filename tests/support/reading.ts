import { VFile } from "vfile";
import type { Options } from "../../src/config/options.ts";
import { type Config, resolveConfig } from "../../src/config/resolve.ts";
import { type Fields, gatherFields } from "../../src/front-matter/fields.ts";
import { takeFrontMatter } from "../../src/front-matter/front-matter.ts";
import { readArticle } from "../../src/front-matter/read-article.ts";
import { severityOf } from "../../src/message.ts";
import type { Reading } from "../../src/model.ts";

/** A config that states only what a test is about; its folders lie below `folder`. */
export function configOf(options: Options = {}, folder = "/nowhere"): Config {
  const site = { url: "https://example.com/", title: "Example", ...options.site };
  return resolveConfig({ ...options, site }, folder);
}

/** A reading, and what was said: `3:7 error date Expected a date, not …`. */
export interface Read extends Reading {
  readonly messages: readonly string[];
}

/** Reads an article from its text. */
export async function readText(text: string, path = "a.md", config = configOf()): Promise<Read> {
  const file = new VFile({ cwd: config.content.folder, path, value: text });
  const reading = await readArticle(file, config);
  return { ...reading, messages: describeMessages(file) };
}

/** The fields of YAML front matter, and the file that messages about them gather on. */
export function fieldsOf(yaml: string, path = "a.md"): Fields {
  const file = new VFile({ path, value: `---\n${yaml}\n---\n` });
  const data = takeFrontMatter(file)?.data;
  if (!data) throw new TypeError(`Expected front matter, not ${yaml}`);
  return gatherFields(file, data);
}

/** Everything said about a file, a line each. */
export function describeMessages(file: VFile): readonly string[] {
  return file.messages.map((message) => {
    const place = message.line === undefined ? "-" : `${message.line}:${message.column}`;
    return `${place} ${severityOf(message)} ${message.ruleId} ${message.reason}`;
  });
}
