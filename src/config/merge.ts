import type { Options } from "./options.ts";

/** Lays options over others; a value that is not given (undefined) covers nothing. */
export function mergeOptions(below: Options, above: Options): Options {
  return {
    ...below,
    ...given(above),
    site: { ...below.site, ...given(above.site ?? {}) },
    content: { ...below.content, ...given(above.content ?? {}) },
    feed: { ...below.feed, ...given(above.feed ?? {}) },
  };
}

function given<Value extends object>(value: Value): Value {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
