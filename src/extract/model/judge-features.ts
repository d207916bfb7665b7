import type { TokenSpan } from '../../domain/index.ts';
import { type FeatureLists, feature1, feature2, feature3, hashText, mix } from '../../learn/index.ts';
import { type CandidateAttribution, overlaps } from './candidate.ts';
import { Columns, quoteStates } from './columns.ts';
import { headOf } from './frame-features.ts';
import { clip, distance } from './role-features.ts';

/** Adds what tells whether candidate `index` of a Doc's candidates is right: one position of `lists`. */
export function addJudgeFeatures(
  columns: Columns,
  roles: Uint8Array,
  candidates: readonly CandidateAttribution[],
  index: number,
  lists: FeatureLists,
): void {
  const candidate = candidates[index]!;
  const maker = candidate.pattern === null ? 0 : hashText(candidate.pattern);
  lists.add(feature1(1, 0));
  lists.add(feature1(8, maker));
  lists.add(feature2(9, maker, step(candidate.lead, 1, 4)));
  addRivals(candidates, index, maker, lists);
  addLeads(columns, candidate, lists);
  addCue(columns, candidate, lists);
  addContents(columns, roles, candidate, lists);
  addSource(columns, roles, candidate, lists);
  addNeighbours(candidates, index, lists);
  addPatterns(columns, candidate, lists);
  lists.next();
}

const step = (value: number, size: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(value / size)));

function addLeads(
  columns: Columns,
  { cue, lead, contentGap, sourceGap }: CandidateAttribution,
  lists: FeatureLists,
): void {
  const place = headOf(columns, cue);
  for (let level = -12; level <= step(lead, 0.5, 24); level++) lists.add(feature2(2, level, 0));
  for (let level = 0; level <= step(contentGap, 0.5, 16); level++) lists.add(feature1(3, level));
  for (let level = 0; level <= step(sourceGap, 0.5, 16); level++) lists.add(feature1(4, level));
  lists.add(feature3(5, step(lead, 1, 8), step(contentGap, 1, 6), step(sourceGap, 1, 6)));
  lists.add(feature2(6, columns.tag[place]!, step(lead, 1, 8)));
  lists.add(feature2(7, columns.lemma[place]!, step(lead, 2, 3)));
}

function addCue(columns: Columns, { cue, contents }: CandidateAttribution, lists: FeatureLists): void {
  const { lemma, tag, rate, relation, head, quote, hashed } = columns;
  const place = headOf(columns, cue);
  const first = cue.from + Columns.pad;
  const after = cue.to + Columns.pad;
  const words = columns.words!;
  const sentence = words.doc.sentences[words.sentenceOf[cue.from]!]!;
  const sense = columns.patterns.sense[place]!;
  lists.add(feature2(23, sense, tag[place]!));
  lists.add(feature3(24, sense, relation[place]!, contents[0] ? tag[contents[0].from + Columns.pad]! : 0));
  lists.add(feature2(10, lemma[place]!, tag[place]!));
  lists.add(feature2(11, rate[place]!, tag[place]!));
  lists.add(feature2(12, relation[place]!, tag[place]!));
  lists.add(feature2(13, lemma[place]!, relation[place]!));
  lists.add(feature2(14, hashed.lower[first]!, clip(cue.to - cue.from, 5)));
  lists.add(feature2(15, hashed.lower[first - 1]!, tag[place]!));
  lists.add(feature2(16, hashed.lower[after]!, tag[place]!));
  lists.add(feature2(17, hashed.lower[after]!, lemma[place]!));
  lists.add(feature2(18, lemma[head[place]!]!, relation[place]!));
  lists.add(feature2(19, quote[place]!, rate[place]!));
  lists.add(feature2(20, sentence.block < 2 ? sentence.block : 2, tag[place]!));
  const opening = contents[0] ? contents[0].from + Columns.pad : 0;
  lists.add(feature3(21, lemma[place]!, tag[opening]!, contents[0] && contents[0].from < cue.from ? 1 : 2));
  lists.add(
    feature3(22, tag[place]!, hashed.lower[opening]!, contents[0] && contents[0].from < cue.from ? 1 : 2),
  );
}

function addContents(
  columns: Columns,
  roles: Uint8Array,
  { cue, contents }: CandidateAttribution,
  lists: FeatureLists,
): void {
  const { quote, tag, marks, hashed } = columns;
  const first = contents[0];
  const last = contents.at(-1);
  const length = contents.reduce((sum, { from, to }) => sum + to - from, 0);
  lists.add(feature2(30, contents.length, distance(length)));
  if (!first || !last) return;
  const opening = first.from + Columns.pad;
  const closing = last.to - 1 + Columns.pad;
  const inside = marks[closing + 1]! - marks[opening]!;
  const apart = first.from < cue.from ? cue.from - first.to : first.from - cue.to;
  lists.add(feature3(31, quote[opening]!, quote[closing]!, clip(inside, 5)));
  lists.add(feature3(32, quote[opening - 1]!, quote[closing + 1]!, mix(quote[opening]!, quote[closing]!)));
  lists.add(feature2(33, step(apart, 1, 6), first.from < cue.from ? 1 : 2));
  lists.add(feature2(34, hashed.lower[opening]!, tag[closing]!));
  lists.add(feature2(35, hashed.lower[closing + 1]!, tag[closing]!));
  lists.add(feature2(36, tag[opening]!, tag[opening - 1]!));
  lists.add(feature2(37, step(share(contents, roles, 5), 0.2, 5), step(share(contents, roles, 3), 0.1, 3)));
  lists.add(
    feature1(38, quote[opening] === quoteStates.opens && quote[closing] === quoteStates.closes ? 1 : 0),
  );
}

