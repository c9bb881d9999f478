import { isTable, type Table } from "../../../table.ts";
import { listAt, tableAt, textAt } from "../../foreign/table.ts";
import { toPath } from "../path-parts.ts";

/**
 * The options of the blog, wherever the config has them: with a preset, or a plugin of its own. Of
 * several the one that holds the content folder counts, else the first.
 *
 * @param content the content folder below the root, where the user named one
 */
export function findBlog(config: Table, content: string | undefined): Table {
  const blogs = [
    ...pluginsAt(config, "presets").flatMap(blogOfPreset),
    ...pluginsAt(config, "plugins").flatMap(({ name, options }) => {
      return /(?:^|[/-])content-blog$/.test(name) ? [options] : [];
    }),
  ];
  const holding = blogs.find((blog) => {
    return `${content ?? ""}/`.startsWith(`${toPath(textAt(blog, "path") ?? "blog")}/`);
  });
  return holding ?? blogs[0] ?? {};
}

interface Plugin {
  readonly name: string;
  readonly options: Table;
}

// `"name"` or `["name", { … }]`: https://docusaurus.io/docs/using-plugins#configuring-plugins
function pluginsAt(config: Table, key: "presets" | "plugins"): readonly Plugin[] {
  return listAt(config, key).flatMap((entry) => {
    const [name, options]: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    if (typeof name !== "string") return [];
    return [{ name, options: isTable(options) ? options : {} }];
  });
}

// A preset has a blog unless it says `blog: false`.
function blogOfPreset({ name, options }: Plugin): readonly Table[] {
  const isClassic = /(?:^|[/-])classic$/.test(name);
  if (options["blog"] === false) return [];
  return isClassic || isTable(options["blog"]) ? [tableAt(options, "blog")] : [];
}
