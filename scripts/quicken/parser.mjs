// The parser goes through a text one character at a time, four times over, and makes a new object for
// each thing it finds. These few places of it take most of the time of a build; written otherwise they
// make the same tree in half of it. `tests/markdown/quickened.test.ts` holds both trees together.

/** @import { Changes } from "./quicken.mjs" */

// What the preprocessor passes on as one string holds no end of a line.
// https://github.com/micromark/micromark/blob/main/packages/micromark/dev/lib/preprocess.js
const moves = `  function consumeString(code) {
    if (point._bufferIndex < 0) return consume(code);
    moveTo(chunks[point._index].length);
  }

  function consumeUntil(code, constructs) {
    if (point._bufferIndex < 0) return consume(code);
    const chunk = chunks[point._index];
    let end = point._bufferIndex + 1;
    while (end < chunk.length && constructs[chunk.charCodeAt(end)] === undefined) end++;
    moveTo(end);
  }

  function moveTo(end) {
    const chunk = chunks[point._index];
    const size = end - point._bufferIndex;
    point.column += size;
    point.offset += size;
    point._bufferIndex = end;
    if (end === chunk.length) {
      point._bufferIndex = -1;
      point._index++;
    }
    context.previous = chunk.charCodeAt(end - 1);
    consumed = true;
  }

`;

/** @type {Changes} */
export const parser = {
  "micromark/lib/create-tokenizer.js": [
    { find: "    consume,\n", put: "    consume,\n    consumeString,\n    consumeUntil,\n" },
    {
      find: "  /** @type {Effects['enter']} */\n",
      put: `${moves}  /** @type {Effects['enter']} */\n`,
    },
    // Mostly there is but one of the two lists.
    {
      find: "          const list = [\n",
      put: "          const list = all === undefined && Array.isArray(left) ? left : [\n",
    },
  ],
  // What is put at the end needs no list of arguments.
  "micromark-util-chunked/index.js": [
    {
      find: "  remove = remove > 0 ? remove : 0;\n",
      put: `  remove = remove > 0 ? remove : 0;
  if (start + remove >= end) {
    list.length = start;
    for (const item of items) list.push(item);
    return;
  }
`,
    },
  ],
  // Three times a line is read for nothing but its end.
  "micromark/lib/initialize/document.js": [
    {
      find: "effects.consume(code);\n    return flowContinue;",
      put: "effects.consumeString(code);\n    return flowContinue;",
    },
  ],
  "micromark-core-commonmark/lib/content.js": [
    {
      find: "effects.consume(code);\n    return chunkInside;",
      put: "effects.consumeString(code);\n    return chunkInside;",
    },
  ],
  "micromark/lib/initialize/content.js": [
    {
      find: "effects.consume(code);\n    return data;",
      put: "effects.consumeString(code);\n    return data;",
    },
  ],
  // And then for what may begin something.
  "micromark/lib/initialize/text.js": [
    {
      find: '      effects.enter("data");\n      effects.consume(code);',
      put: '      effects.enter("data");\n      effects.consumeUntil(code, constructs);',
    },
    {
      find: "      // Data.\n      effects.consume(code);",
      put: "      effects.consumeUntil(code, constructs);",
    },
  ],
  // An object of numbers far apart is slow to ask.
  "micromark-util-subtokenize/index.js": [
    { find: "const jumps = {};", put: "const jumps = new Map();" },
    { find: "while (index in jumps)", put: "while (jumps.has(index))" },
    {
      find: "      index = jumps[index];\n    }\n    event",
      put: "      index = jumps.get(index);\n    }\n    event",
    },
    {
      find: "Object.assign(jumps, subcontent(events, index));\n        index = jumps[index];",
      put: "subcontent(events, index, jumps);\n        index = jumps.get(index);",
    },
    {
      find: "function subcontent(events, eventIndex)",
      put: "function subcontent(events, eventIndex, gaps)",
    },
    { find: "  /** @type {Record<string, number>} */\n  const gaps = {};\n", put: "" },
    {
      find: "gaps[adjust + jumps[index][0]] = adjust + jumps[index][1];",
      put: "gaps.set(adjust + jumps[index][0], adjust + jumps[index][1]);",
    },
    { find: "  return gaps;\n", put: "" },
  ],
  // One copy of the context for each of thousands of events differs in one member.
  "mdast-util-from-markdown/lib/index.js": [
    {
      find: "handler[events[index][1].type].call({\n          ...context,\n          sliceSerialize: events[index][2].sliceSerialize\n        }, events[index][1]);",
      put: "context.sliceSerialize = events[index][2].sliceSerialize;\n        handler[events[index][1].type].call(context, events[index][1]);",
    },
  ],
};
