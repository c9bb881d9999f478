import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { eachElement } from "../walk.ts";
import { classesOf, type FinishingStep, isBlank, replaceElements, textProperty } from "./step.ts";

/** Takes out what a page hides by a class, a style or an attribute that readers drop. */
export const hidden: FinishingStep = (tree) => {
  replaceElements(tree, (element) => {
    if (Object.keys(element.properties).length === 0) return undefined;
    const isByClass = classesOf(element).some((name) => hidingClasses.test(name));
    const style = textProperty(element, "style") ?? "";
    const isByStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
    const isFootnotes = "dataFootnotes" in element.properties;
    const isHidden = isByClass || isByStyle || isTrue(element.properties["hidden"]);
    return isHidden && !isFootnotes ? [] : undefined;
  });
};

const hidingClasses =
  /^(?:sr-only|visually-hidden|visuallyhidden|screen-reader-(?:text|only)|hidden|is-hidden|d-none)$/;

function isTrue(value: Element["properties"][string]): boolean {
  return value !== undefined && value !== null && value !== false;
}

/**
 * GitHub's alerts (`> [!NOTE]`) begin with a bold word.
 * https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export const alerts: FinishingStep = (tree) => {
  eachElement(tree, (quote) => {
    if (quote.tagName !== "blockquote") return;
    const first = quote.children.find((child) => child.type === "element");
    const text = first?.type === "element" ? first.children[0] : undefined;
    if (first?.type !== "element" || text?.type !== "text") return;
    const mark = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.exec(text.value);
    if (!mark) return;
    const word = mark[1] ?? "";
    text.value = text.value.slice(mark[0].length);
    const title = h("p", h("strong", word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()));
    const rest = text.value === "" && first.children.length === 1 ? [] : [first];
    quote.children.splice(
      quote.children.indexOf(first),
      1,
      title,
      { type: "text", value: "\n" },
      ...rest,
    );
  });
};

/** Check boxes of task lists become ballot boxes: readers drop inputs. */
export const taskLists: FinishingStep = (tree) => {
  replaceElements(tree, ({ tagName, properties }) => {
    if (tagName !== "input") return undefined;
    if (properties["type"] !== "checkbox") return [];
    const isChecked = properties["checked"] !== undefined && properties["checked"] !== false;
    return [{ type: "text", value: isChecked ? "☑" : "☐" }];
  });
};

/**
 * What opens and closes reads well where a reader drops the elements and keeps their text: the
 * summary is a bold line, and what follows it a block.
 */
export const details: FinishingStep = (tree) => {
  eachElement(tree, (element) => {
    if (element.tagName !== "details") return;
    element.children = wrapRuns(element.children.map(emphasize));
  });
};

function emphasize(child: ElementContent): ElementContent {
  if (child.type !== "element" || child.tagName !== "summary") return child;
  const [only, ...more] = child.children.filter((one) => !isBlank(one));
  const isBold =
    more.length === 0 && only?.type === "element" && /^(?:strong|b|h[1-6])$/.test(only.tagName);
  return isBold ? child : { ...child, children: [h("strong", child.children)] };
}

/** Puts runs of text and inline elements into paragraphs. */
function wrapRuns(children: readonly ElementContent[]): ElementContent[] {
  const wrapped: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    if (run.some((one) => !isBlank(one))) wrapped.push(h("p", run));
    else wrapped.push(...run);
    run = [];
  };
  for (const child of children) {
    if (isBlock(child)) {
      close();
      wrapped.push(child);
    } else run.push(child);
  }
  close();
  return wrapped;
}

// https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3
const blocks =
  /^(?:address|article|aside|blockquote|center|details|dialog|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|li|listing|main|menu|nav|ol|p|plaintext|pre|search|section|summary|table|ul|xmp)$/;

// Raw HTML may put a block into what is no block: `<b><blockquote>`.
function isBlock(node: ElementContent): boolean {
  return node.type === "element" && (blocks.test(node.tagName) || node.children.some(isBlock));
}
