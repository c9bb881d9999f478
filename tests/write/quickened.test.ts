import { expect, test } from "vitest";
import type { Element } from "xast";
import * as plain from "../../src/write/xml.ts";
import { anyText } from "../support/any-text.ts";
import { importQuickened, xml } from "../support/bundle-quickened.ts";
import { fc } from "../support/fast-check.ts";

const quickened = await importQuickened<typeof plain>("src/write/xml.ts", xml);

const texts = anyText("&", "<", ">", '"', "'", "]]>", "&amp;", "&#x26;", " ");
const names = fc.constantFrom("a", "dc:creator", "link", "uri", "a b", "a&b", "toString");

const { element } = fc.letrec<{ element: Element; text: Element["children"][number] }>((tie) => ({
  text: texts.map((value) => ({ type: "text", value })),
  element: fc.record({
    type: fc.constant("element"),
    name: names,
    attributes: fc.dictionary(names, texts, { maxKeys: 3 }),
    children: fc.array(fc.oneof({ depthSize: "small" }, tie("text"), tie("element")), {
      maxLength: 4,
    }),
  }),
}));

test("quickened, XML is written as the serialiser does by itself", () => {
  const property = fc.property(element, (node) => {
    expect(quickened.writeElement(node, 1)).toBe(plain.writeElement(node, 1));
    expect(quickened.writeDocument(node)).toBe(plain.writeDocument(node));
  });
  fc.assert(property, { numRuns: 2000 });
});
