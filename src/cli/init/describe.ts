import type { Survey } from "../../generate.ts";
import { toNewestFirst } from "../../select/newest.ts";
import { tally } from "../outcome.ts";
import { describeConvention } from "../reporters/convention.ts";
import { describeStatuses } from "../reporters/text.ts";
import type { Findings } from "./look-around.ts";

/** Tells what a folder is. */
export function describeFindings({ site, content, languages }: Findings): readonly string[] {
  const { convention: name, reason = null } = site;
  const lines = [...describeConvention({ name, reason })];
  if (name === "plain")
    lines.push(
      "No site generator was recognised: articles are read by feedwright's own conventions",
    );
  if (content !== undefined) lines.push(`The articles are in \`${content}\``);
  if (languages) lines.push(`Its folders are languages: ${languages.join(", ")}`);
  return lines;
}

/** Tells how many files became what, and the addresses of the newest. */
export function describeSurvey({ decisions }: Survey): readonly string[] {
  const articles = decisions.flatMap(({ article, status }) => {
    return article && status === "published" ? [article] : [];
  });
  const newest = toNewestFirst(articles).slice(0, 3);
  const isInvalid = decisions.some(({ status }) => status === "invalid");
  return [
    describeStatuses(tally(decisions)),
    ...newest.map(({ url }) => `  ${url}`),
    ...(isInvalid ? ["`npx feedwright list` tells what is wrong with the invalid ones"] : []),
  ];
}
