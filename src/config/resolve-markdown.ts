import type { Plugin } from "../markdown/plugins.ts";
import type { MarkdownSettings } from "../markdown/settings.ts";
import type { Rules } from "./conventions/rules.ts";
import { ConfigError } from "./errors.ts";
import type { Options } from "./options.ts";

type MarkdownOptions = NonNullable<Options["markdown"]>;
type PluginOption = NonNullable<MarkdownOptions["remarkPlugins"]>[number];

/**
 * Settles how articles are rendered.
 *
 * @throws ConfigError for a plugin that is still a name; loading a config file puts the plugin in
 *   its place.
 */
export function resolveMarkdown(
  options: Options,
  { excerptMarkers }: Pick<Rules, "excerptMarkers"> = { excerptMarkers: [] },
): MarkdownSettings {
  const {
    parser = "remark",
    math = false,
    shortcodes = {},
    sanitize = {},
    remarkPlugins = [],
    rehypePlugins = [],
  } = options.markdown ?? {};
  return {
    parser,
    math,
    shortcodes,
    sanitize: withoutHandlers(sanitize),
    remarkPlugins: remarkPlugins.map(toPlugin),
    rehypePlugins: rehypePlugins.map(toPlugin),
    source: options.feed?.markdown ?? false,
    excerptMarkers,
  };
}

function toPlugin(option: PluginOption, index: number): Plugin {
  const [plugin, ...rest] = Array.isArray(option) ? option : [option];
  if (typeof plugin !== "function") {
    const reason = `Expected a plugin that was loaded, not the name \`${String(plugin)}\``;
    throw new ConfigError("", [{ reason }]);
  }
  return { name: plugin.name || `plugin ${index + 1}`, attach: plugin, options: rest };
}

// Handlers of events are programs: no config lets them through.
function withoutHandlers(
  sanitize: NonNullable<MarkdownOptions["sanitize"]>,
): MarkdownSettings["sanitize"] {
  const attributes = Object.entries(sanitize.attributes ?? {}).map(([element, names]) => {
    return [element, names.filter((name) => !/^on/i.test(name))] as const;
  });
  return {
    tagNames: sanitize.tagNames ?? [],
    attributes: Object.fromEntries(attributes),
    protocols: sanitize.protocols ?? {},
  };
}
