import type {
  Article,
  BlockKind,
  CastMember,
  CharSpan,
  Claim,
  Doc,
  DocEntity,
  Entity,
  EntityKind,
  Passage,
  Reading,
  Source,
  Statement,
  Story,
} from '../../src/domain/index.ts';

/** A small story of three invented accounts, made by hand with every part that a report shows. */

const courierText = `Ferry service to Holm may stop in spring

The Holm ferry will stop in March, according to a port official briefed on the plan. The official spoke on condition of anonymity because the council has not voted.

“We have kept this line alive for ten winters,” said Ines Okafor, who runs the ferry company.

Some 400 people use the ferry on Monday mornings. The council declined to comment.`;

const wireText = `Holm ferry to end, official says

A port official said on Monday the ferry to Holm would end in March. The council denied that a decision had been taken, as first reported by the Harbour Courier.

“We have kept this line alive for ten winters,” company head Ines Okafor said. Around 600 people use it each Monday.`;

const islanderText = `The Holm ferry ends in March. The mayor called the reports “tired gossip”.`;

function article(id: string, text: string, facts: Partial<Article>): Article {
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({
    kind: (words === facts.title ? 'title' : 'paragraph') as BlockKind,
    start: index,
    end: index + words.length,
  }));
  return {
    id,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    published: null,
    fetched: null,
    language: 'en',
    text,
    blocks,
    ...facts,
  };
}

