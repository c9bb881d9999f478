import { ConfigError } from "./errors.ts";
import type { PluginFunction } from "./markdown-options.ts";
import type { Options } from "./options.ts";
import { printPlugins } from "./print-plugins.ts";
import { resolveFrom } from "./resolve-from.ts";

type MarkdownOptions = NonNullable<Options["markdown"]>;
type PluginOption = NonNullable<MarkdownOptions["remarkPlugins"]>[number];

/** A config file: its path, absolute, and its name in messages. */
interface ConfigFile {
  readonly path: string;
  readonly origin: string;
}

/** Options with their plugins loaded. */
interface WithPlugins {
  readonly options: Options;
  /** Fingerprint of the plugins' programs; undefined where nobody can know all that they depend on. */
  readonly print: string | undefined;
}

/**
 * Puts plugins in the place of the names of their packages, found from where the config file is.
 *
 * @throws ConfigError for a package that is not there or exports no plugin.
 */
export async function loadPlugins(options: Options, file: ConfigFile): Promise<WithPlugins> {
  const { markdown } = options;
  if (!markdown) return { options, print: "" };
  const print = await printPlugins(namesOf(markdown), file.path);
  const load = async (list: readonly PluginOption[] = []) =>
    await Promise.all(list.map(async (option) => await loadPlugin(option, file)));
  const [remarkPlugins, rehypePlugins] = [
    await load(markdown.remarkPlugins),
    await load(markdown.rehypePlugins),
  ];
  return {
    options: { ...options, markdown: { ...markdown, remarkPlugins, rehypePlugins } },
    print,
  };
}

// What is written in the config itself has no name.
function namesOf(markdown: MarkdownOptions): readonly (string | undefined)[] {
  return [...(markdown.remarkPlugins ?? []), ...(markdown.rehypePlugins ?? [])].map((option) => {
    const [plugin] = Array.isArray(option) ? option : [option];
    return typeof plugin === "string" ? plugin : undefined;
  });
}

async function loadPlugin(option: PluginOption, file: ConfigFile): Promise<PluginOption> {
  if (Array.isArray(option)) {
    const [plugin, ...rest] = option;
    return [typeof plugin === "string" ? await importPlugin(plugin, file) : plugin, ...rest];
  }
  return typeof option === "string" ? await importPlugin(option, file) : option;
}

async function importPlugin(name: string, file: ConfigFile): Promise<PluginFunction> {
  const module = await importFrom(name, file);
  const isModule = typeof module === "object" && module !== null && "default" in module;
  if (isModule && isPlugin(module.default)) return withName(name, module.default);
  const reason = `Expected a plugin as the default export of \`${name}\``;
  throw new ConfigError(file.origin, [{ reason }]);
}

async function importFrom(name: string, { path, origin }: ConfigFile): Promise<unknown> {
  const address = await resolveFrom(name, path);
  if (address === undefined) {
    const reason = `Expected the plugin \`${name}\` to be installed where the config file is`;
    throw new ConfigError(origin, [{ reason }]);
  }
  try {
    return await import(address);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    const reason = `Expected the plugin \`${name}\` to load (${why})`;
    throw new ConfigError(origin, [{ reason }], { cause });
  }
}

// Messages name the package: what a package exports is often called `default`, or nothing.
function withName(name: string, plugin: PluginFunction): PluginFunction {
  const named: PluginFunction = function named(...options) {
    return plugin.apply(this, options);
  };
  return Object.defineProperty(named, "name", { value: name });
}

function isPlugin(value: unknown): value is PluginFunction {
  return typeof value === "function";
}
