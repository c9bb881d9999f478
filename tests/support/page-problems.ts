import { fromHtml } from "hast-util-from-html";

/** What a parser by the standard finds wrong in a whole page (https://html.spec.whatwg.org/#parse-errors). */
export function pageProblems(html: string): readonly string[] {
  const problems: string[] = [];
  fromHtml(html, {
    onerror: ({ ruleId = "", line }) => void problems.push(`${ruleId} in line ${line}`),
  });
  return problems;
}
