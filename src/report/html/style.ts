/** The style of a report in HTML; it names no file and no address. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #66625b; --rule: #dcd7cc; --link: #1f4f82; --card: #f5f2ea; --target: #c2410c;
  --disputed: #f6c9c1; --corroborated: #bfe3c4; --record: #cfe0f5; --several: #f3e0ad; --one: #fbeecb; --press: #e3d5f0; --none: #e6e3dc;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191a1c; --ink: #e8e5df; --quiet: #a29d94; --rule: #3a3b3e; --link: #9cc3ee; --card: #222427; --target: #fb923c;
    --disputed: #6b2a22; --corroborated: #23512c; --record: #24405f; --several: #5c4a14; --one: #48401f; --press: #453359; --none: #3a3a3b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 78rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: break-word;
}
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.2; margin: 0 0 .4rem; max-width: 46rem; text-wrap: balance; }
h2 { font-size: 1.05rem; letter-spacing: .05em; text-transform: uppercase; margin: 0 0 1rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.08rem; line-height: 1.45; margin: 0 0 .5rem; }
h1, h2, h4, h5 { font-weight: 700; }
h3 { font-weight: 400; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--target); outline-offset: 2px; border-radius: 2px; }
:target { outline: 2px solid var(--target); outline-offset: 2px; border-radius: 2px; }
section:target, article:target { outline: none; }
.facts, .quiet, .more, dt, .legend { color: var(--quiet); }
.facts, dt, .standing, .account, .label, .back, nav, .legend, .more, .quiet { font-family: system-ui, -apple-system, 'Segoe UI', sans-serif; font-size: .875rem; }
.facts { margin: 0 0 1rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; padding: 0; }
section { margin-top: 2.75rem; }
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
.rows { list-style: none; margin: 0; padding: 0; }
.rows li { margin: .2rem 0; }
.disputed { background: var(--disputed); }
.corroborated { background: var(--corroborated); }
.on-the-record { background: var(--record); }
.several-unnamed-sources { background: var(--several); }
.one-unnamed-source { background: var(--one); }
.press-report-only { background: var(--press); }
.no-source-given { background: var(--none); }
mark { color: inherit; padding: .05em 0; border-radius: .15em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.no-source-given { background: none; border-bottom: 2px solid var(--none); }
.said { text-decoration: underline dotted; text-decoration-color: var(--quiet); text-underline-offset: .2em; }
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
@media (min-width: 36.01rem) {
  #accounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 1.5rem; }
  #accounts h2 { grid-column: 1 / -1; }
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
}
@media print {
  :root { color-scheme: light; font-size: 10.5pt; --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000; --card: #fff; }
  body { padding: 0; max-width: none; }
  nav, .skip { display: none; }
  mark, .standing { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .item, .standing, h2, h3 { break-inside: avoid; }
  h2, h3, .standing { break-after: avoid; }
  .texts { display: block; }
  .texts article { border: 0; padding: 0; margin-bottom: 1.5rem; }
  a { text-decoration: none; }
}
`;
