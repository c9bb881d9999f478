import type { Element, ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { InlineMath, Math as MathBlock } from "mdast-util-math";
import type { Handlers } from "mdast-util-to-hast";

// It takes twenty milliseconds to load, and few sites have math.
let toMathMlText: typeof import("temml").default.renderToString | undefined;

/** Whether math can be written. */
export function isMathLoaded(): boolean {
  return toMathMlText !== undefined;
}

/** Loads what writes math, before the first of it is written. */
export async function loadMath(): Promise<void> {
  toMathMlText = (await import("temml")).default.renderToString;
}

/**
 * Math as MathML and nothing else, which readers show without a stylesheet. TeX that cannot be read
 * stays as code.
 */
export const mathHandlers: Handlers = {
  math: (_state, node: MathBlock) => toMathMl(node.value, true),
  inlineMath: (_state, node: InlineMath) => toMathMl(node.value, false),
};

function toMathMl(tex: string, displayMode: boolean): ElementContent {
  if (!toMathMlText) throw new TypeError("Expected math to be loaded");
  try {
    const mathMl = toMathMlText(tex, { displayMode, throwOnError: true, annotate: false });
    const [math] = fromHtml(mathMl, { fragment: true }).children;
    if (math?.type === "element")
      return place({ ...math, properties: { ...math.properties, alttext: tex } }, displayMode);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  const code = element("code", [{ type: "text", value: tex }]);
  return displayMode ? element("pre", [code]) : code;
}

// The TeX goes along (https://www.w3.org/TR/MathML3/chapter2.html#interf.toplevel): it is what the
// Markdown that feeds carry says.
function place(math: Element, isBlock: boolean): Element {
  if (!isBlock) return math;
  return element("p", [{ ...math, properties: { ...math.properties, display: "block" } }]);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}
