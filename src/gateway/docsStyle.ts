/** Of the page that shows the API's document. */
export const docsStyle = `
:root { --ink: #1d2433; --soft: #5b6577; --line: #e2e6ee; --paper: #fff; --panel: #f6f8fb; --accent: #2463d8; --get: #16794c; --post: #2463d8; --put: #a15c00; --delete: #c02b2b }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf2; --soft: #9aa5b8; --line: #2a3140; --paper: #12161e; --panel: #191f2a; --accent: #7fb0ff; --get: #5fd39b; --post: #7fb0ff; --put: #f0b45c; --delete: #ff8a8a } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 1rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--accent); text-decoration: none } a:hover, p > a { text-decoration: underline }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere }
.page { display: grid; grid-template-columns: 20rem minmax(0, 1fr); max-width: 86rem; margin: 0 auto }
nav { position: sticky; top: 0; align-self: start; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); font-size: 0.9rem }
nav ul { list-style: none; margin: 0.25rem 0 1rem; padding: 0 } nav li { margin: 0.15rem 0 }
nav a { display: block; padding: 0.2rem 0.4rem; border-radius: 6px; color: var(--ink) } nav a:hover { background: var(--panel); text-decoration: none }
main { padding: 1.5rem 2rem 6rem; min-width: 0 }
h1 { margin: 0 0 0.5rem; font-size: 1.9rem } h2 { margin: 3rem 0 0.25rem; font-size: 1.4rem } h3 { margin: 0; font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere }
article { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--panel) }
.summary { margin: 0.35rem 0; font-weight: 500 } .open { display: inline-block; margin-left: 0.6rem; padding: 0.05rem 0.5rem; border: 1px solid var(--line); border-radius: 99px; font-size: 0.8rem; font-weight: 400; color: var(--soft) }
summary { cursor: pointer; color: var(--soft); font-size: 0.9rem; padding: 0.2rem 0 } nav summary { color: var(--ink); font-weight: 600 }
.method { font: 600 0.75rem ui-monospace, monospace } .get { color: var(--get) } .post { color: var(--post) } .put { color: var(--put) } .delete { color: var(--delete) }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem } th, td { padding: 0.4rem 0.5rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top } th { width: 13rem; font-weight: 500; overflow-wrap: anywhere }
td p { margin: 0.15rem 0 0; color: var(--soft) } .required { color: var(--delete); margin-left: 0.15rem } .choice + .choice { margin-top: 0.75rem; border-top: 2px dashed var(--line) }
@media (max-width: 52rem) { .page { display: block } nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line) } main { padding: 1rem } article { padding: 0.75rem } th { width: 8.5rem } }
`
