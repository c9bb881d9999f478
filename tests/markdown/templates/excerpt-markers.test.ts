import { describe, expect, test } from "vitest";
import { replaceMarkers } from "../../../src/markdown/templates/excerpt-markers.ts";
import { contextOf, rendered, replaced } from "../../support/rendered.ts";

describe("replaceMarkers", () => {
  test.each([
    { when: "on a line", marker: "<!--end-->", body: "a\n\n<!--end-->\n\nb", text: "a\n\n•\n\nb" },
    { when: "in a paragraph", marker: "---more---", body: "a ---more--- b", text: "a • b" },
    {
      when: "with characters of patterns",
      marker: "{/* truncate */}",
      body: "a\n\n  {/* truncate */}  \n\nb",
      text: "a\n\n  •  \n\nb",
    },
    {
      when: "with every such character",
      marker: "x.*+?^$()[]|\\/",
      body: "x.*+?^$()[]|\\/",
      text: "•",
    },
    {
      when: "on the first and the last line",
      marker: "#end",
      body: "#end\na\n#end",
      text: "•\na\n•",
    },
    {
      when: "before a carriage return",
      marker: "#end",
      body: "a\r\n#end\r\nb #end",
      text: "a\r\n•\r\nb #end",
    },
    {
      when: "as a word that comes again",
      marker: "more",
      body: "a more b more",
      text: "a • b more",
    },
    {
      when: "as a rule",
      marker: "---",
      body: "| a |\n|---|\n\n---\n\nb --- c",
      text: "| a |\n|---|\n\n•\n\nb --- c",
    },
    {
      when: "in code first",
      marker: "#end",
      body: "`#end`\n\n    #end\n\n```\n#end\n```\n\na #end",
      text: "`#end`\n\n    #end\n\n```\n#end\n```\n\na •",
    },
    {
      when: "over several lines",
      marker: "[[\nend\n]]",
      body: "a\n[[\nend\n]]\nb",
      text: "a\n•\n\n\nb",
    },
    { when: "nowhere", marker: "#end", body: "a # end", text: "a # end" },
  ])("replaces a marker $when", ({ marker, body, text }) => {
    const context = contextOf({}, { settings: { excerptMarkers: [marker] } });

    expect(replaced(replaceMarkers, body, context).text).toBe(
      text.replaceAll("•", "<!-- more -->"),
    );
  });

  test("knows several", () => {
    const context = contextOf({}, { settings: { excerptMarkers: ["#end", "{/*truncate*/}"] } });

    expect(replaceMarkers("a\n{/*truncate*/}\n#end", context)).toBe(
      "a\n<!-- more -->\n<!-- more -->",
    );
  });

  test("keeps the number of lines", () => {
    const context = contextOf({}, { settings: { excerptMarkers: ["a\nb", "c"] } });
    const body = "a\nb\n\nc\n x c y\n";

    expect(replaceMarkers(body, context).split("\n")).toHaveLength(body.split("\n").length);
  });
});

describe("an article with a marker of its site", () => {
  const settings = { excerptMarkers: ["---more---", "{/* truncate */}"] };

  test.each([
    "a *b*\n\nc\n\n---more---\n\nd",
    "a *b*\n\nc ---more--- d",
    "a *b*\n\n- c\n\n{/* truncate */}\n\nd",
    'import D from "d";\n\na *b* c\n\n{/* truncate */}\n\n<D />\n\nd',
  ])("has what comes before it for its summary: %j", async (body) => {
    const { summary, html } = await rendered(body, {}, { settings });

    expect(summary).toBe("a b c");
    expect(html).toContain("d");
    expect(html).not.toMatch(/more|truncate/);
  });

  test("shows it in code", async () => {
    const { html } = await rendered("a\n\n`---more---`\n", {}, { settings });

    expect(html).toContain("<code>---more---</code>");
  });

  test("tells messages by the author's lines", async () => {
    const { messages } = await rendered("a\n\n---more---\n\n{{ unknown }}", {}, { settings });

    expect(messages).toEqual([expect.stringMatching(/^5:/)]);
  });
});
