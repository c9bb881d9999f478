import { expect, test } from "vitest";
import { childrenNamed, childText, descendants, parseXml } from "./xml-tree.ts";

test("names are resolved, text is decoded, raw text is kept", () => {
  const document = parseXml(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<a xmlns:b="urn:b"><b:c d="1" b:e="2">x&#x26;<![CDATA[<y>]]>😀</b:c ><f/></a>`,
  );
  if (!("root" in document)) throw new Error(document.problem);
  const [child] = childrenNamed(document.root, "{urn:b}c");
  expect(child).toMatchObject({
    label: "b:c",
    text: "x&<y>😀",
    raw: "x&#x26;<![CDATA[<y>]]>😀",
  });
  expect(child?.attributes.get("d")).toBe("1");
  expect(child?.attributes.get("{urn:b}e")).toBe("2");
  expect(childText(document.root, "f")).toBe("");
  expect(childText(document.root, "g")).toBeUndefined();
  expect(descendants(document.root).map(({ label }) => label)).toEqual(["a", "b:c", "f"]);
});

test.each([
  ["a forbidden character", "<a>\u0001</a>", "1:4: disallowed character."],
  ["a reference to one", "<a>&#x1;</a>", "1:8: malformed character entity."],
  ["half a surrogate pair", "<a>\uD800</a>", "half a surrogate pair"],
  ["an HTML entity", "<a>&nbsp;</a>", "1:9: undefined entity."],
  ["an unbound prefix", "<b:a/>", '1:6: unbound namespace prefix: "b".'],
  ["a tag left open", "<a>", "1:3: unclosed tag: a"],
  [
    "another encoding",
    '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
    "the declared encoding is ISO-8859-1",
  ],
])("%s is not well-formed", (_, xml, reason) => {
  expect(parseXml(xml)).toEqual({ problem: `not well-formed: ${reason}` });
});
