import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Digest of several things, each of which JSON can say. */
export function printOf(...parts: readonly unknown[]): string {
  return hash("sha256", JSON.stringify(parts), "base64url");
}

/** Whether JSON says all of a value: no program, pattern, date or number beyond its own is in it. */
export function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return plainTypes.has(typeof value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isTable = prototype === Object.prototype || prototype === null;
  const isNamed = Object.getOwnPropertySymbols(value).length === 0;
  return isTable && isNamed && Object.values(value).every(isPlain);
}

// Null is an object.
const plainTypes: ReadonlySet<string> = new Set(["string", "boolean", "undefined", "object"]);

/**
 * Fingerprint of the programs at work: feedwright's own, as it stands on the disk, what it was
 * installed with, and Node with its tables of languages, zones and characters. Not their versions
 * alone: who works on feedwright changes it without one.
 */
export function printPrograms(): string {
  const { node, icu = "", unicode = "", tz = "" } = process.versions;
  const digest = createHash("sha256").update(JSON.stringify([node, icu, unicode, tz]));
  for (const path of programFiles(root).toSorted()) digest.update(printFile(path));
  return digest.update(readList(root)).digest("base64url");
}

// The bundler names files after a digest of their bytes. Whoever patches what is installed changes
// a size.
function printFile(path: string): string | Uint8Array {
  const isNamedAfterBytes = isBundled && /-[\w-]{8}\.js$/.test(path);
  return isNamedAfterBytes ? `${basename(path)} ${statSync(path).size}\n` : readFileSync(path);
}

// Beside this module stand the others, or it is one file with them.
const isBundled = basename(import.meta.dirname) === "bundle";
const root = isBundled ? import.meta.dirname : dirname(import.meta.dirname);

function programFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((child) => {
    const path = join(folder, child.name);
    if (child.isDirectory()) return child.name === "bundle" ? [] : programFiles(path);
    return /\.[jt]s$/.test(child.name) && !child.name.endsWith(".d.ts") ? [path] : [];
  });
}

// What npm installed, transitive packages too. The bundled command has them in it.
function readList(folder: string): string {
  try {
    return readFileSync(join(folder, "..", "node_modules", ".package-lock.json"), "utf8");
  } catch {
    return "";
  }
}
