import { type Flag, flags } from "./flags.ts";

/** The help text, made from the table of flags. */
export function composeHelp(): string {
  const rows = Object.entries(flags).map(([name, flag]: [string, Flag]) => {
    const short = flag.short === undefined ? "    " : `-${flag.short}, `;
    const value = flag.value === undefined ? "" : ` ${flag.value}`;
    return [`${short}--${name}${value}`, flag.meaning] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  const table = rows.map(([left, meaning]) => `  ${left.padEnd(width)}  ${meaning}`);
  return `${[...head, ...table, "", ...tail].join("\n")}\n`;
}

const head = [
  "feedwright: a folder of Markdown articles becomes RSS 2.0, Atom 1.0 and JSON Feed 1.1",
  "",
  "Usage: feedwright [build] [FOLDER] [flags]",
  "",
  "FOLDER is the content folder (default: the config's, else content).",
  "",
  "Flags:",
];

const tail = [
  "Config: feedwright.config.{ts,mts,js,mjs,json}, or the key feedwright in package.json.",
  "Exit codes: 0 done; 1 something was found (an invalid article, an out-of-date output under",
  "--check, too many warnings); 2 the command or the config is wrong, or feedwright crashed.",
];
