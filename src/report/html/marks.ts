import type { CharSpan, StandingKind, Story } from '../../domain/index.ts';
import type { Page, Place } from '../page.ts';
import { claimAnchor } from '../story/claims.ts';
import { quotationAnchor } from '../story/quotations.ts';
import type { ClaimTags } from './claim-tags.ts';
import type { Html } from './template.ts';

/** A link back to the finding that rests on the words. */
export type Back = { readonly href: string; readonly label: string };

/** What is marked in the text of an account. */
export type Mark = CharSpan & {
  readonly id: string;
  /** The standing of the claim that these words tell. */
  readonly standing: StandingKind | null;
  /** Whether these words are what a source says. */
  readonly isSaid: boolean;
  readonly backs: readonly Back[];
  /** By which the claims that these words tell or answer are found; see `ClaimTags`. */
  readonly classes: readonly string[];
  /** What the words are besides, as classes. */
  readonly kinds?: readonly string[];
  /** Shown while the words are pointed at or focused; they can then be focused. */
  readonly note?: Html | null;
};

/** The id of the words in the file. */
export const placeId = ({ account, start, end }: Place): string => `w${account}-${start}-${end}`;

/** Finding ids in a page with the short labels that mark their words: claims are 1, 2 …, shared quotations Q1 … */
export function labelFindings({ sections }: Page): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { id, items } of sections) {
    const letter = letters[id];
    if (letter === undefined) continue;
    for (const finding of items.flatMap(item => [item, ...item.rows])) {
      if (!finding.id || labels.has(finding.id)) continue;
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
      labels.set(finding.id, `${letter}${counts.get(letter)}`);
    }
  }
  return labels;
}

const letters: Readonly<Record<string, string>> = {
  claims: '',
  singles: '',
  quotations: 'Q',
  differences: 'D',
  lineage: 'L',
};

/** Everything to mark, account by account: tellings, what sources say, and all words that the page points at. */
export function marksOf(
  story: Story,
  page: Page,
  labels: ReadonlyMap<string, string>,
  tags: ReadonlyMap<string, ClaimTags>,
): readonly (readonly Mark[])[] {
  const collected = story.accounts.map(() => new Map<string, Mark>());
  const add = (place: Place, facts: Partial<Mark>) => {
    const marks = collected[place.account - 1];
    if (!marks || place.end <= place.start) return;
    const id = placeId(place);
    const mark = marks.get(id) ?? {
      id,
      start: place.start,
      end: place.end,
      standing: null,
      isSaid: false,
      backs: [],
      classes: [],
    };
    marks.set(id, {
      ...mark,
      ...facts,
      backs: withNew(mark.backs, facts.backs ?? []),
      classes: facts.classes ? [...new Set([...mark.classes, ...facts.classes])] : mark.classes,
    });
  };
  const backTo: BackTo = finding => {
    const label = labels.get(finding ?? '');
    return label === undefined ? [] : [{ href: `#${finding}`, label }];
  };
  addSaid(story, add);
  addTellings(story, tags, backTo, add);
  addMentionedDays(story, add);
  addQuotations(story, backTo, add);
  for (const { place, finding } of citedPlaces(page)) add(place, { backs: backTo(finding) });
  return collected.map(marks => [...marks.values()]);
}

function withNew(backs: readonly Back[], more: readonly Back[]): readonly Back[] {
  const fresh = more.filter(({ href }) => !backs.some(back => back.href === href));
  return fresh.length > 0 ? [...backs, ...fresh] : backs;
}

/** The link back to a finding of the page that has a label. */
type BackTo = (finding: string | null) => readonly Back[];
type Add = (place: Place, facts: Partial<Mark>) => void;

function addSaid({ accounts }: Story, add: Add): void {
  for (const [at, { statements }] of accounts.entries())
    for (const { content } of statements)
      for (const { start, end } of content) add({ account: at + 1, start, end }, { isSaid: true });
}

/** Every telling and every answer links back, not only those that the page quotes. */
function addTellings(story: Story, tags: ReadonlyMap<string, ClaimTags>, backTo: BackTo, add: Add): void {
  const numberOf = accountNumbers(story);
  for (const claim of story.claims) {
    const facts = { backs: backTo(claimAnchor(claim)), classes: tags.get(claim.id)?.classes ?? [] };
    for (const { articleId, start, end } of claim.tellings)
      add({ account: numberOf(articleId), start, end }, { ...facts, standing: claim.standing.kind });
    for (const { articleId, start, end } of claim.responses)
      add({ account: numberOf(articleId), start, end }, facts);
  }
}

/** The days that the timeline shows lead to their words. */
function addMentionedDays(story: Story, add: Add): void {
  const numberOf = accountNumbers(story);
  for (const entry of story.timeline)
    if (entry.kind === 'mentioned')
      add({ account: numberOf(entry.articleId), start: entry.time.start, end: entry.time.end }, {});
}

function addQuotations(story: Story, backTo: BackTo, add: Add): void {
  const numberOf = accountNumbers(story);
  for (const [at, { passages }] of story.quotations.entries())
    for (const { articleId, start, end } of passages)
      add({ account: numberOf(articleId), start, end }, { backs: backTo(quotationAnchor(at)) });
}

function accountNumbers({ accounts }: Story): (articleId: string) => number {
  const numbers = new Map(accounts.map(({ article }, at) => [article.id, at + 1]));
  return articleId => numbers.get(articleId) ?? 0;
}

/** All words in the page, with the id of the finding that quotes them. */
export const citedPlaces = ({ sections }: Page): readonly { place: Place; finding: string | null }[] =>
  sections
    .flatMap(({ items }) => items)
    .flatMap(item => [
      ...item.head.map(piece => ({ piece, finding: item.id })),
      ...item.rows.flatMap(row => row.line.map(piece => ({ piece, finding: row.id ?? item.id }))),
    ])
    .flatMap(({ piece, finding }) => (piece.as === 'words' ? [{ place: piece.place, finding }] : []));
