import type { Element, Nodes } from "hast";
import { toString as textOfNode } from "hast-util-to-string";
import { h } from "hastscript";
import { eachElement } from "../walk.ts";
import { classesOf, type FinishingStep, replaceElements, textProperty } from "./step.ts";

/**
 * Code is `<pre><code class="language-x">` with nothing but text in it: highlighters' spans, line
 * numbers and copy buttons mean nothing without a stylesheet.
 */
export const code: FinishingStep = (tree) => {
  replaceElements(tree, (element) => {
    if (isHighlighter(element)) return [toPlainCode(findPre(element) ?? element, element)];
    return element.tagName === "pre" ? [toPlainCode(element, element)] : undefined;
  });
  replaceElements(tree, (element, parent) => {
    if (element.tagName === "button") return [];
    const isBlock = parent.type === "element" && parent.tagName === "pre";
    if (element.tagName === "code" && !isBlock) delete element.properties["className"];
    return undefined;
  });
};

// Rouge, Pygments, Chroma and Shiki wrap a block; with line numbers it is a table.
function isHighlighter(element: Element): boolean {
  if (!["div", "figure", "table"].includes(element.tagName)) return false;
  const isNamed = classesOf(element).some((name) => {
    return /^(?:highlight|highlighter-|code-block|codehilite|highlighttable|rouge-|chroma|prism-code|expressive-code|sourceCode)/.test(
      name,
    );
  });
  return isNamed && findPre(element) !== undefined;
}

// With line numbers in a column of their own, the last block is the code.
function findPre(element: Element): Element | undefined {
  let found: Element | undefined;
  eachElement(element, (child) => {
    if (child.tagName !== "pre" || isLineNumbers(child)) return undefined;
    found = child;
    return "skip";
  });
  return found;
}

function toPlainCode(pre: Element, around: Element): Element {
  const language = findLanguage(pre) ?? findLanguage(around);
  const inner = findTag(pre, "code") ?? pre;
  const text = textOfNode(withoutTools(inner));
  return h(
    "pre",
    h("code", language === undefined ? {} : { className: `language-${language}` }, text),
  );
}

// A line of code in an element of its own may have no line break of its own.
function withoutTools<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = node.children.filter((child) => !isTool(child)).map(withoutTools);
  return { ...node, children };
}

function isTool(node: Nodes): boolean {
  return node.type === "element" && (node.tagName === "button" || isLineNumbers(node));
}

function isLineNumbers(element: Element): boolean {
  return (
    classesOf(element).some((name) =>
      /^(?:lineno|linenos|linenodiv|line-numbers?(?:-rows)?|gutter|ln|gl)$/.test(name),
    ) &&
    element.tagName !== "code" &&
    !hasCode(element)
  );
}

function hasCode(element: Element): boolean {
  return findTag(element, "code") !== undefined;
}

function findTag(element: Element, tagName: string): Element | undefined {
  let found: Element | undefined;
  eachElement(element, (child) => {
    if (child !== element && child.tagName === tagName) found ??= child;
  });
  return found;
}

function findLanguage(element: Element): string | undefined {
  const all: Element[] = [];
  eachElement(element, (child: Element) => {
    all.push(child);
  });
  const stated = all.map(
    (one) => textProperty(one, "dataLang") ?? textProperty(one, "dataLanguage"),
  );
  const classes = all.flatMap(classesOf).map((name) => {
    return /^(?:language-|lang-|highlight-source-|brush:)([\w+#.-]+)$/.exec(name)?.[1];
  });
  return [...classes, ...stated].find((name) => name !== undefined && /^[\w+#.-]+$/.test(name));
}
