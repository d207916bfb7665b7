import { z } from '@hono/zod-openapi';
import {
  type CastMember,
  type Debt,
  debtKinds,
  debtReasons,
  directions,
  type Lineage,
  type Overlap,
  type SharedQuotation,
  type Story,
  type TimeExpression,
  type TimelineEntry,
  type Trace,
  traceKinds,
} from '../../../domain/index.ts';
import type { StoryEntry } from '../../../store/index.ts';
import { claim, telling } from './claim.ts';
import { listOf, named, orNull } from './matching.ts';
import { dated, moment, passage } from './place.ts';
import { reading, sourceKind } from './reading.ts';

const quotation = named<SharedQuotation>()(
  'SharedQuotation',
  z.object({ castId: z.string().nullable(), passages: listOf(telling), verbatim: z.boolean() }),
);

const overlap = named<Overlap>()(
  'Overlap',
  z.object({
    articleId: z.string(),
    foundIn: z.string(),
    share: z.number(),
    passages: listOf(passage),
    publicShare: z.number(),
    publicPassages: listOf(passage),
  }),
);

const trace = named<Trace>()('Trace', z.object({ kind: z.enum(traceKinds), passage, in: passage }));

const debt = named<Debt>()(
  'Debt',
  z.object({
    articleId: z.string(),
    toArticleId: z.string().nullable(),
    toOutlet: z.string(),
    because: z.enum(debtReasons),
    kind: z.enum(debtKinds),
    directedBy: z.enum(directions),
    passage: orNull(passage),
    traces: listOf(trace),
    leftOut: listOf(passage),
  }),
);

const lineage = named<Lineage>()('Lineage', z.object({ overlaps: listOf(overlap), debts: listOf(debt) }));

const castMember = named<CastMember>()(
  'CastMember',
  z.object({
    id: z.string(),
    name: z.string(),
    kind: sourceKind,
    named: z.boolean(),
    entities: listOf(z.object({ articleId: z.string(), entityId: z.string() })),
  }),
);

const timeExpression = named<TimeExpression>()(
  'TimeExpression',
  z.object({
    start: z.int().min(0),
    end: z.int().min(0),
    kind: z.enum(['date', 'time', 'duration', 'set']),
    value: z.string().nullable().describe('TIMEX3'),
    anchor: z.object({ from: z.enum(['publication', 'text']), date: z.string() }).nullable(),
  }),
);

const timelineEntry = named<TimelineEntry>()(
  'TimelineEntry',
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('published'), articleId: z.string(), value: z.string() }),
    z.object({ kind: z.literal('mentioned'), articleId: z.string(), time: timeExpression }),
  ]),
);

export const story = named<Story>()(
  'Story',
  z.object({
    id: z.string(),
    accounts: listOf(reading),
    claims: listOf(claim),
    quotations: listOf(quotation),
    lineage,
    cast: listOf(castMember),
    timeline: listOf(timelineEntry),
  }),
);

export const storyEntry = named<StoryEntry>()(
  'StoryEntry',
  z.object({
    id: z.string(),
    revision: z.int().min(0).describe('Grows by one each time the story is written.'),
    title: z.string(),
    accounts: z.int().min(0),
    outlets: z.int().min(0),
    claims: z.int().min(0),
    disputed: z.int().min(0),
    firstPublished: dated.nullable(),
    lastPublished: dated.nullable(),
    createdAt: moment,
    updatedAt: moment,
    movedAt: moment
      .nullable()
      .describe('The newest change of a standing of a claim that was there before; ISO 8601, UTC'),
    mergedInto: z.string().nullable().describe('The story that it was merged into.'),
  }),
);
