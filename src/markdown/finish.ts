import type { Root as HastRoot, Nodes } from "hast";
import { raw } from "hast-util-raw";
import { type Schema, sanitize } from "hast-util-sanitize";
import type { Root, RootContent } from "mdast";
import { toHast } from "mdast-util-to-hast";
import type { Context } from "./context.ts";
import { toHtmlText } from "./html-text.ts";
import { mathHandlers } from "./math.ts";
import { isSettled, joinTexts } from "./settled.ts";
import { absoluteAddresses } from "./steps/absolute-addresses.ts";
import { code } from "./steps/code.ts";
import { embeds } from "./steps/embeds.ts";
import { removeEmptyElements } from "./steps/empty-elements.ts";
import { footnotes, toBackMark } from "./steps/footnotes.ts";
import { headingAnchors, headingIds, leadingHeading } from "./steps/headings.ts";
import { captions, images, lazyImages } from "./steps/images.ts";
import { media } from "./steps/media.ts";
import { alerts, details, hidden, taskLists } from "./steps/plain-forms.ts";
import type { FinishingStep } from "./steps/step.ts";
import { toHastTree } from "./to-hast.ts";

/**
 * The finishing steps, in their order: what links look for is settled while they are still
 * relative, then addresses, then what is made of them. Sanitising follows.
 */
const steps: readonly FinishingStep[] = [
  cleanText,
  hidden,
  headingAnchors,
  headingIds,
  footnotes,
  lazyImages,
  absoluteAddresses,
  embeds,
  media,
  images,
  code,
  taskLists,
  alerts,
];

/** What can only be seen once nothing superfluous stands around it. */
const lastSteps: readonly FinishingStep[] = [
  removeEmptyElements,
  details,
  captions,
  leadingHeading,
];

// Before anything asks whether there is text.
function cleanText(tree: HastRoot, { body }: Context): void {
  const clean = (node: Nodes) => {
    if (node.type === "text") node.value = toHtmlText(node.value, body);
    else if ("children" in node) node.children.forEach(clean);
  };
  clean(tree);
}

/** mdast → hast, raw HTML parsed: what the user's rehype plugins get. */
export function toHtmlTree(root: Root, { article, settings }: Context): HastRoot {
  // What plugins leave may be no parser's tree.
  const convert = settings.remarkPlugins.length === 0 ? toHastTree : toHast;
  const hast = convert(root, {
    allowDangerousHtml: true,
    // The ids must be those that the links name.
    clobberPrefix: "",
    footnoteBackContent: toBackMark,
    handlers: mathHandlers,
  });
  return toRoot(hasRawHtml(root) ? raw(hast, { file: article.file }) : hast);
}

/** Makes a tree right for readers. */
export function finish(tree: HastRoot, context: Context, schema: Schema): HastRoot {
  for (const step of steps) step(tree, context);
  const finished = renest(tree, schema);
  for (const step of lastSteps) step(finished, context);
  return finished;
}

// Where sanitising takes an element away around others, those may stand as no HTML has them: a
// paragraph in a paragraph, a link in a link. Parsing puts them right.
function renest(tree: HastRoot, schema: Schema): HastRoot {
  const clean = toRoot(sanitize(tree, schema));
  joinTexts(clean);
  return isSettled(clean) ? clean : toRoot(raw(clean));
}

function hasRawHtml(node: Root | RootContent): boolean {
  return node.type === "html" || ("children" in node && node.children.some(hasRawHtml));
}

function toRoot(tree: Nodes): HastRoot {
  if (tree.type === "root") return tree;
  return { type: "root", children: tree.type === "doctype" ? [] : [tree] };
}
