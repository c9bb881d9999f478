import { VFile } from "vfile";
import { plainRules } from "../../src/config/conventions/plain.ts";
import type { SomeRules } from "../../src/config/conventions/rules.ts";
import type { Options } from "../../src/config/options.ts";
import { mergeRules, plainSite, type SiteReading } from "../../src/config/read-site.ts";
import { type Config, resolveConfig } from "../../src/config/resolve.ts";
import { createReader } from "../../src/front-matter/create-reader.ts";
import { type Fields, gatherFields } from "../../src/front-matter/fields.ts";
import { takeFrontMatter } from "../../src/front-matter/front-matter.ts";
import { severityOf } from "../../src/message.ts";
import type { Reading } from "../../src/model.ts";

/** A config that states only what a test is about; its folders lie below `folder`. */
export function configOf(
  options: Options = {},
  folder = "/nowhere",
  around: Partial<SiteReading> = {},
): Config {
  const site = { url: "https://example.com/", title: "Example", ...options.site };
  return resolveConfig({ ...options, site }, folder, { site: { ...plainSite, ...around } });
}

/** A config whose rules differ from the plain ones. */
export function configBy(rules: SomeRules, around: Partial<SiteReading> = {}): Config {
  return configOf({}, "/nowhere", { ...around, rules: mergeRules(plainRules, rules) });
}

/** A reading, and what was said: `3:7 error date Expected a date, not …`. */
export interface Read extends Reading {
  readonly messages: readonly string[];
}

/** Reads an article from its text. */
export async function readText(text: string, path = "a.md", config = configOf()): Promise<Read> {
  const file = new VFile({ cwd: config.content.folder, path, value: text });
  const reading = await createReader(config)(file);
  return { ...reading, messages: describeMessages(file) };
}

/** The fields of YAML front matter, and the file that messages about them gather on. */
export function fieldsOf(yaml: string, path = "a.md", rules: SomeRules = {}): Fields {
  const file = new VFile({ path, value: `---\n${yaml}\n---\n` });
  const data = takeFrontMatter(file)?.data;
  if (!data) throw new TypeError(`Expected front matter, not ${yaml}`);
  return gatherFields(file, data, { rules: mergeRules(plainRules, rules) });
}

/** Everything said about a file, a line each. */
export function describeMessages(file: VFile): readonly string[] {
  return file.messages.map((message) => {
    const place = message.line === undefined ? "-" : `${message.line}:${message.column}`;
    return `${place} ${severityOf(message)} ${message.ruleId} ${message.reason}`;
  });
}
