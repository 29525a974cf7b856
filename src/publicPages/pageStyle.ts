/** Of the public pages. */
export const pageStyle = `
:root { --ink: #18202e; --soft: #5a6578; --line: #e1e6ef; --edge: #858fa1; --paper: #fff; --panel: #f6f8fc; --accent: #2463d8; --on-accent: #fff; --star: #b7791f }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf4; --soft: #a0abbe; --line: #2b3342; --edge: #5f6b80; --paper: #11151d; --panel: #1a202c; --accent: #86b4ff; --on-accent: #0b1220; --star: #f1c05d } }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
:is(a, button, input, select, summary):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px }
.top { display: flex; gap: 1rem; align-items: center; justify-content: space-between; max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem }
.top nav { display: flex; gap: 1.1rem; font-size: 0.95rem } .brand { display: flex; gap: 0.5rem; align-items: center; font-weight: 700; font-size: 1.15rem; color: var(--ink) }
main { max-width: 72rem; margin: 0 auto; padding: 0.5rem 1.25rem 5rem }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.2; margin: 0.75rem 0; overflow-wrap: anywhere } h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem }
.soft { color: var(--soft) } .star { color: var(--star) }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: 10px; padding: 0.55rem 0.8rem; min-height: 44px } ::placeholder { color: var(--soft); opacity: 1 }
button, .button { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; cursor: pointer }
.button { display: inline-block; border-radius: 12px; padding: 0.75rem 1.4rem } .button:hover { text-decoration: none; filter: brightness(1.07) }
.search { display: flex; gap: 0.6rem; margin: 0.75rem 0 1.25rem } .search input { flex: 1; min-width: 0 }
.catalogue [role=status] { margin-top: 0 } .catalogue { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem }
.choices label { display: block; margin: 0 0 0.9rem; font-size: 0.9rem; color: var(--soft) } .choices :is(select, input) { display: block; width: 100%; margin-top: 0.2rem; color: var(--ink) } .choices button { width: 100% } .clear { display: block; padding: 0.8rem 0 0.2rem; font-size: 0.9rem; text-align: center }
.filters summary { display: flex; gap: 0.6rem; align-items: center; min-height: 44px; padding: 0.55rem 1rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--panel); font-weight: 600; cursor: pointer; list-style: none } .filters summary::-webkit-details-marker { display: none } .set { font-size: 0.9rem; font-weight: 400; color: var(--soft) }
.filters summary::after { content: ''; flex: none; width: 0.55rem; height: 0.55rem; margin: -0.25rem 0.2rem 0 auto; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg) } .filters[open] summary::after { margin-top: 0.25rem; transform: rotate(225deg) } .filters[open] .choices { padding-top: 0.9rem }
@media (min-width: 50.01rem) { @supports selector(::details-content) { .filters summary { display: none } .filters::details-content { content-visibility: visible } .filters[open] .choices { padding-top: 0 } } }
.cards { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.1rem }
.card { display: flex; flex-direction: column; height: 100%; border: 1px solid var(--line); border-radius: 16px; overflow: hidden; background: var(--panel); color: var(--ink) }
.card:hover { text-decoration: none; border-color: var(--accent) } .card img, .card .blank { width: 100%; aspect-ratio: 16 / 9; object-fit: cover }
.blank { display: grid; place-items: center; font-size: 2.6rem; font-weight: 700; color: var(--on-accent); background: linear-gradient(135deg, var(--accent), #7c5cff) }
.card .text { display: flex; flex-direction: column; flex: 1; gap: 0.35rem; padding: 0.9rem 1rem 1rem } .card h2 { margin: 0; font-size: 1.05rem; line-height: 1.35; overflow-wrap: anywhere }
.card p { margin: 0; font-size: 0.92rem; color: var(--soft); display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere } .facts { display: flex; flex-wrap: wrap; gap: 0.3rem 0.9rem; margin-top: auto; font-size: 0.88rem; color: var(--soft) } .price { font-weight: 600; color: var(--ink) }
.note { margin: 0 0 1rem; padding: 0.8rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--star); border-radius: 10px; background: var(--panel); overflow-wrap: anywhere } .note p { margin: 0; font-weight: 600 } .note ul { margin: 0.3rem 0 0; padding-left: 1.2rem }
.pages { display: flex; gap: 1rem; justify-content: center; align-items: center; margin-top: 2rem } .empty { padding: 3rem 1rem; text-align: center; border: 1px dashed var(--line); border-radius: 16px }
.hero { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 2rem; align-items: start } .hero img, .hero .blank { width: 100%; aspect-ratio: 4 / 3; border-radius: 18px; object-fit: cover }
.about { white-space: pre-line; overflow-wrap: anywhere; font-size: 1.05rem } .tags { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.75rem 0; padding: 0; list-style: none } .tags li { border: 1px solid var(--line); border-radius: 99px; padding: 0.1rem 0.7rem; font-size: 0.85rem }
.outline { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 14px; overflow: hidden } .outline li { display: flex; gap: 0.8rem; padding: 0.65rem 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere } .outline li:first-child { border-top: 0 } .outline .kind { margin-left: auto; flex: none; color: var(--soft); font-size: 0.88rem } .outline .place { color: var(--soft); min-width: 1.6rem }
section + section { margin-top: 0.8rem } section + section.plain { margin-top: 1.8rem } h3 { font-size: 1rem; margin: 1.3rem 0 0.4rem }
@media (max-width: 50rem) { .catalogue, .hero { grid-template-columns: minmax(0, 1fr) } .hero > :last-child { order: -1 } .choices { display: grid; grid-template-columns: 1fr 1fr; gap: 0 0.8rem; align-items: end } .choices :is(button, .clear) { grid-column: 1 / -1 } .catalogue { gap: 1rem } .cards { grid-template-columns: minmax(0, 1fr) } .top nav { gap: 0.8rem } }
`
