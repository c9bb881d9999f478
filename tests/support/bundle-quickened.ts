import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

interface Change {
  readonly find: string;
  readonly put: string;
}

type Changes = Readonly<Record<string, readonly Change[]>>;

interface Script {
  readonly quicken: (changes: Changes) => {
    readonly name: string;
    readonly transform: (code: string, id: string) => string | undefined;
    readonly buildEnd: (error?: Error) => void;
  };
}

const root = join(import.meta.dirname, "../..");

export const { quicken }: Script = await load("quicken");
export const { frontMatter }: { readonly frontMatter: Changes } = await load("front-matter");
export const { parser }: { readonly parser: Changes } = await load("parser");
export const { html }: { readonly html: Changes } = await load("html");
export const { xml }: { readonly xml: Changes } = await load("xml");

async function load(name: string) {
  return await import(pathToFileURL(join(root, `scripts/quicken/${name}.mjs`)).href);
}

/** Imports a module as the bundle of the command has it: with packages that are quickened. */
export async function importQuickened<Module>(source: string, changes: Changes): Promise<Module> {
  const folder = await mkdtemp(join(tmpdir(), "feedwright-"));
  try {
    const bundle = await rolldown({
      input: join(root, source),
      platform: "node",
      external: ["satteri"],
      resolve: { mainFields: ["module", "main"], alias: { esprima: false } },
      checks: { eval: false },
      plugins: [quicken(changes)],
      logLevel: "warn",
    });
    await bundle.write({ dir: folder });
    await bundle.close();
    return await import(pathToFileURL(join(folder, `${basename(source, ".ts")}.js`)).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
