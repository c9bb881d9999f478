import type { Processor, Transformer } from "unified";
import type { Node } from "unist";
import type { VFile } from "vfile";
import { UsageError } from "../config/errors.ts";
import { withinTime } from "./time-limit.ts";

/** A remark or rehype plugin of the user's, and the name that messages give it. */
export interface Plugin {
  readonly name: string;
  /** A unified plugin: https://github.com/unifiedjs/unified#plugin. */
  readonly attach: (this: Processor, ...options: unknown[]) => unknown;
  readonly options: readonly unknown[];
}

/** A plugin that threw, did not end, or gave back what is no tree. */
export class PluginError extends UsageError {
  override readonly name = "PluginError";
}

/** The longest that a plugin may take for an article, in milliseconds. */
const pluginLimitMs = 10_000;

/**
 * Dresses a plugin so that whatever goes wrong in it is an error that names it.
 *
 * @throws PluginError when it is attached and fails.
 */
export function guard(
  plugin: Plugin,
  limitMs = pluginLimitMs,
): (this: Processor) => Transformer | undefined {
  return function attach(this: Processor) {
    const transformer = attempt(plugin, () => plugin.attach.apply(this, [...plugin.options]));
    if (!isTransformer(transformer)) return undefined;
    return async (tree, file) => {
      const work = attempt(plugin, () => withinTime(limitMs, () => call(transformer, tree, file)));
      const result = await inTime(plugin, work, limitMs);
      if (result === undefined || result === null || isTree(result)) return result ?? undefined;
      throw new PluginError(`Expected \`${plugin.name}\` to return a tree or nothing`);
    };
  };
}

type Callback = (error: Error | undefined, tree?: Node) => void;
type AnyTransformer = (tree: Node, file: VFile, next?: Callback) => unknown;

// unified hands a callback to a transformer that takes three parameters.
function call(transformer: AnyTransformer, tree: Node, file: VFile): unknown {
  if (transformer.length < 3) return transformer(tree, file);
  return new Promise((resolve, reject) => {
    transformer(tree, file, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

function attempt<Result>(plugin: Plugin, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw toPluginError(plugin, cause);
  }
}

async function inTime(plugin: Plugin, work: unknown, limitMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end within ${limitMs / 1000} seconds`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    throw toPluginError(plugin, cause);
  } finally {
    clearTimeout(timer);
  }
}

function toPluginError({ name }: Plugin, cause: unknown): PluginError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PluginError(`Expected \`${name}\` to do its work (${reason})`, { cause });
}

function isTransformer(value: unknown): value is AnyTransformer {
  return typeof value === "function";
}

function isTree(value: unknown): value is Node {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "root" &&
    "children" in value &&
    Array.isArray(value.children)
  );
}
