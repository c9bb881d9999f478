// `tests/markdown/quickened-html.test.ts` shows that it is written the same.

/** @import { Changes } from "./quicken.mjs" */

/** @type {Changes} */
export const html = {
  // Most texts have neither of the two.
  "hast-util-to-html/lib/handle/text.js": [
    {
      find: "    : stringifyEntities(",
      put: "    : !/[<&]/.test(node.value) ? node.value : stringifyEntities(",
    },
  ],
};
