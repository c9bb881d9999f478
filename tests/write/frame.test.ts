import { expect, test } from "vitest";
import { entryMarker, splitAtEntries } from "../../src/write/frame.ts";
import { element, withChildren, writeDocument } from "../../src/write/xml.ts";

const document = writeDocument(
  withChildren(element("feed", {}), [element("title", {}, "<!--entries-->"), entryMarker]),
);

test.each([
  { when: "none", entries: [], lines: [] },
  { when: "one", entries: ["  <entry/>\n"], lines: ["  <entry/>"] },
  { when: "two", entries: ["  <a/>\n", "  <b/>\n"], lines: ["  <a/>", "  <b/>"] },
  {
    when: "one with the marker's text",
    entries: ["  $&<!--entries-->\n"],
    lines: ["  $&<!--entries-->"],
  },
])(
  "has room for entries where the marker stood, and takes its line away: $when",
  ({ entries, lines }) => {
    const { head, tail } = splitAtEntries(document);
    expect([head, ...entries, tail].join("")).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<feed>",
        "  <title>&#x3C;!--entries--></title>",
        ...lines,
        "</feed>",
        "",
      ].join("\n"),
    );
  },
);
