import { plainRules } from "../../src/config/conventions/plain.ts";
import type { PathFacts } from "../../src/config/conventions/rules.ts";

/** What a path says without any generator's conventions, in a site that names no languages. */
export function readPlainPath(path: string): PathFacts {
  return plainRules.readPath(path, plainRules.languages);
}
