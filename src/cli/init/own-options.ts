import { resolve } from "node:path";
import { formatNames, type Options } from "../../config/options.ts";
import { defaults } from "../../config/resolve.ts";
import { type Findings, toRelative } from "./look-around.ts";

/** What a config is made of. */
export interface Known {
  /** The folder that the config stands in, absolute. */
  readonly cwd: string;
  readonly findings: Findings;
  /** What flags say; paths are absolute. */
  readonly flags: Options;
  /** Address and title, where the generator's config does not give the same. */
  readonly url: string | undefined;
  readonly title: string | undefined;
}

/** The shortest options that say what is neither found out at each run nor a default. */
export function toOwnOptions({ cwd, findings, flags, url, title }: Known): Options {
  const { content, languages } = findings;
  const { limit, formats } = flags.feed ?? {};
  return (
    given({
      site: given({ url, title }),
      content: given({ folder: content, languages }),
      feed: given({
        limit: limit === defaults.limit ? undefined : limit,
        formats: formatNames.every((name) => formats?.includes(name) ?? true) ? undefined : formats,
      }),
      out: toOut(flags.out, cwd),
    }) ?? {}
  );
}

function toOut(out: string | undefined, cwd: string): string | undefined {
  return out === undefined || out === resolve(cwd, defaults.out) ? undefined : toRelative(cwd, out);
}

// Of a table what is given; of an empty one nothing.
function given<Value extends object>(value: Value): Value | undefined {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return Object.keys(copy).length === 0 ? undefined : copy;
}
