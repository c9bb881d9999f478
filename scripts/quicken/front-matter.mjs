// `tests/front-matter/quickened.test.ts` shows that it reads the same.

/** @import { Changes } from "./quicken.mjs" */

/** @type {Changes} */
export const frontMatter = {
  // A copy of the text in bytes, which nobody asks for.
  "gray-matter/lib/to-file.js": [
    { find: "  utils.define(file, 'orig', utils.toBuffer(file.content));\n", put: "" },
  ],
  // Nobody goes through a file's properties.
  "gray-matter/lib/utils.js": [
    {
      find: `  Reflect.defineProperty(obj, key, {
    enumerable: false,
    configurable: true,
    writable: true,
    value: val
  });
`,
      put: "  obj[key] = val;\n",
    },
  ],
};
