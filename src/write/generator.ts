import { readFileSync } from "node:fs";

/** What every feed says of the program that wrote it. */
export const generator = {
  name: "feedwright",
  url: "https://www.npmjs.com/package/feedwright",
  version: readVersion(),
} as const;

function readVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version }: { readonly version: string } = JSON.parse(text);
  return version;
}
