import type {
  Credit,
  Debt,
  DebtReason,
  DifferenceKind,
  Direction,
  MergeReason,
  Source,
  SourceKind,
  Stance,
  StandingKind,
  TraceKind,
} from '../domain/index.ts';

/** The report's own words. All other words in a report are the accounts'. */

export const standingLabels: Readonly<Record<StandingKind, string>> = {
  disputed: 'disputed',
  corroborated: 'corroborated',
  'on-the-record': 'on the record',
  'several-unnamed-sources': 'several unnamed sources',
  'one-unnamed-source': 'one unnamed source',
  'press-report-only': 'press report only',
  'no-source-given': 'no source given',
};

/** The same, for a narrow column. */
export const shortStandingLabels: Readonly<Record<StandingKind, string>> = {
  disputed: 'disputed',
  corroborated: 'corroborated',
  'on-the-record': 'on the record',
  'several-unnamed-sources': 'several unnamed',
  'one-unnamed-source': 'one unnamed',
  'press-report-only': 'press report',
  'no-source-given': 'no source',
};

/** What a source does, in the third person. */
export const stanceLabels: Readonly<Record<Stance, string>> = {
  asserts: 'says',
  confirms: 'confirms',
  denies: 'denies',
  disputes: 'disputes',
  'neither-confirms-nor-denies': 'neither confirms nor denies',
  'declines-to-comment': 'declines to comment',
  'did-not-respond': 'did not respond',
  'could-not-be-reached': 'could not be reached',
  alleges: 'alleges',
  admits: 'admits',
  warns: 'warns',
  promises: 'promises',
  demands: 'demands',
  asks: 'asks',
  expects: 'expects',
  believes: 'believes',
  supports: 'supports',
  opposes: 'opposes',
};

export const kindLabels: Readonly<Record<SourceKind, string>> = {
  person: 'person',
  spokesperson: 'spokesperson',
  organisation: 'organisation',
  government: 'government body',
  document: 'document',
  press: 'press report',
  anonymous: 'unnamed source',
  'unnamed-group': 'unnamed group',
  unknown: 'not identified',
};

/** How a claim is sourced in an account. */
export const voiceLabels = {
  named: 'named source',
  unnamed: 'unnamed source',
  press: 'press report',
  unclear: 'source not identified',
  'own-voice': 'outlet’s own voice',
} as const;

export const differenceLabels: Readonly<Record<DifferenceKind, string>> = {
  number: 'number',
  date: 'date',
  place: 'place',
  who: 'who',
  polarity: 'yes or no',
  'hedge-lost': 'hedge lost',
  'hedge-added': 'hedge added',
  'source-dropped': 'source dropped',
  'source-vaguer': 'source vaguer',
  'source-changed': 'source changed',
  'reason-dropped': 'reason for anonymity dropped',
  'quotation-altered': 'quotation altered',
  'detail-added': 'detail added',
  'detail-dropped': 'detail dropped',
  'detail-only': 'detail',
};

export const mergeLabels: Readonly<Record<MergeReason, string>> = {
  credit: 'credited',
  copy: 'a copy',
  'same-name': 'the same name',
  'same-description': 'described alike',
  'same-quotation': 'the same words quoted',
  'same-body': 'one speaks for the other',
};

/** What two accounts both have. */
export const traceLabels: Readonly<Record<TraceKind, string>> = {
  wording: 'same wording',
  fact: 'same fact, same order',
  detail: 'same detail',
  spelling: 'same spelling',
};

export const debtLabels: Readonly<Record<Debt['kind'], string>> = {
  'first-report': 'first report',
  report: 'report',
  agency: 'agency',
  copy: 'copy',
  rewrite: 'rewrite',
};

export const reasonLabels: Readonly<Record<DebtReason, string>> = {
  credit: 'credited',
  wording: 'shares its wording',
  facts: 'tells the same in the same order',
};

export const directionLabels: Readonly<Record<Direction, string>> = {
  time: 'is later',
  agency: 'the other is a news agency’s',
  credit: 'names it',
  containment: 'has nothing of it but what is found there',
  unknown: 'which came first is unknown',
};

export const creditLabels: Readonly<Record<Credit['kind'], string>> = {
  'first-report': 'first report',
  report: 'report',
  byline: 'byline',
  'agency-line': 'agency line',
  link: 'link',
};

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How many speak, where they go unnamed: "one unnamed source". */
export function unnamedLabel(source: Source): string {
  if (source.count === 1) return 'one unnamed source';
  if (source.count !== null) return `${numberWords[source.count] ?? source.count} unnamed sources`;
  return source.kind === 'unnamed-group' ? 'an unnamed group' : 'unnamed';
}

/** `counted(1, 'claim')` is "1 claim". */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
