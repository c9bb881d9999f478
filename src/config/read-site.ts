import { isAbsolute, relative, resolve } from "node:path";
import type { SiteFacts } from "./conventions/convention.ts";
import type { ConventionName } from "./conventions/convention-names.ts";
import { conventions } from "./conventions/conventions.ts";
import { plainRules } from "./conventions/plain.ts";
import { recognise } from "./conventions/recognise.ts";
import type { Rules, SomeRules } from "./conventions/rules.ts";
import { mergeOptions } from "./merge.ts";
import type { Options } from "./options.ts";

/** What the folders around the articles say: whose conventions they follow, and what its config says. */
export interface SiteReading {
  readonly convention: ConventionName;
  /** By what it was recognised; undefined where nothing was, or the config names it. */
  readonly reason: string | undefined;
  /** What the generator's config says, as options; the user's own cover them. */
  readonly options: Options;
  readonly rules: Rules;
  /** The folder that the rules count paths from, absolute; undefined for the content folder. */
  readonly base: string | undefined;
  /** Of all that was read of the site: while it is the same, so are the rules. */
  readonly digest: string;
  /** The files and folders that were looked for, absolute: what is made of a site follows from them. */
  readonly asked: ReadonlySet<string>;
}

/** The reading of a folder that no generator has a part in. */
export const plainSite: SiteReading = {
  convention: "plain",
  reason: undefined,
  options: {},
  rules: plainRules,
  base: undefined,
  digest: "",
  asked: new Set(),
};

/**
 * Looks around the content folder: recognises the generator, where the config names none, and reads
 * what its own config says. Nothing that is read is run.
 *
 * @param options the user's, from config file and flags
 * @param folder what relative paths are meant from, absolute
 * @throws ConfigError where the generator's config is damaged.
 */
export async function readSite(options: Options, folder: string): Promise<SiteReading> {
  const asked = options.content?.convention ?? "auto";
  if (asked === "plain") return plainSite;
  const given = options.content?.folder;
  const content = given === undefined ? undefined : resolve(folder, given);
  const paths = new Set<string>();
  const { name, site, reason } = await recognise(
    { folder, content, asked: paths },
    asked === "auto" ? undefined : asked,
  );
  if (name === "plain") return { ...plainSite, asked: paths };
  const convention = conventions[name];
  const facts = await convention.readSite(site);
  return {
    convention: name,
    reason,
    options: withAbsoluteFolder(facts, site.root),
    rules: [convention.rules, facts.rules ?? {}].reduce<Rules>(mergeRules, plainRules),
    base: facts.base === undefined ? undefined : resolve(site.root, facts.base),
    digest: site.digest(),
    asked: paths,
  };
}

function withAbsoluteFolder({ options }: SiteFacts, root: string): Options {
  const folder = resolve(root, options.content?.folder ?? "");
  return mergeOptions(options, { content: { folder } });
}

/** Lays rules over others, group by group. */
export function mergeRules(below: Rules, above: SomeRules): Rules {
  return {
    ...below,
    ...above,
    fields: { ...below.fields, ...above.fields },
    dates: { ...below.dates, ...above.dates },
    address: { ...below.address, ...above.address },
    lists: { ...below.lists, ...above.lists },
    languages: { ...below.languages, ...above.languages },
  };
}

/** The path of the content folder below the rules' base, with `/` at its end; empty where it is that. */
export function pathFromBase(content: string, base: string | undefined): string {
  const path = base === undefined ? "" : relative(base, content).replaceAll("\\", "/");
  return path === "" || path === ".." || path.startsWith("../") || isAbsolute(path)
    ? ""
    : `${path}/`;
}
