import { words, writePhrase } from "./words.mjs";

/** @import { Random } from "./random.mjs" */

const size = 3_300;

/**
 * Writes about 4 KB of Markdown as people write it: mostly paragraphs, some of everything else.
 *
 * @param {Random} random
 * @returns {string}
 */
export function writeBody(random) {
  const blocks = [writeParagraph(random)];
  const hasTable = random.happens(0.2);
  const notes = random.happens(0.12) ? 1 + random.below(3) : 0;
  for (let length = 0; length < size; length += blocks.at(-1)?.length ?? size) {
    blocks.push(random.happens(0.6) ? writeParagraph(random) : random.pick(makers)(random));
  }
  if (hasTable) blocks.splice(2, 0, writeTable(random));
  for (let note = 1; note <= notes; note += 1) {
    blocks.push(`${writeSentence(random)}[^${note}]`, `[^${note}]: ${writeSentence(random)}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

const makers = [writeHeading, writeList, writeTasks, writeCode, writeQuote, writeImage];

/** @param {Random} random */
function writeParagraph(random) {
  const sentences = Array.from({ length: 2 + random.below(4) }, () => writeSentence(random));
  return sentences.join(" ");
}

/** @param {Random} random */
function writeSentence(random) {
  const start = writePhrase(random, 4 + random.below(8));
  const end = writePhrase(random, 2 + random.below(6));
  const middle = random.happens(0.35) ? ` ${writeInline(random)} ` : ", ";
  return `${start.charAt(0).toUpperCase()}${start.slice(1)}${middle}${end}.`;
}

/** @param {Random} random */
function writeInline(random) {
  const phrase = writePhrase(random, 2);
  const word = random.pick(words);
  return random.pick([
    () => `*${phrase}*`,
    () => `**${phrase}**`,
    () => `\`${word}()\``,
    () => `[${phrase}](https://${word}.example/${random.pick(words)}/)`,
    () => `[${phrase}](/notes/${word}/ "${phrase}")`,
    () => `[${phrase}](../${word}/)`,
    () => `\`${phrase}\``,
    () => `(https://${word}.example/?q=${random.below(1000)})`,
    () => `_${phrase} **${word}**_`,
    () => (random.happens(0.2) ? `~~${phrase}~~` : `& ${phrase} <${word}@mail.example>`),
  ])();
}

/** @param {Random} random */
function writeHeading(random) {
  return `${"#".repeat(2 + random.below(2))} ${writePhrase(random, 4)}`;
}

/** @param {Random} random */
function writeList(random) {
  const mark = random.pick(["-", "*", "1."]);
  const lines = Array.from({ length: 3 + random.below(4) }, () => {
    const nested = random.happens(0.15) ? `\n   - ${writePhrase(random, 5)}` : "";
    return `${mark} ${writeSentence(random)}${nested}`;
  });
  return lines.join("\n");
}

/** @param {Random} random */
function writeTasks(random) {
  if (random.happens(0.8)) return writeList(random);
  return `- [x] ${writePhrase(random, 6)}\n- [ ] ${writePhrase(random, 5)}`;
}

/** @param {Random} random */
function writeCode(random) {
  const language = random.pick(["js", "python", "sh", ""]);
  const lines = Array.from({ length: 4 + random.below(8) }, () => {
    const [left, right] = [random.pick(words), random.pick(words)];
    return `const ${left} = ${right}("${random.pick(words)}", ${random.below(100)}) && x < 3;`;
  });
  return `\`\`\`${language}\n${lines.join("\n")}\n\`\`\``;
}

/** @param {Random} random */
function writeQuote(random) {
  return `> ${writeSentence(random)}\n> ${writeSentence(random)}`;
}

/** @param {Random} random */
function writeImage(random) {
  return `![${writePhrase(random, 4)}](/images/${random.pick(words)}.jpg)`;
}

/** @param {Random} random */
function writeTable(random) {
  const row = () => `| ${writePhrase(random, 2)} | ${random.below(1000)} | ${random.pick(words)} |`;
  const rows = Array.from({ length: 3 + random.below(4) }, row);
  return ["| Name | Count | Where |", "| --- | ---: | :-: |", ...rows].join("\n");
}
