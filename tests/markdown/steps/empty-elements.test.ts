import { expect, test } from "vitest";
import { removeEmptyElements } from "../../../src/markdown/steps/empty-elements.ts";
import { stepped } from "../../support/rendered.ts";

test.each([
  { when: "a paragraph", before: "<p></p>a<p> </p>", after: "a " },
  { when: "elements in it", before: "<div><p><b></b></p><!--x--></div>a", after: "a" },
  { when: "between words", before: "a<i> </i>b", after: "a b" },
  { when: "a link to nowhere", before: "a <a>b <i>c</i></a>", after: "a b <i>c</i>" },
  { when: "a link without text", before: 'a<a href="/b"></a>', after: "a" },
  { when: "an id", before: '<p id="a"></p><a id="b"></a>', after: '<p id="a"></p><a id="b"></a>' },
  { when: "a picture", before: '<p><img src="a"></p>', after: '<p><img src="a"></p>' },
  {
    when: "cells",
    before: "<table><tbody><tr><td></td><th></th></tr></tbody></table>",
    after: "<table><tbody><tr><td></td><th></th></tr></tbody></table>",
  },
  { when: "lines", before: "<p>a<br>b<wbr></p><hr>", after: "<p>a<br>b<wbr></p><hr>" },
  {
    when: "a formula",
    before: "<p><math><mspace></mspace></math></p>",
    after: "<p><math><mspace></mspace></math></p>",
  },
  {
    when: "what only the user's schema knows",
    before: '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
    after: '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
  },
])("takes out elements with nothing to see, and only those: $when", ({ before, after }) => {
  expect(stepped(removeEmptyElements, before)).toEqual({ html: after, messages: [] });
});
