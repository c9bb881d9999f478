// What feedwright costs, beside what people would use instead.
// npm run bench -- [N] | scale | profile [N]   [--rounds 5] [--patience SECONDS]
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compare } from "./compare.mjs";
import { profile } from "./profile.mjs";
import { scale } from "./scale.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    patience: { type: "string", default: "120" },
  },
});
const effort = { rounds: readNumber(values.rounds), patience: readNumber(values.patience) };
const [first = "1000", second = "1000"] = positionals;

// The compiled program is what is measured.
execFileSync("npm", ["run", "compile", "--silent"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: "inherit",
});

if (first === "profile") await profile(readNumber(second));
else if (first === "scale") process.exitCode = (await scale(effort)) ? 0 : 1;
else process.exitCode = (await compare(readNumber(first), effort)) ? 0 : 1;

/** @param {string} text */
function readNumber(text) {
  const number = Number(text.replaceAll(/[_,]/g, ""));
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`Expected a whole number, not \`${text}\``);
}
