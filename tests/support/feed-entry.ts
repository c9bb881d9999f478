import { createHash } from "node:crypto";
import { formatNames } from "../../src/config/options.ts";
import type { Entry, EntrySetting, FeedEntry, FormatName } from "../../src/model.ts";
import { formats } from "../../src/write/formats.ts";
import { entry } from "./article.ts";
import { site } from "./feed-document.ts";

/** An entry that states only what a test is about, composed in every format. */
export function feedEntry(
  stated: Partial<Entry> = {},
  setting: EntrySetting = { site: site(), content: "full" },
): FeedEntry {
  const { html, markdown, ...rest } = entry(stated);
  const texts = new Map<FormatName, Buffer>(
    formatNames.map((format) => {
      const texts = formats[format].composeEntries([{ ...rest, html, markdown }], setting);
      return [format, Buffer.from(texts.join(""))];
    }),
  );
  const readText = (format: FormatName) => texts.get(format) ?? Buffer.alloc(0);
  return {
    ...rest,
    digest: createHash("sha256")
      .update(Buffer.concat([...texts.values()]))
      .digest("hex"),
    weight: Buffer.byteLength(html) + Buffer.byteLength(markdown ?? ""),
    hasMarkdown: markdown !== undefined,
    sizeIn: (format) => readText(format).length,
    readText,
  };
}
