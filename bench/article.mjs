import { writeBody } from "./body.mjs";
import { createRandom } from "./random.mjs";
import { words, writePhrase } from "./words.mjs";

/**
 * An article of the corpus.
 *
 * @typedef {object} Sample
 * @property {string} path Below the content folder, with `/`.
 * @property {string} text The whole file.
 */

const newest = Date.UTC(2024, 5, 30, 12);
const hour = 3_600_000;
const sections = ["code", "garden", "journal", "kitchen", "letters", "notes", "reviews", "travel"];
const names = [
  "Ada",
  "Bo",
  "Cleo",
  "Dara",
  "Elif",
  "Finn",
  "Gus",
  "Hana",
  "Ines",
  "Jo",
  "Kai",
  "Lu",
];
const authors = names.map((name, index) => `${name} ${capitalise(words[index * 7] ?? "Moss")}`);
const kinds = ["", "old-", "new-"];
const tags = kinds.flatMap((kind) => words.slice(0, 100).map((word) => `${kind}${word}`));

/**
 * Writes an article by its place: 0 is the newest, each next one is an hour older. The same place
 * gives the same article in a corpus of any size.
 *
 * @param {number} place
 * @returns {Sample}
 */
export function writeArticle(place) {
  const random = createRandom(place);
  const date = new Date(newest - place * hour).toISOString().slice(0, 19);
  const title = capitalise(writePhrase(random, 3 + random.below(5)));
  const slug = title.toLowerCase().replaceAll(" ", "-");
  const count = 1 + random.below(4);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(tags)));
  const lines = [
    "---",
    `title: "${title}"`,
    `date: ${date}Z`,
    `author: ${random.pick(authors)}`,
    `tags: [${[...chosen].join(", ")}]`,
    ...(random.happens(0.5) ? [`description: ${writePhrase(random, 12)}`] : []),
    "---",
    "",
    writeBody(random),
  ];
  const path = `${random.pick(sections)}/${date.slice(0, 4)}/${slug}-${place}.md`;
  return { path, text: lines.join("\n") };
}

/**
 * @param {string} text
 * @returns {string}
 */
function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
