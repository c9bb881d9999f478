import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { frontMatter } from "./quicken/front-matter.mjs";
import { html } from "./quicken/html.mjs";
import { parser } from "./quicken/parser.mjs";
import { quicken } from "./quicken/quicken.mjs";
import { xml } from "./quicken/xml.mjs";

// The command in few files: some seven hundred modules take longer to find than to run. Every
// package that goes in brings its licence along.
const root = join(import.meta.dirname, "..");
const folder = join(root, "lib/bundle");
const spareYaml = "\0spare-yaml";

await rm(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    feedwright: join(root, "lib/cli/main.js"),
    "reading-thread": join(root, "lib/front-matter/ahead/reading-thread.js"),
    worker: join(root, "lib/produce/worker.js"),
  },
  platform: "node",
  // They look for their own files beside themselves.
  external: ["jiti", "tinypool"],
  // What is written for the web first finds its parts; what is written for Node may load them late.
  // An engine of gray-matter's, which is never used, brings a parser of programs: 200 KB to load;
  // feeds are written with xml-js, not read.
  resolve: { mainFields: ["module", "main"], alias: { esprima: false, sax: false } },
  plugins: [
    quicken({ ...frontMatter, ...parser, ...html, ...xml }),
    { name: spareYaml, resolveId, load },
  ],
  // gray-matter's engine for programs, which is never used.
  checks: { eval: false },
  logLevel: "warn",
});
const { output } = await bundle.write({
  dir: folder,
  format: "esm",
  // Names stay, for those who read where a crash came from.
  minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
  chunkFileNames: "[name]-[hash].js",
});
await bundle.close();

const modules = output.flatMap((chunk) => ("modules" in chunk ? Object.keys(chunk.modules) : []));
const packages = modules.flatMap((module) => {
  const path = module.replaceAll("\\", "/");
  const folders = [...path.matchAll(/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map((found) =>
    path.slice(0, found.index + found[0].length),
  );
  // What a package brings along in itself has no description of its own.
  return folders.findLast((one) => existsSync(join(one, "package.json"))) ?? [];
});
const licences = await Promise.all([...new Set(packages)].toSorted().map(describe));
await writeFile(join(folder, "LICENCES.txt"), licences.join("\n\n"));

/**
 * gray-matter brings a parser of YAML for an engine which is never used: this stands in its place.
 *
 * @param {string} source
 * @param {string | undefined} importer
 */
function resolveId(source, importer) {
  return source === "js-yaml" && importer?.includes("gray-matter") ? spareYaml : null;
}

/** @param {string} id */
function load(id) {
  const text = 'throw new TypeError("Expected an engine of our own")';
  return id === spareYaml ? `exports.safeLoad = exports.safeDump = () => { ${text} };` : null;
}

/** @param {string} path the folder of a package */
async function describe(path) {
  const { name, version, license } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
  const file = (await readdir(path)).find((one) => /^licen[cs]e/i.test(one));
  const text = file === undefined ? "" : (await readFile(join(path, file), "utf8")).trim();
  return `${name} ${version} (${license})\n\n${text}`.trim();
}
