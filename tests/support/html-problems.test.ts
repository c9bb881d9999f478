import { expect, test } from "vitest";
import { htmlProblems } from "./html-problems.ts";

const good = `<!-- <script> --><h2 id="user-content-a">5 < 6 &lt;script></h2>
<p><a href="https://example.org/?a=1&amp;b=2#c" title="a > b">link</a> <a href='mailto:a@b.example'>
mail</a> <em>relative href="/a"</em><br /><input type="checkbox" disabled checked></p>
<picture><source srcset="https://example.org/a,b.webp 2x, https://example.org/c.webp"></picture>
<img src="https://example.org/a.png" srcset="https://example.org/a.png 1x,https://example.org/b.png"
 alt="onclick style=x"><blockquote cite="https://example.org/">q</blockquote>
<video poster="https://example.org/p.jpg" src=https://example.org/v.mp4></video>
<pre><code>&lt;iframe src="/x"&gt;</code></pre>`;

test("safe HTML with absolute addresses has no problems", () => {
  expect(htmlProblems(good)).toEqual([]);
});

const relative = (place: string, address: string) => [
  `${place} is not an absolute address: ${address}`,
];

test.each([
  ['<a href="/a">', relative("<a href>", "/a")],
  ['<a href="">', relative("<a href>", "")],
  ["<a href>", relative("<a href>", "")],
  ["<A HREF='a.html'>", relative("<a href>", "a.html")],
  ["<a href=#a>", relative("<a href>", "#a")],
  ['<a href="//example.org/">', relative("<a href>", "//example.org/")],
  ['<a href="https:a">', relative("<a href>", "https:a")],
  ['<a title="a > b" href="?a">', relative("<a href>", "?a")],
  ['<img src="a.png">', relative("<img src>", "a.png")],
  ['<img srcset="https://e.example/a.png, b.png 2x">', relative("<img srcset>", "b.png")],
  ['<img srcset="a.png 1x,https://e.example/b.png 2x">', relative("<img srcset>", "a.png")],
  ['<video poster="p.jpg">', relative("<video poster>", "p.jpg")],
  ['<q cite="../c">', relative("<q cite>", "../c")],
  ['<a href="javascript:alert(1)">', ["javascript: address in <a href>"]],
  ['<a href=" JAVA&#x0A;script&colon;alert(1)">', ["javascript: address in <a href>"]],
  ['<a href="vbscript:x">', ["vbscript: address in <a href>"]],
  ['<img src="data:image/png;base64,AA==">', ["data: address in <img src>"]],
  ["<script>", ["<script> element"]],
  ["<SCRIPT>", ["<script> element"]],
  ['<iframe title="a">', ["<iframe> element"]],
  ["<object>", ["<object> element"]],
  ["<embed>", ["<embed> element"]],
  ["<form>", ["<form> element"]],
  ["<style>", ["<style> element"]],
  ["</style>", ["<style> element"]],
  ["<base>", ["<base> element"]],
  ["<meta>", ["<meta> element"]],
  ["<link>", ["<link> element"]],
  ['<p onclick="a()">', ["onclick attribute on <p>"]],
  ["<p/OnClick=a()>", ["onclick attribute on <p>"]],
  ['<p style="color: red">', ["style attribute on <p>"]],
  ['<p title="a>', ["a tag does not end"]],
  ["<p", ["a tag does not end"]],
])("%s", (html, problems) => {
  expect(htmlProblems(html)).toEqual(problems);
});
