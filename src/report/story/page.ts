import type { Story } from '../../domain/index.ts';
import { writtenDate, writtenPeriod } from '../dates.ts';
import { counted } from '../labels.ts';
import type { Line, Page, Row, Section } from '../page.ts';
import { account, joined, line, plain, quiet, strong } from '../page.ts';
import { clean, shorten } from '../words.ts';
import { castSection } from './cast.ts';
import { claimsSection, leadingClaim } from './claims.ts';
import { differencesSection } from './differences.ts';
import { glanceSection } from './glance.ts';
import { lineageSection } from './lineage.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { quotationsSection } from './quotations.ts';
import { singlesSection } from './singles.ts';
import { accountsOf, originsLabel } from './standing.ts';
import { timelineSection } from './timeline.ts';

/** How long a report's lists may get; what is over is counted. */
export type Limits = { readonly items: number; readonly rows: number };

/** The story's findings in the order in which an editor wants them. Sections with nothing to tell are left out. */
export function storyPage(story: Story, limits: Limits): Page {
  const lookup = createLookup(story);
  const sections = [
    accountsSection(lookup),
    glanceSection(lookup),
    claimsSection(lookup, limits),
    quotationsSection(lookup, limits),
    differencesSection(lookup, limits),
    singlesSection(lookup, limits),
    lineageSection(lookup, limits),
    timelineSection(lookup, limits),
    castSection(lookup, limits),
  ];
  return {
    title: titleLine(lookup),
    facts: factsLine(lookup),
    sections: sections.filter(({ items }) => items.length > 0),
  };
}

/** The first account's title that there is, else the wording of the leading claim. */
function titleLine(lookup: Lookup): Line {
  const { story, quote } = lookup;
  const title = story.accounts.find(({ article }) => article.title !== null)?.article.title;
  if (title) return [plain(shorten(clean(title), 200))];
  const first = leadingClaim(lookup);
  return [first ? quote(first.wording, 110) : plain('A story without claims')];
}

/** "4 accounts · 14–16 November 2024 · 2 origins, 1 copy · 15 claims, 5 told by several"; origins of what most tell. */
function factsLine(lookup: Lookup): Line {
  const { accounts, claims, lineage } = lookup.story;
  const dates = accounts.flatMap(({ article }) => article.published ?? []).sort();
  const several = claims.filter(claim => accountsOf(claim).length > 1).length;
  const disputed = claims.filter(({ standing }) => standing.kind === 'disputed').length;
  const copies = new Set(
    lineage.debts.filter(({ because }) => because !== 'credit').map(({ articleId }) => articleId),
  );
  const leading = leadingClaim(lookup);
  const sourcing = [
    ...(leading && accounts.length > 1 ? originsLabel(leading) : []),
    ...(copies.size > 0 ? [plain(`, ${counted(copies.size, 'copy', 'copies')}`)] : []),
  ];
  const counts = [
    counted(claims.length, 'claim'),
    ...(accounts.length > 1 ? [`${several} told by several`] : []),
    ...(disputed > 0 ? [`${disputed} disputed`] : []),
  ];
  const period = dates.length > 0 ? writtenPeriod(dates[0]!, dates.at(-1)!) : 'no publication dates';
  const parts = [
    [plain(counted(accounts.length, 'account'))],
    [plain(clean(period))],
    sourcing,
    [plain(counts.join(', '))],
  ];
  return joined(
    parts.filter(part => part.length > 0),
    ' · ',
  );
}

/** Where an account’s item stands; accounts are counted from 0 here. */
export const accountAnchor = (at: number): string => `account-${at + 1}`;

function accountsSection(lookup: Lookup): Section {
  const items = lookup.story.accounts.map((reading, at) => {
    const { title, byline, published, url } = reading.article;
    const { name } = lookup.account(reading.article.id);
    const date = published === null ? quiet('no publication date') : plain(writtenDate(clean(published)));
    const rows: Row[] = [];
    if (title !== null && clean(title) !== name) rows.push({ label: '', line: [plain(clean(title))] });
    const facts = [byline, url].flatMap(fact => (fact === null ? [] : clean(fact)));
    if (facts.length > 0) rows.push({ label: '', line: [quiet(facts.join(' · '))] });
    return {
      id: accountAnchor(at),
      standing: null,
      head: line`${account(at + 1)}\u00a0${strong(name)}, ${date}`,
      rows,
      more: 0,
    };
  });
  return { id: 'accounts', title: 'The accounts', items, more: 0 };
}
