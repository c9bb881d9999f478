import { describe, expect, test } from "vitest";
import type { FormatName } from "../../src/model.ts";
import { buildArticles } from "../support/run-feedwright.ts";
import { articles, cases, type Meant, meantIn } from "./awkward-articles.ts";

/** What a reader gives of an entry. */
export type Shown = { readonly [Key in Exclude<keyof Meant, FormatName>]: Meant[Key] | undefined };

/** A library that reads feeds. */
export interface Reader {
  readonly name: string;
  readonly formats: readonly FormatName[];
  readonly read: (text: string, format: FormatName) => Promise<readonly Shown[]>;
  /** What the reader cannot but give otherwise. */
  readonly limits: (meant: Meant, format: FormatName) => Partial<Shown>;
}

/** Tests that a reader gives each entry of awkward articles as it is meant, in order. */
export function testReader({ name, formats, read, limits }: Reader): void {
  describe(name, () => {
    test.each(formats)(
      "reads titles, ids, links, dates, authors and content of %s",
      async (format) => {
        const built = await buildArticles(articles);
        const expected = cases.map((one) => {
          const meant = meantIn(one, format);
          return { ...meant, ...limits(meant, format) };
        });
        expect(await read(built[format], format)).toEqual(expected);
      },
    );
  });
}

/** A date as ISO 8601; undefined where it is none. */
export function toIso(date: string | Date | null | undefined): string | undefined {
  if (date === null || date === undefined) return undefined;
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? `not a date: ${date}` : time.toISOString();
}
