import type { Processor } from "unified";
import * as v from "valibot";

/** A unified plugin as JavaScript has it: https://github.com/unifiedjs/unified#plugin. */
export type PluginFunction = (this: Processor, ...options: unknown[]) => unknown;

const plugin = v.union(
  [
    v.pipe(v.string("a package's name"), v.minLength(1, "a package's name")),
    v.custom<PluginFunction>((value) => typeof value === "function", "a plugin"),
  ],
  "a plugin or the name of a package that exports one",
);

const plugins = (meaning: string) =>
  v.pipe(
    v.array(
      v.union(
        [plugin, v.tupleWithRest([plugin], v.unknown(), "`[plugin, options]`")],
        "a plugin, the name of its package, or `[plugin, options]`",
      ),
      "a list of plugins",
    ),
    v.description(meaning),
  );

type Words = v.GenericSchema<string, string>;

const list = (words: Words, what: string) => v.array(words, what);

const lists = (words: Words, what: string, by: string) =>
  v.record(v.string(), list(words, `a list of ${what}`), `lists of ${what} by ${by}`);

const noScript = "an element's name that is not `script` or `style`";
const elementName = v.pipe(
  v.string("an element's name"),
  v.regex(/^(?!script$|style$)[a-z][a-zA-Z0-9-]*$/, noScript),
);

const noProgram = "a scheme such as `ftp`, other than `javascript` and `vbscript`";
const scheme = v.pipe(
  v.string("a scheme"),
  v.regex(/^(?!javascript$|vbscript$)[a-z][a-z0-9+.-]*$/, noProgram),
);

const sanitize = v.strictObject(
  {
    tagNames: v.optional(
      v.pipe(list(elementName, "a list of elements"), v.description("Elements to let through too")),
    ),
    attributes: v.optional(
      v.pipe(
        lists(v.string("an attribute's name"), "attributes", "element"),
        v.description("Attributes to let through too, by element, or by `*` for all"),
      ),
    ),
    protocols: v.optional(
      v.pipe(
        lists(scheme, "schemes", "attribute"),
        v.description("Schemes of addresses to let through too, by attribute"),
      ),
    ),
  },
  "a table of `tagNames`, `attributes` and `protocols`",
);

/** What `markdown` may say. */
export const markdownOptions = v.strictObject(
  {
    parser: v.optional(
      v.pipe(
        v.picklist(["remark", "satteri"], "`remark` or `satteri`"),
        v.description("What parses Markdown; `satteri` is faster, and a package of its own"),
      ),
    ),
    math: v.optional(
      v.pipe(v.boolean("`true` or `false`"), v.description("Whether `$…$` is math; default false")),
    ),
    shortcodes: v.optional(
      v.pipe(
        v.record(v.string(), v.string("a text"), "a table of texts by name"),
        v.description("What stands for a shortcode: `{0}`, `{name}` and `{inner}` are filled in"),
      ),
    ),
    remarkPlugins: v.optional(plugins("remark plugins, before anything is made HTML")),
    rehypePlugins: v.optional(plugins("rehype plugins, before the HTML is made right for readers")),
    sanitize: v.optional(
      v.pipe(sanitize, v.description("What sanitising lets through beyond feedwright's own rules")),
    ),
  },
  "a table of settings",
);