/** Where the words stand in the text, which must hold them. */
export function spanOf(text: string, words: string): CharSpan {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

const inCourier = (words: string): CharSpan => spanOf(courierText, words);
const inWire = (words: string): CharSpan => spanOf(wireText, words);
const inIslander = (words: string): CharSpan => spanOf(islanderText, words);

const nobody: Source = {
  spans: [],
  text: '',
  entityId: null,
  name: null,
  kind: 'unknown',
  description: null,
  basis: null,
  anonymity: null,
  count: null,
};

function statement(id: string, source: Partial<Source>, facts: Partial<Statement>): Statement {
  return {
    id,
    kind: 'indirect',
    source: { ...nobody, ...source },
    cue: [],
    content: [],
    stance: 'asserts',
    negated: false,
    hedges: [],
    via: [],
    insideId: null,
    madeBy: 'hand/1',
    confidence: 1,
    ...facts,
  };
}

const entity = (id: string, kind: Entity['kind'], name: string | null, ...mentions: CharSpan[]): Entity => ({
  id,
  kind,
  name,
  description: mentions[0]!,
  mentions,
});

const courier: Reading = {
  article: article('courier', courierText, {
    outlet: 'Harbour Courier',
    title: 'Ferry service to Holm may stop in spring',
    byline: 'Lena Brandt',
    published: '2024-05-06T08:15:00Z',
    url: 'https://courier.example/holm-ferry',
  }),
  entities: [
    entity('c-official', 'anonymous', null, inCourier('a port official'), inCourier('The official')),
    entity('c-okafor', 'person', 'Ines Okafor', inCourier('Ines Okafor')),
    entity('c-council', 'government', 'the council', inCourier('The council')),
  ],
  statements: [
    statement(
      'c1',
      {
        spans: [inCourier('a port official')],
        text: 'a port official',
        entityId: 'c-official',
        kind: 'anonymous',
        description: inCourier('a port official'),
        basis: inCourier('briefed on the plan'),
        anonymity: { terms: null, reason: null },
        count: 1,
      },
      { cue: [inCourier('according to')], content: [inCourier('The Holm ferry will stop in March')] },
    ),
    statement(
      'c2',
      {
        spans: [inCourier('The official')],
        text: 'The official',
        entityId: 'c-official',
        kind: 'anonymous',
        anonymity: {
          terms: inCourier('spoke on condition of anonymity'),
          reason: inCourier('because the council has not voted'),
        },
        count: 1,
      },
      { cue: [inCourier('spoke')] },
    ),
    statement(
      'c3',
      {
        spans: [inCourier('Ines Okafor')],
        text: 'Ines Okafor',
        entityId: 'c-okafor',
        name: 'Ines Okafor',
        kind: 'person',
        description: inCourier('who runs the ferry company'),
      },
      {
        kind: 'direct',
        cue: [inCourier('said')],
        content: [inCourier('“We have kept this line alive for ten winters,”')],
      },
    ),
    statement(
      'c4',
      {
        spans: [inCourier('The council')],
        text: 'The council',
        entityId: 'c-council',
        name: 'the council',
        kind: 'government',
      },
      { cue: [inCourier('declined')], stance: 'declines-to-comment' },
    ),
  ],
  credits: [],
};

const wire: Reading = {
  article: article('wire', wireText, {
    outlet: 'Coast Wire',
    title: 'Holm ferry to end, official says',
    published: '2024-05-07',
  }),
  entities: [
    entity('w-official', 'anonymous', null, inWire('A port official')),
    entity('w-okafor', 'person', 'Ines Okafor', inWire('Ines Okafor')),
    entity('w-council', 'government', 'the council', inWire('The council')),
  ],
  statements: [
    statement(
      'w1',
      {
        spans: [inWire('A port official')],
        text: 'A port official',
        entityId: 'w-official',
        kind: 'anonymous',
        description: inWire('A port official'),
        anonymity: { terms: null, reason: null },
        count: 1,
      },
      { cue: [inWire('said')], content: [inWire('the ferry to Holm would end in March')] },
    ),
    statement(
      'w2',
      {
        spans: [inWire('The council')],
        text: 'The council',
        entityId: 'w-council',
        name: 'the council',
        kind: 'government',
      },
      { cue: [inWire('denied')], content: [inWire('that a decision had been taken')], stance: 'denies' },
    ),
    statement(
      'w3',
      {
        spans: [inWire('company head Ines Okafor')],
        text: 'company head Ines Okafor',
        entityId: 'w-okafor',
        name: 'Ines Okafor',
        kind: 'person',
        description: inWire('company head'),
      },
      {
        kind: 'direct',
        cue: [inWire('said')],
        content: [inWire('“We have kept this line alive for ten winters,”')],
      },
    ),
  ],
  credits: [
    {
      outlet: 'the Harbour Courier',
      kind: 'first-report',
      span: inWire('as first reported by the Harbour Courier'),
    },
  ],
};

const islander: Reading = {
  article: article('islander', islanderText, { outlet: 'The Islander' }),
  entities: [entity('i-mayor', 'person', null, inIslander('The mayor'))],
  statements: [
    statement(
      'i1',
      {
        spans: [inIslander('The mayor')],
        text: 'The mayor',
        entityId: 'i-mayor',
        kind: 'person',
        description: inIslander('The mayor'),
      },
      {
        kind: 'mixed',
        cue: [inIslander('called')],
        content: [inIslander('the reports “tired gossip”')],
        hedges: [],
      },
    ),
  ],
  credits: [],
};

const at = (articleId: string, span: CharSpan): Passage => ({ articleId, ...span });

const theEnd: Claim = {
  id: 'end',
  wording: at('courier', inCourier('The Holm ferry will stop in March')),
  tellings: [
    { ...at('courier', inCourier('The Holm ferry will stop in March')), statementIds: ['c1'] },
    { ...at('wire', inWire('the ferry to Holm would end in March')), statementIds: ['w1'] },
    { ...at('islander', inIslander('The Holm ferry ends in March.')), statementIds: [] },
  ],
  responses: [
    {
      ...at('courier', inCourier('The council declined to comment')),
      statementId: 'c4',
      stance: 'declines-to-comment',
    },
    {
      ...at('wire', inWire('The council denied that a decision had been taken')),
      statementId: 'w2',
      stance: 'denies',
    },
  ],
  differences: [
    {
      kind: 'reason-dropped',
      before: at('courier', inCourier('because the council has not voted')),
      after: at('wire', inWire('the ferry to Holm would end in March')),
    },
  ],
  origins: [{ kind: 'source', castId: 'official', articleIds: ['courier', 'wire'] }],
  originCount: { least: 1, most: 2 },
  merges: [
    {
      because: 'same-description',
      certain: false,
      from: at('wire', inWire('A port official')),
      into: at('courier', inCourier('a port official')),
    },
  ],
  standing: { kind: 'disputed', evidence: [at('wire', inWire('The council denied'))], otherwise: [] },
};

const riders: Claim = {
  id: 'riders',
  wording: at('courier', inCourier('Some 400 people use the ferry on Monday mornings.')),
  tellings: [
    { ...at('courier', inCourier('Some 400 people use the ferry on Monday mornings.')), statementIds: [] },
    { ...at('wire', inWire('Around 600 people use it each Monday.')), statementIds: [] },
  ],
  responses: [],
  differences: [
    { kind: 'number', before: at('courier', inCourier('400')), after: at('wire', inWire('600')) },
  ],
  origins: [{ kind: 'own-voice', castId: null, articleIds: ['courier', 'wire'] }],
  originCount: { least: 1, most: 2 },
  merges: [],
  standing: {
    kind: 'no-source-given',
    evidence: [at('wire', inWire('Around 600 people use it each Monday.'))],
    otherwise: [],
  },
};

const gossip: Claim = {
  id: 'gossip',
  wording: at('islander', inIslander('The mayor called the reports “tired gossip”.')),
  tellings: [
    { ...at('islander', inIslander('The mayor called the reports “tired gossip”.')), statementIds: ['i1'] },
  ],
  responses: [],
  differences: [],
  origins: [{ kind: 'source', castId: 'mayor', articleIds: ['islander'] }],
  originCount: { least: 1, most: 1 },
  merges: [],
  standing: { kind: 'on-the-record', evidence: [at('islander', inIslander('The mayor'))], otherwise: [] },
};

const member = (
  id: string,
  name: string,
  kind: CastMember['kind'],
  named: boolean,
  ...entities: [string, string][]
): CastMember => ({
  id,
  name,
  kind,
  named,
  entities: entities.map(([articleId, entityId]) => ({ articleId, entityId })),
});

export const ferryStory: Story = {
  id: 'ferry',
  accounts: [courier, wire, islander],
  claims: [riders, theEnd, gossip],
  quotations: [
    {
      castId: 'okafor',
      passages: [
        {
          ...at('courier', inCourier('“We have kept this line alive for ten winters,”')),
          statementIds: ['c3'],
        },
        { ...at('wire', inWire('“We have kept this line alive for ten winters,”')), statementIds: ['w3'] },
      ],
      verbatim: true,
    },
  ],
  lineage: {
    overlaps: [
      {
        articleId: 'wire',
        foundIn: 'courier',
        share: 0.184,
        passages: [at('wire', inWire('people use it each Monday'))],
        publicShare: 0.1,
        publicPassages: [at('wire', inWire('“We have kept this line alive for ten winters,”'))],
      },
      {
        articleId: 'courier',
        foundIn: 'wire',
        share: 0.001,
        passages: [],
        publicShare: 0,
        publicPassages: [],
      },
    ],
    debts: [
      {
        articleId: 'wire',
        toArticleId: 'courier',
        toOutlet: 'Harbour Courier',
        because: 'credit',
        kind: 'first-report',
        directedBy: 'credit',
        passage: at('wire', inWire('first reported by the Harbour Courier')),
        traces: [],
        leftOut: [],
      },
      {
        articleId: 'wire',
        toArticleId: 'courier',
        toOutlet: 'Harbour Courier',
        because: 'wording',
        kind: 'rewrite',
        directedBy: 'time',
        passage: at('wire', inWire('people use it each Monday')),
        traces: [
          {
            kind: 'detail',
            passage: at('wire', inWire('each Monday')),
            in: at('courier', inCourier('on Monday mornings')),
          },
        ],
        leftOut: [at('courier', inCourier('The council declined to comment'))],
      },
    ],
  },
  cast: [
    member(
      'official',
      'a port official',
      'anonymous',
      false,
      ['courier', 'c-official'],
      ['wire', 'w-official'],
    ),
    member('okafor', 'Ines Okafor', 'person', true, ['courier', 'c-okafor'], ['wire', 'w-okafor']),
    member('council', 'the council', 'government', true, ['courier', 'c-council'], ['wire', 'w-council']),
    member('mayor', 'The mayor', 'person', false, ['islander', 'i-mayor']),
  ],
  timeline: [
    { kind: 'published', articleId: 'courier', value: '2024-05-06T08:15:00Z' },
    {
      kind: 'mentioned',
      articleId: 'wire',
      time: {
        ...inWire('Monday'),
        kind: 'date',
        value: '2024-05-06',
        anchor: { from: 'publication', date: '2024-05-07' },
      },
    },
    { kind: 'published', articleId: 'wire', value: '2024-05-07' },
    {
      kind: 'mentioned',
      articleId: 'courier',
      time: { ...inCourier('March'), kind: 'date', value: '2025-03', anchor: null },
    },
    {
      kind: 'mentioned',
      articleId: 'islander',
      time: { ...inIslander('March'), kind: 'date', value: null, anchor: null },
    },
  ],
};

/** Of each word of the shortest account: its head, its relation to it, its tag. */
const islanderGrammar = [
  [2, 'det', 'DT'],
  [2, 'compound', 'NNP'],
  [3, 'nsubj', 'NN'],
  [-1, 'root', 'VBZ'],
  [5, 'case', 'IN'],
  [3, 'obl', 'NNP'],
  [3, 'punct', '.'],
  [8, 'det', 'DT'],
  [9, 'nsubj', 'NN'],
  [-1, 'root', 'VBD'],
  [11, 'det', 'DT'],
  [9, 'obj', 'NNS'],
  [14, 'punct', '``'],
  [14, 'amod', 'JJ'],
  [9, 'xcomp', 'NN'],
  [14, 'punct', "''"],
  [9, 'punct', '.'],
] as const;

const lemmas = new Map([
  ['ends', 'end'],
  ['called', 'call'],
  ['reports', 'report'],
]);

/** A doc of the invented story's shortest account, cut by hand at spaces and before punctuation. */
export const islanderDoc: Doc = {
  article: islander.article,
  tokens: [...islanderText.matchAll(/[\p{L}]+|[^\p{L}\s]/gu)].map(({ index, 0: words }, at) => {
    const [head, relation, xpos] = islanderGrammar[at]!;
    const lemma = lemmas.get(words) ?? words;
    return { start: index, end: index + words.length, upos: 'X', xpos, lemma, head, relation };
  }),
  sentences: [
    { from: 0, to: 7, block: 0 },
    { from: 7, to: 17, block: 0 },
  ],
  mentions: [
    {
      ...inIslander('The Holm ferry'),
      kind: 'nominal',
      head: inIslander('ferry'),
      role: null,
      entityId: 'ferry',
    },
    { ...inIslander('Holm'), kind: 'name', head: inIslander('Holm'), role: null, entityId: 'holm' },
    { ...inIslander('The mayor'), kind: 'nominal', head: inIslander('mayor'), role: null, entityId: 'mayor' },
  ],
  entities: [
    docEntity('ferry', 'other', null, inIslander('The Holm ferry')),
    docEntity('holm', 'place', 'Holm', inIslander('Holm')),
    docEntity('mayor', 'person', null, inIslander('The mayor')),
  ],
  times: [{ ...inIslander('March'), kind: 'date', value: null, anchor: null }],
};

function docEntity(id: string, kind: EntityKind, name: string | null, mention: CharSpan): DocEntity {
  return { id, kind, name, roles: [], number: 'one', gender: null, ofId: null, mentions: [mention] };
}
