import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem, type } from "node:os";
import { promisify } from "node:util";
import { hugo } from "./contenders/hugo.mjs";
import { find, summarize } from "./statistics.mjs";

/** @import { Bar } from "./bars.mjs" */
/** @import { Contender } from "./contenders/contender.mjs" */
/** @import { Row } from "./plan.mjs" */

const results = new URL("RESULTS.md", import.meta.url);
const preface = `# What feedwright costs, beside what people would use instead

Whole processes, from start to end; medians, and the shortest. Written by \`npm run bench\`, which
replaces the part that it measured anew; [README.md](README.md) says how it measures.
`;

/**
 * Puts a part in the place of the one with the same title in RESULTS.md, and prints it.
 *
 * @param {string} title
 * @param {readonly string[]} blocks
 */
export async function writePart(title, blocks) {
  const part = `## ${title}\n\n${blocks.join("\n\n")}\n`;
  const before = await readFile(results, "utf8").catch(() => "");
  const parts = before
    .split(/^(?=## )/m)
    .slice(1)
    .map((text) => `${text.trimEnd()}\n`);
  const place = parts.findIndex((text) => text.startsWith(`## ${title}\n`));
  const after = place < 0 ? [...parts, part] : parts.with(place, part);
  await writeFile(results, [preface, ...after].join("\n"));
  console.log(`\n${part}`);
}

/**
 * The machine, and the versions of the contenders.
 *
 * @param {readonly Contender[]} contenders
 */
export async function describeMachine(contenders) {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const model = processors[0]?.model.trim() ?? "unknown";
  const versions = contenders.map(async ({ name, version }) => {
    return `${name}: ${(await version()) ?? "not installed"}`;
  });
  return [
    `${processors.length} × ${model}, ${memory}, ${type()}, Node ${process.version}`,
    `commit ${await readCommit()}`,
    ...(await Promise.all(versions)),
  ]
    .map((fact) => `- ${fact}`)
    .join("\n");
}

async function readCommit() {
  const commit = await git(["rev-parse", "--short", "HEAD"]);
  const changes = await git(["--no-optional-locks", "status", "--porcelain", "--", "../src"]);
  return `${commit ?? "unknown"}${changes ? ", with changes since" : ""}`;
}

/** @param {readonly string[]} args */
async function git(args) {
  const cwd = new URL(".", import.meta.url);
  const answer = await promisify(execFile)("git", args, { cwd }).catch(() => undefined);
  return answer?.stdout.trim();
}

/**
 * A table of rows, each beside what Hugo needs for the same feed.
 *
 * @param {readonly Row[]} rows
 * @param {number} count How many articles there are.
 */
export function tableOfRows(rows, count) {
  const lines = rows.map((row) => {
    const { contender, feed, step } = row;
    const what = `${feed === "newest" ? "newest 20" : "everything"}, ${nameOf(step)}`;
    const summary = summarize(row);
    if (!summary) return [what, contender.name, row.failure ? "failed" : "–", ...Array(6).fill("")];
    const theirs = find(rows, hugo, { feed, step: "cold" });
    return [
      what,
      contender.name,
      `${format(summary.seconds)} s`,
      `${format(summary.shortest)} s`,
      theirs ? format(summary.seconds / theirs.seconds) : "–",
      summary.processor === undefined ? "–" : `${format(summary.processor)} s`,
      `${format((summary.seconds / count) * 1000)} ms`,
      summary.memory === undefined ? "–" : `${summary.memory.toFixed(0)} MiB`,
      String(summary.runs),
    ];
  });
  const head = [
    "feed",
    "by",
    "median",
    "shortest",
    "× Hugo",
    "processors",
    "an article",
    "peak memory",
    "runs",
  ];
  return table([head, ...lines]);
}

/** @param {Row["step"]} step */
function nameOf(step) {
  return step === "edited" ? "one article edited" : step;
}

/**
 * A table of bars, and whether each is met.
 *
 * @param {readonly Bar[]} bars
 */
export function tableOfBars(bars) {
  const lines = bars.map(({ what, limit, unit, value }) => {
    const measured = value === undefined ? "–" : `${format(value)} ${unit.split(" ")[0]}`;
    const verdict = value === undefined ? "not measured" : value <= limit ? "yes" : "**no**";
    return [what, `at most ${limit} ${unit}`, measured, verdict];
  });
  return table([["bar", "to reach", "measured", "met"], ...lines]);
}

/**
 * A table in Markdown.
 *
 * @param {readonly (readonly string[])[]} lines The first is its head.
 */
export function table(lines) {
  const [head = [], ...rest] = lines.map((cells) => `| ${cells.join(" | ")} |`);
  const rule = `|${" --- |".repeat(lines[0]?.length ?? 0)}`;
  return [head, rule, ...rest].join("\n");
}

/**
 * A number with three digits that say something.
 *
 * @param {number} value
 */
function format(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
