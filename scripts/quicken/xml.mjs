// Every name, value and text of XML looks for what has to be escaped in it by an expression that is
// often made anew, and by a function a character. `tests/write/quickened.test.ts` shows that it is
// written the same.

/** @import { Changes } from "./quicken.mjs" */

/** @type {Changes} */
export const xml = {
  // Few elements have many names.
  "xast-util-to-xml/lib/name.js": [
    {
      find: "export function name(value) {\n  return escape(value, subset)\n}",
      put: `const written = new Map()

export function name(value) {
  const known = written.get(value)
  if (known !== undefined) return known
  const result = escape(value, subset)
  written.set(value, result)
  return result
}`,
    },
  ],
  // The expression of a list is kept for that very list.
  "xast-util-to-xml/lib/value.js": [
    {
      find: "export function value(",
      put: `const inDoubleQuotes = ['<', '&', '"']\n\nexport function value(`,
    },
    {
      find: "['<', '&', quote]",
      put: `quote === '"' ? inDoubleQuotes : ['<', '&', quote]`,
    },
  ],
  "stringify-entities/lib/util/format-basic.js": [
    {
      find: "export function formatBasic",
      put: "const references = new Map()\n\nexport function formatBasic",
    },
    {
      find: "  return '&#x' + code.toString(16).toUpperCase() + ';'",
      put: `  const known = references.get(code)
  if (known !== undefined) return known
  const result = '&#x' + code.toString(16).toUpperCase() + ';'
  references.set(code, result)
  return result`,
    },
  ],
};
