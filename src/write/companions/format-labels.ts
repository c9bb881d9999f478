import type { FormatName } from "../../model.ts";

/** What people call the formats. */
export const formatLabels = {
  rss: "RSS",
  atom: "Atom",
  json: "JSON Feed",
} as const satisfies Record<FormatName, string>;
