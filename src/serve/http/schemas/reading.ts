import { z } from '@hono/zod-openapi';
import {
  type Anonymity,
  type Credit,
  type Entity,
  type Reading,
  type Source,
  type Statement,
  sourceKinds,
  stances,
} from '../../../domain/index.ts';
import { article } from './article.ts';
import { listOf, named, orNull } from './matching.ts';
import { charSpan } from './place.ts';

export const sourceKind = z.enum(sourceKinds).openapi('SourceKind');
export const stance = z.enum(stances).openapi('Stance');

const anonymity = named<Anonymity>()(
  'Anonymity',
  z.object({ terms: orNull(charSpan), reason: orNull(charSpan) }),
);

const source = named<Source>()(
  'Source',
  z.object({
    spans: listOf(charSpan),
    text: z.string(),
    entityId: z.string().nullable(),
    name: z.string().nullable(),
    kind: sourceKind,
    description: orNull(charSpan),
    basis: orNull(charSpan),
    anonymity: orNull(anonymity),
    count: z.int().nullable(),
  }),
);

const statement = named<Statement>()(
  'Statement',
  z.object({
    id: z.string(),
    kind: z.enum(['direct', 'mixed', 'indirect']),
    source: orNull(source),
    cue: listOf(charSpan),
    content: listOf(charSpan),
    stance,
    negated: z.boolean(),
    hedges: listOf(charSpan),
    via: listOf(source),
    insideId: z.string().nullable(),
    madeBy: z.string(),
    confidence: z.number().min(0).max(1),
  }),
);

const entity = named<Entity>()(
  'Entity',
  z.object({
    id: z.string(),
    kind: sourceKind,
    name: z.string().nullable(),
    description: charSpan,
    mentions: listOf(charSpan),
  }),
);

const credit = named<Credit>()(
  'Credit',
  z.object({
    outlet: z.string(),
    kind: z.enum(['first-report', 'report', 'byline', 'agency-line', 'link']),
    span: orNull(charSpan),
  }),
);

export const reading = named<Reading>()(
  'Reading',
  z.object({
    article,
    entities: listOf(entity),
    statements: listOf(statement),
    credits: listOf(credit),
  }),
);
