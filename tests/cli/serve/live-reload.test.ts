import { expect, test } from "vitest";
import { isKnownHost } from "../../../src/cli/serve/known-host.ts";
import { addReloadScript } from "../../../src/cli/serve/live-reload.ts";

const script = '<script type="module" src="/.feedwright/reload.js"></script>';

test.each([
  ["<body><p>A</p></body></html>", `<body><p>A</p>${script}</body></html>`],
  ["<BODY>A</BODY >", `<BODY>A${script}</BODY >`],
  ["<pre></body></pre>A</body>", `<pre></body></pre>A${script}</body>`],
  ["<p>no end", `<p>no end${script}`],
  ["<pre>&lt;/body> İ</pre></body>", `<pre>&lt;/body> İ</pre>${script}</body>`],
  ["", script],
])("%s", (html, expected) => {
  expect(addReloadScript(html)).toBe(expected);
});

test.each([undefined, "", " ", "[", "a/b@localhost.evil.example"])("no name: %s", (header) => {
  expect(isKnownHost(header, "127.0.0.1")).toBe(false);
});
