/** What the pages have besides the style of the report, which comes first. */
export const webStyle = `
body.web { padding-top: 0; }
.site { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.4rem; margin: 0 0 2rem; padding: .9rem 0 .8rem; border-bottom: 1px solid var(--rule); font: .9375rem/1.4 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.brand { font: 700 1.3rem/1 Georgia, 'Times New Roman', serif; color: var(--ink); text-decoration: none; }
.brand:hover { color: var(--link); }
.site nav { flex: 1 1 auto; }
.site nav a { text-decoration: none; }
.site nav [aria-current] { color: var(--ink); font-weight: 600; }
.site nav a:hover { text-decoration: underline; }
.site form { display: flex; gap: .35rem; margin: 0; }
.quick input { width: 13rem; }
.reader .writes { display: none; }
.ways { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .75rem 0 0; font: .875rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; }
#findings > section:first-child { margin-top: 2rem; }
input, textarea, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: .3rem; padding: .35rem .55rem; max-width: 100%; }
input, textarea, select { accent-color: var(--link); }
input::placeholder { color: var(--quiet); opacity: 1; }
button { cursor: pointer; background: var(--card); }
button:hover { border-color: var(--link); color: var(--link); }
button.main { background: var(--link); border-color: var(--link); color: var(--paper); font-weight: 600; }
button.main:hover { color: var(--paper); filter: brightness(1.1); }
input:focus-visible, textarea:focus-visible, button:focus-visible, summary:focus-visible, .said:focus-visible { outline: 2px solid var(--target); outline-offset: 2px; border-radius: 2px; }
[aria-invalid] { border: 2px solid var(--denial); }
.problem { color: var(--denial); font: 600 .9375rem/1.45 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.notice { padding: .6rem .9rem; border-left: 4px solid var(--link); background: var(--card); }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: 1rem; }
.card { padding: 1rem 1.25rem; border: 1px solid var(--rule); border-radius: .4rem; background: var(--card); min-width: 0; }
.card h3 { margin: 0 0 .2rem; font-size: 1.2rem; line-height: 1.3; font-weight: 700; }
.card h3 a { color: var(--ink); text-decoration: none; }
.card h3 a:hover { color: var(--link); text-decoration: underline; }
.card .facts { margin: 0; }
.card .problem { margin: .5rem 0 0; }
.facts .standing { margin: 0; padding: 0 .4rem; font-size: .8125rem; }
#others .cards { gap: 0; }
#others .card { background: none; border: 0; border-top: 1px solid var(--rule); border-radius: 0; padding: .8rem 0; }
#others .card h3 { font-size: 1.05rem; }
.moves { list-style: none; margin: .7rem 0 0; padding: 0; display: grid; gap: .5rem; font-size: .96rem; }
.move { white-space: nowrap; font: .8125rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.move .standing { margin: 0; padding: 0 .4rem; }
.steps li { margin: .4rem 0; }
code { font: .9em/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; background: var(--card); border: 1px solid var(--rule); border-radius: .25rem; padding: .05rem .3rem; overflow-wrap: anywhere; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.commits, .found, .versions, .corrections { list-style: none; margin: 0; padding: 0; display: grid; gap: .9rem; max-width: 52rem; }
.commits p, .found p, .versions p { margin: 0; }
.commits .moves { padding-left: 1rem; border-left: 2px solid var(--rule); }
.found li { padding-bottom: .8rem; border-bottom: 1px solid var(--rule); }
.found > li:last-child { border: 0; padding-bottom: 0; }
.saying { margin: 0 0 .15rem; }
.stance { font: .9375rem/1.4 system-ui, -apple-system, 'Segoe UI', sans-serif; color: var(--quiet); }
.next { margin: 1.5rem 0 0; }
.history { margin: .5rem 0 0; font: .875rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; color: var(--quiet); }
.history summary { cursor: pointer; }
.history ol { margin: .4rem 0 0; padding-left: 1.2rem; display: grid; gap: .3rem; }
.card .mend, .card .failed { margin-top: .5rem; }
.failed { font: .875rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.failed summary { cursor: pointer; color: var(--quiet); }
.failed ol { margin: .4rem 0 0; padding-left: 1.2rem; display: grid; gap: .4rem; }
.withdrawn { color: var(--quiet); text-decoration: line-through; }
.inline { display: inline; }
.inline button { padding: .05rem .45rem; font: .8125rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.annotated { max-width: 42rem; }
.annotated .block { position: relative; }
.annotated p { white-space: pre-line; margin: 0 0 1rem; }
.annotated h4 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 1rem; }
.annotated h5 { font-size: 1.08rem; margin: 1.5rem 0 .5rem; }
.annotated blockquote { margin: 0 0 1rem; padding-left: .9rem; border-left: 3px solid var(--rule); }
.annotated .list-item { padding-left: 1rem; }
.annotated .said { text-decoration: none; background: var(--record); border-radius: .15em; cursor: help; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.annotated .said .said { background: var(--several); }
.annotated .said:hover, .annotated .said:focus { box-shadow: 0 0 0 2px var(--link); }
.speaker { font-weight: 700; }
.cue { font-style: italic; }
.finding { text-decoration: underline wavy; text-decoration-color: var(--target); text-decoration-thickness: 1.5px; text-underline-offset: .25em; text-decoration-skip-ink: none; }
.finding.error { text-decoration-color: var(--denial); }
.finding.info { text-decoration-color: var(--quiet); }
.legend .said, .legend .speaker, .legend .cue, .legend .finding { color: var(--ink); }
#text .legend .said { text-decoration: none; background: var(--record); border-radius: .15em; }
#text .legend { max-width: 52rem; }
#text .legend span { white-space: normal; }
.note { display: none; position: absolute; z-index: 5; left: 0; right: 0; top: calc(100% + .2rem); padding: .7rem .9rem; background: var(--paper); color: var(--ink); border: 1px solid var(--link); border-radius: .4rem; box-shadow: 0 4px 18px #0003; font: .875rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; font-style: normal; font-weight: 400; text-align: left; white-space: normal; text-decoration: none; }
.said:hover + .note, .said:focus + .note, .note:hover { display: block; }
.said:has(.said:hover) + .note { display: none; }
.note-row { display: block; padding-left: 6rem; text-indent: -6rem; }
.note-label { display: inline-block; width: 6rem; text-indent: 0; color: var(--quiet); }
.severity, .health, .kind { display: inline-block; padding: 0 .45rem; border-radius: .2rem; background: var(--none); font: 600 .8125rem/1.6 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.severity.error, .health.failing { background: var(--disputed); }
.severity.warning, .health.waiting { background: var(--several); }
.health.well { background: var(--corroborated); }
.side .item p { margin: .2rem 0; }
.mend { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: .25rem 0 0; font: .8125rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; }
.address { overflow-wrap: anywhere; }
.search, .mending, .paste { display: flex; flex-wrap: wrap; gap: .8rem 1rem; margin: 1rem 0 0; padding: 1rem 1.2rem; border: 1px solid var(--rule); border-radius: .4rem; background: var(--card); font: .9375rem/1.45 system-ui, -apple-system, 'Segoe UI', sans-serif; max-width: 60rem; }
.search, .mending { align-items: end; }
.field { margin: 0; flex: 1 1 12rem; min-width: 0; }
.field.wide { flex: 1 1 100%; }
.field label { display: block; margin-bottom: .15rem; font-weight: 600; }
.field input, .field select, .field textarea { width: 100%; max-width: none; }
.field select { padding: .4rem .3rem; border-radius: .3rem; }
.field .hint, .field .problem { display: block; margin-top: .2rem; }
.facts-fields { flex: 1 1 100%; display: flex; flex-wrap: wrap; gap: .8rem 1rem; border: 0; margin: 0; padding: 0; min-width: 0; color: var(--ink); }
.facts-fields legend { font-weight: 700; padding: 0; margin-bottom: .3rem; }
.facts-fields .hint { flex: 1 1 100%; }
.buttons { flex: 1 1 100%; display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin: .2rem 0 0; }
#live { position: fixed; z-index: 10; left: 50%; bottom: 1.25rem; translate: -50% 0; max-width: min(44rem, calc(100vw - 2rem)); margin: 0; padding: .7rem 1.1rem; border-radius: .4rem; background: var(--ink); color: var(--paper); font: .9375rem/1.45 system-ui, -apple-system, 'Segoe UI', sans-serif; box-shadow: 0 6px 24px #0005; }
#live:empty { display: none; }
.changed { animation: changed 4s ease-out; }
@keyframes changed { from { background: var(--several); } }
@media (prefers-reduced-motion: reduce) { .changed { animation: none; outline: 2px solid var(--several); } }
@media screen {
  #matrix ~ section, #matrix ~ .columns section { content-visibility: auto; contain-intrinsic-size: auto 40rem; margin-inline: -.75rem; padding-inline: .75rem; }
  #matrix ~ .columns > div { min-width: 0; }
  .abreast > article { content-visibility: auto; contain-intrinsic-size: auto 19rem auto 40rem; }
}
@media (min-width: 70rem) {
  .note { left: calc(100% + 2rem); right: auto; top: 0; width: 22rem; }
  .annotated { margin-right: 24rem; }
}
@media (max-width: 36rem) {
  .site { gap: .5rem 1rem; margin-bottom: 1.25rem; }
  .quick, .site nav { flex: 1 1 100%; }
  .quick input { flex: 1; width: auto; min-width: 0; }
  .card { padding: .8rem .9rem; }
  .search .field:not(.wide) { flex-basis: 8rem; }
  .note { position: fixed; left: .5rem; right: .5rem; top: auto; bottom: .5rem; }
  .move { white-space: normal; }
}
@media print {
  .site, .ways, .writes, .search, .mending, .paste, #live, .note, .history:not([open]) { display: none; }
  .card { border: 0; padding: 0; }
  .said, .severity, .health { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
