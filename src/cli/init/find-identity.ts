import { isWebAddress } from "../../config/checks.ts";
import { UsageError } from "../../config/errors.ts";
import { openSite } from "../../config/foreign/site-folder.ts";
import { expectedAddress } from "../../config/option-kinds.ts";
import type { Options } from "../../config/options.ts";
import type { Io } from "../io.ts";
import { toLine } from "../reporters/text.ts";
import { type Clue, findAddress, guessTitle } from "./clues.ts";

type SiteOptions = NonNullable<Options["site"]>;

/** Who may say what a site is called by: a flag before all, then in this order. */
export interface Sources {
  readonly flags: SiteOptions;
  /** The generator's config. */
  readonly generator: SiteOptions;
  /** The config that is there already; with one, nothing is looked for, and nobody asked. */
  readonly present: SiteOptions | undefined;
}

/** What a config has to say of address and title; undefined is what it need not say. */
export interface Identity {
  readonly url: string | undefined;
  readonly title: string | undefined;
}

/** Someone was asked, and did not want to answer. */
export class Declined extends Error {}

/**
 * Settles by what address and title a config calls the site. What nobody says is looked for, then
 * asked for; where it was found is told.
 *
 * @throws UsageError where nothing tells the address and there is nobody to ask; Declined.
 */
export async function findIdentity(sources: Sources, io: Io): Promise<Identity> {
  const { flags, generator, present } = sources;
  const { url, title } = { ...present, ...given(generator), ...given(flags) };
  const found = {
    url: url ?? (present ? undefined : await findUrl(io)),
    title: title ?? (present ? undefined : await findTitle(io)),
  };
  return {
    url: isSameAddress(found.url, generator.url) ? undefined : found.url,
    title: found.title === generator.title ? undefined : found.title,
  };
}

// What is not given covers nothing.
function given({ url, title }: SiteOptions): SiteOptions {
  return { ...(url === undefined ? {} : { url }), ...(title === undefined ? {} : { title }) };
}

async function findUrl(io: Io): Promise<string> {
  const clue = await findAddress(openSite(io.cwd, undefined));
  if (clue) return tell("address of the site", clue, io);
  if (!io.ask) {
    throw new UsageError(
      "Expected the address of the site, which nothing in this folder tells: give `--site https://example.com/`",
    );
  }
  return await answered(
    io.ask.text({
      message: "Address of the site",
      example: "https://example.com/",
      check: (answer) => (isWebAddress(answer) ? undefined : `Expected ${expectedAddress}`),
    }),
  );
}

async function findTitle(io: Io): Promise<string> {
  const guess = await guessTitle(openSite(io.cwd, undefined));
  if (!io.ask) return tell("title of the feed", guess, io, "; `--title` gives another");
  return await answered(
    io.ask.text({
      message: "Title of the feed",
      initial: guess.value,
      check: (answer) => (answer.trim() === "" ? "Expected a title" : undefined),
    }),
  );
}

function tell(what: string, { value, from }: Clue, io: Io, more = ""): string {
  io.stderr.write(`The ${what} is \`${toLine(value)}\`, from ${from}${more}\n`);
  return value;
}

async function answered(question: Promise<string | undefined>): Promise<string> {
  const answer = await question;
  if (answer === undefined) throw new Declined();
  return answer.trim();
}

function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  const [left, right] = [one, other].map((url) => url && `${url.trim().replace(/\/+$/, "")}/`);
  return left === right;
}
