import { type Html, html } from '../../report/index.ts';
import { defaultStore } from '../default-store.ts';

/** What somebody sees who has not kept anything yet; the address is null where it is secret. */
export const firstSteps = (storeAddress: string | null): Html => html`<section id="first-steps">
<h2>Nothing is kept yet</h2>
<p>Hearsay reads news accounts of one event and works out who says what, on what authority, who has it from whom, and what the accounts together establish.</p>
<ol class="steps">
<li><a href="/paste">Paste an article</a>: its text, or the HTML of its page.</li>
<li>Paste another outlet’s account of the same event. Accounts that tell one story are put together by themselves.</li>
<li>Look at the story: each claim has a standing, from <span class="standing no-source-given">no source given</span> to <span class="standing corroborated">corroborated</span> or <span class="standing disputed">disputed</span>, and every word of it leads to its place in the accounts.</li>
</ol>
<p>Or let articles come by themselves, in a terminal: <code>hearsay watch https://example.org/feed.xml${storeOption(storeAddress)}</code> follows a feed, and <code>hearsay add *.txt${storeOption(storeAddress)}</code> takes in files.${storeAddress === null ? ' Give either the store that this server has.' : null}</p>
</section>
`;

/** As it is typed after a command, in a shell. */
function storeOption(address: string | null): string {
  if (address === defaultStore) return '';
  if (address === null) return ' --store …';
  return ` --store ${/^[\w./:@%+-]+$/.test(address) ? address : `'${address.replaceAll("'", "'\\''")}'`}`;
}