function addSource(
  columns: Columns,
  roles: Uint8Array,
  { cue, sources }: CandidateAttribution,
  lists: FeatureLists,
): void {
  const { tag, hashed, lemma } = columns;
  const cuePlace = headOf(columns, cue);
  const [source] = sources;
  lists.add(feature2(50, sources.length, tag[cuePlace]!));
  lists.add(feature2(51, sources.length, lemma[cuePlace]!));
  if (!source) return;
  const opening = source.from + Columns.pad;
  const closing = source.to - 1 + Columns.pad;
  const apart = source.from < cue.from ? cue.from - source.to : source.from - cue.to;
  lists.add(feature2(52, distance(source.to - source.from), source.from < cue.from ? 1 : 2));
  lists.add(feature3(53, step(apart, 1, 6), source.from < cue.from ? 1 : 2, tag[cuePlace]!));
  lists.add(feature2(54, tag[opening]!, tag[closing]!));
  lists.add(feature2(59, columns.mention[opening]!, columns.mention[closing]!));
  lists.add(feature2(60, columns.mention[closing]!, tag[cuePlace]!));
  lists.add(feature1(55, hashed.lower[closing]!));
  lists.add(feature2(56, hashed.lower[opening]!, distance(source.to - source.from)));
  lists.add(feature2(57, tag[closing + 1]!, tag[opening - 1]!));
  lists.add(feature1(58, step(share([source], roles, 1), 0.25, 4)));
}

/** The part of the spans' tokens that the first tagger gave a role, begin or inside. */
function share(spans: readonly TokenSpan[], roles: Uint8Array, begin: number): number {
  let inRole = 0;
  let all = 0;
  for (const { from, to } of spans)
    for (let at = from; at < to; at++) {
      all++;
      if (roles[at] === begin || roles[at] === begin + 1) inRole++;
    }
  return all === 0 ? 0 : inRole / all;
}

function addNeighbours(
  candidates: readonly CandidateAttribution[],
  index: number,
  lists: FeatureLists,
): void {
  const own = candidates[index]!;
  let insideLead = -20;
  let holdsLead = -20;
  let sharesLead = -20;
  for (let other = Math.max(0, index - 12); other < Math.min(candidates.length, index + 13); other++) {
    const { cue, contents, lead } = candidates[other]!;
    if (other === index || overlaps(cue, own.cue)) continue;
    if (contents.some(content => holds(content, own.cue))) insideLead = Math.max(insideLead, lead);
    if (own.contents.some(content => holds(content, cue))) holdsLead = Math.max(holdsLead, lead);
    if (contents.some(content => own.contents.some(mine => mine.from < content.to && content.from < mine.to)))
      sharesLead = Math.max(sharesLead, lead);
  }
  const sign = step(own.lead, 1, 3);
  lists.add(feature2(70, step(insideLead, 1, 8), sign));
  lists.add(feature2(71, step(holdsLead, 1, 8), sign));
  lists.add(feature2(72, step(sharesLead, 1, 8), sign));
  lists.add(feature3(73, step(insideLead, 2, 4), step(holdsLead, 2, 4), step(sharesLead, 2, 4)));
}

/** What another maker made of the same cue. */
function addRivals(
  candidates: readonly CandidateAttribution[],
  index: number,
  maker: number,
  lists: FeatureLists,
): void {
  const own = candidates[index]!;
  for (let other = Math.max(0, index - 3); other < Math.min(candidates.length, index + 4); other++) {
    const rival = candidates[other]!;
    if (other === index || !overlaps(rival.cue, own.cue)) continue;
    const content = step(overlap(rival.contents, own.contents), 0.25, 4);
    const source = step(overlap(rival.sources, own.sources), 0.25, 4);
    lists.add(feature3(40, content, source, own.pattern === null ? 1 : 2));
    lists.add(feature3(41, maker, content, source));
    lists.add(feature3(42, step(rival.contentGap, 1, 6), content, maker));
    lists.add(feature3(43, step(rival.sourceGap, 1, 6), source, maker));
    lists.add(feature2(44, rival.contents.length > 0 ? 1 : 0, maker));
  }
}

const holds = (outer: TokenSpan, inner: TokenSpan): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

function addPatterns(
  { patterns, lemma }: Columns,
  candidate: CandidateAttribution,
  lists: FeatureLists,
): void {
  const { cue } = candidate;
  const found = patterns.attributions.find(
    other => other.cue !== null && other.cue.from < cue.to && cue.from < other.cue.to,
  );
  const outer = patterns.role[cue.from + Columns.pad]!;
  const sign = step(candidate.lead, 1, 4);
  if (!found) {
    lists.add(feature2(80, outer, sign));
    return;
  }
  const content = overlap(found.contents, candidate.contents);
  const source = overlap(found.source ? [found.source] : [], candidate.sources);
  const name = hashText(found.pattern);
  lists.add(feature3(81, step(content, 0.25, 4), step(source, 0.25, 4), name));
  lists.add(feature3(82, step(content, 0.25, 4), step(source, 0.25, 4), sign));
  lists.add(feature2(83, outer, name));
  lists.add(feature2(84, name, lemma[candidate.cue.from + Columns.pad]!));
}

/** Shared tokens over all tokens; 1 where both have none. */
function overlap(some: readonly TokenSpan[], others: readonly TokenSpan[]): number {
  const size = (spans: readonly TokenSpan[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
  let shared = 0;
  for (const a of some)
    for (const b of others) shared += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  const all = size(some) + size(others) - shared;
  return all === 0 ? 1 : shared / all;
}
