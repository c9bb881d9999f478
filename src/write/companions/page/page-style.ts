/** The page's own style: it asks for nothing from elsewhere, neither fonts nor pictures. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #22201d; --quiet: #5f5a53; --line: #dcd7cf; --link: #9a3412; --card: #f5f1ea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191817; --ink: #ece8e1; --quiet: #aaa398; --line: #3a3733; --link: #fdba74; --card: #232120;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 42rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.65 system-ui, sans-serif; overflow-wrap: anywhere;
}
:lang(ko) { word-break: keep-all; }
h1 { margin: 0 0 .5rem; font-size: 1.9rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
ul, ol { margin: 0; padding: 0; list-style: none; }
.quiet { color: var(--quiet); }
.feeds li {
  display: grid; grid-template-columns: 5.5rem 1fr auto; gap: .25rem .75rem; align-items: center;
  padding: .75rem; border: 1px solid var(--line); background: var(--card);
}
.feeds li + li { border-block-start: 0; }
.feeds code { justify-self: start; text-align: left; font: .875rem/1.5 ui-monospace, monospace; }
button {
  min-height: 2.25rem; padding: 0 .9rem; border: 1px solid var(--quiet); border-radius: .3rem;
  background: var(--paper); color: inherit; font: inherit; cursor: pointer;
}
button[hidden] { display: none; }
.row { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; }
.row a { display: inline-block; padding: .2rem 0; }
.articles li { padding: 1rem 0; border-block-end: 1px solid var(--line); }
.articles a { font-size: 1.1rem; font-weight: 600; }
.articles time { display: block; color: var(--quiet); font-size: .875rem; }
.groups li { padding: .25rem 0; }
@media (max-width: 30rem) {
  .feeds li { grid-template-columns: 1fr auto; }
  .feeds li code { grid-row: 2; grid-column: 1 / -1; }
}
`;
