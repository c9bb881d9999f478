/**
 * Finds a package as the config file would.
 *
 * By jiti: `require.resolve` finds no package that exports itself to `import` alone, and Node's
 * `import.meta.resolve` looks only from here.
 *
 * @param path the config file, absolute
 * @returns the address of its main file; undefined where it is not there
 */
export async function resolveFrom(name: string, path: string): Promise<string | undefined> {
  const { createJiti } = await import("jiti");
  return createJiti(path, { fsCache: false }).esmResolve(name, { try: true });
}
