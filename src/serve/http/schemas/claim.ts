import { z } from '@hono/zod-openapi';
import {
  type Claim,
  type Difference,
  differenceKinds,
  type Merge,
  mergeReasons,
  type Origin,
  type OriginCount,
  originKinds,
  type Response,
  type Standing,
  standings,
  type Telling,
} from '../../../domain/index.ts';
import type { ClaimEntry } from '../../../store/index.ts';
import { listOf, named } from './matching.ts';
import { moment, passage } from './place.ts';
import { stance } from './reading.ts';

export const standingKind = z.enum(standings).openapi('StandingKind');

export const telling = named<Telling>()(
  'Telling',
  z.object({ ...passage.shape, statementIds: listOf(z.string()) }),
);

const response = named<Response>()(
  'Response',
  z.object({ ...passage.shape, statementId: z.string(), stance }),
);

export const difference = named<Difference>()(
  'Difference',
  z.object({ kind: z.enum(differenceKinds), before: passage, after: passage }),
);

const origin = named<Origin>()(
  'Origin',
  z.object({
    kind: z.enum(originKinds),
    castId: z.string().nullable(),
    articleIds: listOf(z.string()),
  }),
);

const originCount = named<OriginCount>()(
  'OriginCount',
  z.object({ least: z.int().min(0), most: z.int().min(0) }),
);

const merge = named<Merge>()(
  'Merge',
  z.object({ because: z.enum(mergeReasons), certain: z.boolean(), from: passage, into: passage }),
);

const standing = named<Standing>()(
  'Standing',
  z.object({ kind: standingKind, evidence: listOf(passage), otherwise: listOf(z.string()) }),
);

export const claim = named<Claim>()(
  'Claim',
  z.object({
    id: z.string(),
    wording: passage,
    tellings: listOf(telling),
    responses: listOf(response),
    differences: listOf(difference),
    origins: listOf(origin),
    originCount,
    merges: listOf(merge),
    standing,
  }),
);

export const claimEntry = named<ClaimEntry>()(
  'ClaimEntry',
  z.object({
    id: z.string(),
    storyId: z.string(),
    wording: z.string(),
    standing: standingKind,
    accounts: z.int().min(0),
    originsLeast: z.int().min(0),
    originsMost: z.int().min(0),
    since: moment.describe('When it got the standing that it has; ISO 8601, UTC'),
  }),
);
