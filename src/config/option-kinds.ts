import * as v from "valibot";
import { isWebAddress } from "./checks.ts";

/** A text that says something. */
export const text = (meaning: string) =>
  v.pipe(v.string("a text"), v.trim(), v.minLength(1, "a text"), v.description(meaning));

/** What is expected where an address is; the command line says the same. */
export const expectedAddress = "an http(s) address such as `https://example.com/`";

/** An absolute http(s) address. */
export const webAddress = (meaning: string) =>
  v.pipe(
    v.string(expectedAddress),
    v.trim(),
    v.check(isWebAddress, expectedAddress),
    v.description(meaning),
  );

/** An address, or a path below the site: `/logo.png`. */
export const reference = (meaning: string) =>
  text(`${meaning}; absolute, or a path below the site`);
