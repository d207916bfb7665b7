/** The style of a report in HTML; it names no file and no address. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #66625b; --rule: #dcd7cc; --link: #1f4f82; --card: #f5f2ea; --target: #c2410c; --denial: #b3261e;
  --disputed: #f6c9c1; --corroborated: #bfe3c4; --record: #cfe0f5; --several: #f3e0ad; --one: #fbeecb; --press: #e3d5f0; --none: #e6e3dc;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1c; --ink: #e8e5df; --quiet: #a29d94; --rule: #3a3b3e; --link: #9cc3ee; --card: #222427; --target: #fb923c; --denial: #ff9d8f;
    --disputed: #6b2a22; --corroborated: #23512c; --record: #24405f; --several: #5c4a14; --one: #48401f; --press: #453359; --none: #3a3a3b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 80rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: break-word;
}
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.2; margin: 0 0 .4rem; max-width: 46rem; text-wrap: balance; }
h2 { font-size: 1.05rem; letter-spacing: .05em; text-transform: uppercase; margin: 0 0 1rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.08rem; line-height: 1.45; margin: 0 0 .5rem; }
h1, h2, h4, h5 { font-weight: 700; }
h3 { font-weight: 400; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, select:focus-visible, .scroll:focus-visible, .abreast:focus-visible { outline: 2px solid var(--target); outline-offset: 2px; border-radius: 2px; }
:target { outline: 2px solid var(--target); outline-offset: 2px; border-radius: 2px; }
section:target, article:target { outline: none; }
.facts, .quiet, .more, dt, .legend { color: var(--quiet); }
.facts, dt, .standing, .account, .label, .back, nav, .legend, .more, .quiet { font-family: system-ui, -apple-system, 'Segoe UI', sans-serif; font-size: .875rem; }
.facts { margin: 0 0 1rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; padding: 0; }
section { margin-top: 2.75rem; }
#filters { margin: 2.75rem 0 -1.5rem; }
.item { max-width: 52rem; margin: 0 0 1.6rem; }
#accounts .item { margin-bottom: .9rem; }
.side { font-size: .94rem; }
.standing { display: inline-block; margin: 0 0 .35rem; padding: .05rem .5rem; border-radius: .2rem; font-weight: 600; color: var(--ink); }
.standing::first-letter { text-transform: uppercase; }
.words { color: inherit; text-decoration-color: var(--rule); text-decoration-thickness: 1px; }
.words:hover, .words:focus-visible { text-decoration-color: currentcolor; }
.account { color: var(--quiet); text-decoration: none; white-space: nowrap; }
a.account:hover { text-decoration: underline; }
.label { display: inline-block; margin-right: .15rem; color: var(--quiet); font-weight: 600; }
dl { display: grid; grid-template-columns: minmax(6.5rem, max-content) 1fr; gap: .3rem 1rem; margin: 0; }
dt { grid-column: 1; padding-top: .1rem; max-width: 11rem; }
dd { grid-column: 2; margin: 0; min-width: 0; }
.row { display: contents; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li { margin: .2rem 0; }
.standing.disputed, mark.disputed { background: var(--disputed); }
.standing.corroborated, mark.corroborated { background: var(--corroborated); }
.standing.on-the-record, mark.on-the-record { background: var(--record); }
.standing.several-unnamed-sources, mark.several-unnamed-sources { background: var(--several); }
.standing.one-unnamed-source, mark.one-unnamed-source { background: var(--one); }
.standing.press-report-only, mark.press-report-only { background: var(--press); }
.standing.no-source-given, mark.no-source-given { background: var(--none); }
.claim, .told { --lit: transparent; }
.item.claim { box-shadow: -.75rem 0 0 -.5rem var(--lit); }
dl > .claim > dd { box-shadow: -.5rem 0 0 -.3rem var(--lit); }
.told { outline: 2px solid var(--lit); border-radius: .15em; }
.answer { text-decoration: underline dashed; text-decoration-color: var(--denial); text-decoration-thickness: 1px; text-underline-offset: .25em; }
mark { color: inherit; padding: .05em 0; border-radius: .15em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.no-source-given { background: none; border-bottom: 2px solid var(--none); }
.said { text-decoration: underline dotted; text-decoration-color: var(--quiet); text-underline-offset: .2em; }
mark.said, mark .said { text-decoration: none; }
.back { margin: 0 .1em 0 .2em; font-size: .7rem; vertical-align: super; line-height: 0; text-decoration: none; }
.legend mark, .legend .said { padding: .05rem .45rem; margin-right: .4rem; white-space: nowrap; color: var(--ink); }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1.25rem; font-size: .96rem; align-items: start; }
.texts article { background: var(--card); border: 1px solid var(--rule); border-radius: .4rem; padding: 1rem 1.25rem; min-width: 0; }
.texts p, .texts h4, .texts h5, .texts blockquote { margin: 0 0 .8rem; }
.texts p { white-space: pre-line; }
.texts .facts { margin-bottom: 1rem; }
.texts h4 { font-size: 1.15rem; line-height: 1.3; }
.texts h5 { font-size: 1rem; }
.texts blockquote { padding-left: .9rem; border-left: 3px solid var(--rule); }
.texts .list-item { padding-left: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.filters { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .6rem; margin: 0 0 .9rem; padding: .5rem .8rem; border: 1px solid var(--rule); border-radius: .4rem; background: var(--card); font: .875rem/1.4 system-ui, -apple-system, 'Segoe UI', sans-serif; min-width: 0; }
.filters legend { float: left; margin-right: .4rem; padding: 0; font-weight: 700; }
.choice { min-width: 0; max-width: 100%; }
.filters label { color: var(--quiet); }
select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: .25rem; padding: .2rem .3rem; max-width: min(22rem, 100%); }
#compare { max-width: min(44rem, 100%); }
.hint { margin: 0; color: var(--quiet); font: .8125rem/1.4 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.legend { margin: 0 0 .8rem; line-height: 1.9; }
.legend span { margin-right: .8rem; white-space: nowrap; }
.legend .sign { margin: 0; color: var(--ink); }
.scroll { overflow: auto; max-width: 100%; border: 1px solid var(--rule); border-radius: .4rem; background: var(--card); }
.matrix { border-collapse: separate; border-spacing: 0; width: 100%; font: .875rem/1.45 system-ui, -apple-system, 'Segoe UI', sans-serif; }
#matrix .scroll { max-height: 34rem; }
#matrix { counter-reset: shown; }
.matrix tbody tr { counter-increment: shown; }
.shown::after { content: counter(shown) ' shown'; }
.matrix th, .matrix td { padding: .4rem .6rem; border-bottom: 1px solid var(--rule); vertical-align: top; text-align: center; background: var(--card); }
.matrix th { font-weight: 400; }
.matrix thead th { position: sticky; top: 0; z-index: 2; vertical-align: bottom; font-weight: 600; border-bottom: 2px solid var(--rule); }
.matrix th:first-child { position: sticky; left: 0; z-index: 1; text-align: left; min-width: 20rem; border-right: 1px solid var(--rule); }
.matrix thead th:first-child { z-index: 3; }
.matrix tbody th { box-shadow: inset .25rem 0 0 var(--lit); }
.matrix tbody tr:hover > *, .matrix tbody tr:focus-within > * { background: var(--paper); }
.matrix .standing { margin: 0 0 0 .3rem; padding: 0 .35rem; font-size: .75rem; white-space: nowrap; }
.matrix .outlet { display: block; min-width: 4.5rem; max-width: 9rem; margin: 0 auto; overflow-wrap: anywhere; }
.matrix td a { display: inline-block; min-width: 1.5rem; padding: .1rem .2rem; font-size: 1.1rem; line-height: 1.2; text-decoration: none; color: var(--ink); }
.matrix td a:hover { color: var(--link); }
.matrix .kinds { text-align: left; min-width: 8rem; color: var(--quiet); font-size: .8125rem; }
.numbers th, .numbers td { padding: .35rem .3rem; }
.drawn { margin-bottom: .6rem; }
.lineage { display: block; margin: 0 auto; font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; }
.lineage text { text-anchor: middle; fill: var(--ink); }
.node rect { fill: var(--paper); stroke: var(--quiet); stroke-width: 1.2; }
.node.account rect { fill: var(--record); stroke: var(--link); stroke-width: 1.6; }
.node.unnamed rect { fill: var(--one); stroke-dasharray: 4 3; }
.node.outlet rect { fill: var(--press); stroke-dasharray: 2 3; }
.node.account:hover rect, .node.account:focus-visible rect { stroke: var(--target); stroke-width: 2.5; }
.edge path { fill: none; stroke: var(--quiet); stroke-width: 1; }
.edge .head { fill: var(--quiet); stroke: none; }
.edge text { font-size: 11px; fill: var(--quiet); }
.edge rect { fill: var(--card); }
.edge.credit path { stroke: var(--link); stroke-width: 1.6; }
.edge.credit .head { fill: var(--link); }
.edge.copy path, .edge.rewrite path { stroke: var(--denial); stroke-width: 2.4; }
.edge.rewrite path:first-child { stroke-dasharray: 6 4; }
.edge.copy .head, .edge.rewrite .head { fill: var(--denial); stroke: none; }
.edge.credit text { fill: var(--link); }
.edge.copy text, .edge.rewrite text { fill: var(--denial); }
.key::before { content: ''; display: inline-block; width: 1.1rem; height: .7rem; margin-right: .35rem; border: 1.5px solid var(--quiet); border-radius: .35rem; background: var(--paper); vertical-align: -.05rem; }
.key.account::before { border-color: var(--link); border-radius: .1rem; background: var(--record); }
.key.unnamed::before { border-style: dashed; background: var(--one); }
.key.outlet::before { border-style: dotted; border-radius: .1rem; background: var(--press); }
.key.credit::before, .key.copy::before { height: 0; border-width: 0 0 2px; border-radius: 0; border-color: var(--link); vertical-align: .25rem; }
.key.copy::before { border-bottom-width: 3px; border-color: var(--denial); }
.timeline svg { display: block; max-width: 100%; height: auto; color: var(--ink); overflow: visible; }
.timeline text { font: 12px system-ui, -apple-system, 'Segoe UI', sans-serif; white-space: pre; }
.timeline a { color: var(--link); }
.timeline.narrow { display: none; }
.abreast { grid-template-columns: none; grid-auto-flow: column; grid-auto-columns: 19rem; overflow: auto; max-height: 90vh; padding: .25rem .25rem .75rem; }
.texts article::after { content: 'does not tell it'; display: var(--silent, none); color: var(--quiet); font-style: italic; }
#glance dl { max-width: 60rem; }
#lineage .item { font-size: .94rem; }
@media (max-width: 62rem) {
  .abreast { grid-auto-flow: row; grid-auto-columns: auto; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); max-height: none; overflow: visible; }
}
@media (min-width: 36.01rem) {
  #accounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.5rem; }
  #accounts h2, #lineage > :not(.item) { grid-column: 1 / -1; }
  #lineage { display: grid; grid-template-columns: repeat(auto-fit, minmax(30rem, 1fr)); gap: 0 3rem; }
}
@media (min-width: 62rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 0 3rem; align-items: start; }
  .side dl { grid-template-columns: 1fr; gap: 0; }
  .side dt { margin-top: .4rem; max-width: none; }
  .side dt:first-child { margin-top: 0; }
  .side dd { grid-column: 1; margin-bottom: .15rem; }
}
@media (max-width: 36rem) {
  body { padding: 1.25rem 1rem 3rem; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dt { margin-top: .4rem; max-width: none; }
  dt:first-child { margin-top: 0; }
  dd { grid-column: 1; margin-bottom: .15rem; }
  .texts article { padding: .8rem .9rem; }
  .timeline.narrow { display: block; }
  .timeline.wide { display: none; }
  .matrix th:first-child { min-width: 9.5rem; max-width: 9.5rem; }
  .matrix th, .matrix td { padding: .3rem .35rem; }
  .matrix .standing { margin: .1rem 0 0; }
  .choice { display: flex; align-items: center; gap: .5rem; width: 100%; }
  .choice select { flex: 1; min-width: 0; }
  .choice label { flex: 0 0 4.75rem; }
  .matrix .outlet { display: none; }
  .filters legend { float: none; }
}
@media print {
  :root { color-scheme: light; font-size: 10.5pt; --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000; --card: #fff; }
  body { padding: 0; max-width: none; }
  nav, .skip, .filters, .shown { display: none; }
  .scroll, .abreast, #matrix .scroll { overflow: visible; max-height: none; border: 0; }
  .matrix { font-size: 8pt; }
  .matrix th:first-child { min-width: 0; width: 40%; }
  .matrix th, .matrix td { position: static !important; padding: .15rem .25rem; background: none; }
  .lineage { max-width: 100%; height: auto; max-height: 22cm; }
  .timeline.narrow { display: none; }
  .timeline.wide { display: block; }
  tr, svg { break-inside: avoid; }
  mark, .standing, .lineage, .key { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .item, .standing, h2, h3 { break-inside: avoid; }
  h2, h3, .standing { break-after: avoid; }
  .texts { display: block; }
  .texts article { border: 0; padding: 0; margin-bottom: 1.5rem; }
  a { text-decoration: none; }
}
`;
