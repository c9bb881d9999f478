/** @typedef {{ readonly find: string, readonly put: string }} Change */

/**
 * What is written otherwise in packages, by the path of a file below `node_modules`.
 *
 * @typedef {Readonly<Record<string, readonly Change[]>>} Changes
 */

/**
 * A plugin for the bundler that writes places of packages otherwise, so that they do the same in less
 * time.
 *
 * @param {Changes} changes
 * @throws where a package is another than the one that the changes were made for
 */
export function quicken(changes) {
  const missing = new Set(Object.keys(changes));
  return {
    name: "quicken",
    /** @param {string} code @param {string} id */
    transform(code, id) {
      const path = id.replaceAll("\\", "/").replace(/^.*\/node_modules\//, "");
      missing.delete(path);
      return changes[path]?.reduce((text, change) => replaceOnce(text, { ...change, path }), code);
    },
    /** @param {Error} [error] */
    buildEnd(error) {
      if (error || missing.size === 0) return;
      throw new Error(`Expected ${[...missing].join(", ")} in the bundle`);
    },
  };
}

/**
 * @param {string} text
 * @param {Change & { readonly path: string }} change
 */
function replaceOnce(text, { find, put, path }) {
  const parts = text.split(find);
  if (parts.length === 2) return parts.join(put);
  throw new Error(`Expected \`${find}\` once, not ${parts.length - 1} times, in ${path}`);
}
