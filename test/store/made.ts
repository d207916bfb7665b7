import type {
  Article,
  CharSpan,
  Claim,
  Reading,
  Source,
  SourceKind,
  Stance,
  StandingKind,
  Statement,
  Story,
} from '../../src/domain/index.ts';
import type { Commit, Store } from '../../src/store/index.ts';

export const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

type MadeSaying = {
  readonly speaker?: string;
  /** Whether the speaker has a name. */
  readonly named?: boolean;
  readonly kind?: SourceKind;
  readonly stance?: Stance;
  readonly words: string;
};

type MadeArticle = Partial<Pick<Article, 'outlet' | 'title' | 'published' | 'url' | 'byline'>> & {
  readonly sayings?: readonly MadeSaying[];
};

/** A reading whose text is its sayings, one a paragraph: “SPEAKER said WORDS”. */
export function madeReading(
  id: string,
  { sayings = [{ words: `what ${id} tells` }], ...given }: MadeArticle = {},
): Reading {
  let text = '';
  const write = (words: string): CharSpan => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  const blocks = sayings.map((saying, index) => {
    const start = text.length;
    const source = saying.speaker === undefined ? null : madeSource(write(saying.speaker), saying);
    const cue = write(' said ');
    const statement = madeStatement(`s${index}`, {
      source,
      cue,
      content: write(saying.words),
      stance: saying.stance,
    });
    const block = { kind: 'paragraph' as const, start, end: text.length };
    write('\n\n');
    return { statement, block };
  });
  const article: Article = {
    id,
    url: null,
    outlet: 'The Test Courier',
    title: `Title of ${id}`,
    byline: null,
    published: '2026-01-01',
    fetched: null,
    language: 'en',
    ...given,
    text,
    blocks: blocks.map(({ block }) => block),
  };
  return { article, entities: [], statements: blocks.map(({ statement }) => statement), credits: [] };
}

const madeSource = (
  span: CharSpan,
  { speaker = '', named = false, kind = 'person' }: MadeSaying,
): Source => ({
  spans: [span],
  text: speaker,
  entityId: null,
  name: named ? speaker : null,
  kind,
  description: null,
  basis: null,
  anonymity: null,
  count: null,
});

type MadeParts = {
  readonly source: Source | null;
  readonly cue: CharSpan;
  readonly content: CharSpan;
  readonly stance: Stance | undefined;
};

const madeStatement = (id: string, { source, cue, content, stance = 'asserts' }: MadeParts): Statement => ({
  id,
  kind: 'indirect',
  source,
  cue: [{ start: cue.start + 1, end: cue.end - 1 }],
  content: content.start < content.end ? [content] : [],
  stance,
  negated: false,
  hedges: [],
  via: [],
  insideId: null,
  madeBy: 'test/1',
  confidence: 0.5,
});

/** A claim that the first account words. */
export function madeClaim(
  id: string,
  accounts: readonly Reading[],
  kind: StandingKind = 'one-unnamed-source',
): Claim {
  const tellings = accounts.map(({ article }) => ({
    articleId: article.id,
    start: 0,
    end: 5,
    statementIds: ['s0'],
  }));
  const { statementIds, ...wording } = tellings[0]!;
  return {
    id,
    wording,
    tellings,
    responses: [],
    differences: [],
    origins: [],
    originCount: { least: 1, most: accounts.length },
    merges: [],
    standing: { kind, evidence: [wording], otherwise: [] },
  };
}

export const madeStory = (
  id: string,
  accounts: readonly Reading[],
  claims: readonly Claim[] = [],
): Story => ({
  id,
  accounts,
  claims,
  quotations: [],
  lineage: { overlaps: [], debts: [] },
  cast: [],
  timeline: accounts.map(({ article }) => ({
    kind: 'published',
    articleId: article.id,
    value: '2026-01-01',
  })),
});

export const nothing: Omit<Commit, 'after' | 'at'> = {
  articles: [],
  moves: [],
  corrected: [],
  stories: [],
  corrections: [],
  changes: [],
};

export const firstVersion = (reading: Reading, storyId: string): Commit['articles'][number] => ({
  articleId: reading.article.id,
  version: 1,
  addedAt: at(0),
  reading,
  changes: null,
  canonicalUrl: reading.article.url,
  contentKey: `content of ${reading.article.id}`,
  storyId,
});

/** A commit that adds a story with all its accounts. */
export const storyCommit = (after: number, story: Story, when = at(0)): Commit => ({
  ...nothing,
  after,
  at: when,
  articles: story.accounts.map(account => ({ ...firstVersion(account, story.id), addedAt: when })),
  stories: [{ id: story.id, story, title: `Story ${story.id}`, mergedInto: null }],
  changes: story.accounts.map(({ article }) => ({
    storyId: story.id,
    articleId: article.id,
    event: { kind: 'article-added' },
  })),
});

/** Adds a story, whatever was committed before. */
export async function addStory(store: Store, story: Story, when = at(0)): Promise<number> {
  const result = await store.commit(storyCommit(await store.head(), story, when));
  if (!result.ok) throw new Error(result.reason);
  return result.head;
}
