// Tries the packed program as users get it: packs, installs the tarball in an empty folder, and runs
// it there. `npm run smoke`; exits 1 with a sentence where something does not hold.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("..", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "feedwright-smoke-"));
const folder = join(root, "site");

try {
  install();
  tryCommandLine();
  tryModule();
  tryInit();
  tryMissingParser();
  tryTypedConfig();
  console.log("smoke: the packed file installs and runs");
} catch (error) {
  console.error(`smoke: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

function install() {
  const packed = npm(["pack", "--json", "--pack-destination", root], repository);
  // What `prepack` says stands before the list.
  const [{ filename, files }] = JSON.parse(packed.slice(packed.search(/^\[$/m)));
  const names = files.map(({ path }) => path);
  for (const name of [
    "schema.json",
    "README.md",
    "LICENSE",
    "lib/bundle/feedwright.js",
    "lib/bundle/LICENCES.txt",
    "lib/index.d.ts",
  ]) {
    expect(names.includes(name), `${name} in the packed file`, names.join(", "));
  }
  const strange = names.filter((name) => /^(src|tests|content|dist|bench)\//.test(name));
  expect(strange.length === 0, "nothing but the program in the packed file", strange.join(", "));
  mkdirSync(folder);
  npm(["init", "-y"], folder);
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", join(root, filename)], folder);
}

function tryCommandLine() {
  writeArticle("The first article", "Hello from the packed file.");
  const flags = ["--site", "https://example.com/", "--title", "Example"];
  expectExit(0, flags);
  for (const name of ["rss.xml", "atom.xml", "feed.json"]) {
    const text = readFeed(name);
    for (const words of ["The first article", "Hello from the packed file."]) {
      expect(text.includes(words), `\`${words}\` in dist/${name}`, text);
    }
  }
  expectExit(0, [...flags, "--check"]);
  writeArticle("The first article", "Changed.");
  expectExit(1, [...flags, "--check"]);
  const help = expectExit(0, ["--help"]);
  expect(help.includes("--max-warnings N"), "the flags in `--help`", help);
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  expect(expectExit(0, ["--version"]) === `${version}\n`, `\`--version\` to say ${version}`);
  expectExit(2, ["--no-such-flag"]);
}

function tryModule() {
  writeFileSync(
    join(folder, "use.mjs"),
    `import { defineConfig, generate, resolveConfig } from "feedwright";
const options = defineConfig({ site: { url: "https://example.com/", title: "Example" } });
const run = { drafts: false, future: false, skipInvalid: false, now: new Date() };
const { outputs } = await generate(resolveConfig(options, import.meta.dirname), run);
console.log(outputs.map(({ path }) => path).join(" "));
`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, ["use.mjs"], options(folder));
  const isRight = stdout === "rss.xml atom.xml feed.json\n";
  expect(isRight, "`import { generate }` to give the three feeds", `${stdout}${stderr}`);
}

function tryInit() {
  const flags = ["--site", "https://example.com/", "--title", "Example"];
  expectExit(2, ["init"]);
  expectExit(0, ["init", "--script", ...flags]);
  const config = JSON.parse(readFileSync(join(folder, "feedwright.config.json"), "utf8"));
  expect(existsSync(join(folder, config.$schema)), "the schema that the config names");
  npm(["run", "feeds"], folder);
  expectExit(0, ["--check"]);
  const table = expectExit(0, ["list"]);
  expect(table.includes("https://example.com/first/"), "the article in `list`", table);
  expectExit(0, ["init"]);
  expectExit(0, ["init", "--ts", "--force", ...flags]);
  expectExit(0, ["--check"]);
}

// The fast parser is a package of its own, which is not installed here.
function tryMissingParser() {
  const markdown = { parser: "satteri" };
  const site = { url: "https://example.com/", title: "Example" };
  writeFileSync(join(folder, "fast.json"), JSON.stringify({ site, markdown }));
  const { stderr } = spawnSync(
    "npx",
    ["--no-install", "feedwright", "--config", "fast.json"],
    options(folder),
  );
  expect(stderr.includes("npm install satteri"), "a sentence on the missing parser", stderr);
  expectExit(2, ["--config", "fast.json"]);
}

function tryTypedConfig() {
  writeFileSync(
    join(folder, "feedwright.config.ts"),
    `import { defineConfig, type Options } from "feedwright";
const site: Options["site"] = { url: "https://typed.example/", title: "Typed" };
export default defineConfig({ site, out: "public" });
`,
  );
  expectExit(0, []);
  const text = readFeed("rss.xml", "public");
  expect(text.includes("https://typed.example/"), "the address from feedwright.config.ts", text);
}

function writeArticle(title, text) {
  mkdirSync(join(folder, "content"), { recursive: true });
  writeFileSync(
    join(folder, "content", "first.md"),
    `---\ntitle: ${title}\ndate: 2024-07-31\n---\n\n${text}\n`,
  );
}

function readFeed(name, out = "dist") {
  const path = join(folder, out, name);
  expect(existsSync(path), `a file ${out}/${name}`);
  return readFileSync(path, "utf8");
}

function expectExit(code, args) {
  const words = ["feedwright", ...args];
  const ran = spawnSync("npx", ["--no-install", ...words], options(folder));
  expect(
    ran.status === code,
    `\`npx ${words.join(" ")}\` to exit ${code}, not ${ran.status}`,
    ran.stderr,
  );
  return ran.stdout;
}

function npm(args, cwd) {
  const ran = spawnSync("npm", args, options(cwd));
  expect(ran.status === 0, `\`npm ${args.join(" ")}\` to work`, `${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}

function options(cwd) {
  // On Windows npm and npx are scripts, which only a shell runs.
  const shell = process.platform === "win32";
  // What the surrounding run is told of its manner is not for these.
  const { GITHUB_ACTIONS, SOURCE_DATE_EPOCH, FORCE_COLOR, ...env } = process.env;
  return { cwd, env, shell, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
}

function expect(holds, what, found = "") {
  if (!holds) throw new Error(`expected ${what}${found && `\n${found}`}`);
}
