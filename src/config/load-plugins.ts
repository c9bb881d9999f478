import { ConfigError } from "./errors.ts";
import type { PluginFunction } from "./markdown-options.ts";
import type { Options } from "./options.ts";

type MarkdownOptions = NonNullable<Options["markdown"]>;
type PluginOption = NonNullable<MarkdownOptions["remarkPlugins"]>[number];

/** A config file: its path, absolute, and its name in messages. */
interface ConfigFile {
  readonly path: string;
  readonly origin: string;
}

/**
 * Puts plugins in the place of the names of their packages, found from where the config file is.
 *
 * @throws ConfigError for a package that is not there or exports no plugin.
 */
export async function loadPlugins(options: Options, file: ConfigFile): Promise<Options> {
  const { markdown } = options;
  if (!markdown) return options;
  const load = async (list: readonly PluginOption[] = []) =>
    await Promise.all(list.map(async (option) => await loadPlugin(option, file)));
  const [remarkPlugins, rehypePlugins] = [
    await load(markdown.remarkPlugins),
    await load(markdown.rehypePlugins),
  ];
  return { ...options, markdown: { ...markdown, remarkPlugins, rehypePlugins } };
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

// By jiti: `require.resolve` finds no package that exports itself to `import` alone, and Node's
// `import.meta.resolve` looks only from here.
async function resolveFrom(name: string, path: string): Promise<string | undefined> {
  const { createJiti } = await import("jiti");
  return createJiti(path, { fsCache: false }).esmResolve(name, { try: true });
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
