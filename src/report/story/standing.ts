import type { Claim, Response } from '../../domain/index.ts';
import { counted } from '../labels.ts';
import type { Line, Piece } from '../page.ts';
import { joined, line, plain, quiet } from '../page.ts';
import { clean, shorten } from '../words.ts';
import type { Lookup } from './lookup.ts';

/** How many of those who speak for or against a claim are named in one line. */
const most = 3;

/** Why the claim has its standing, in one line: who denies it, and who stands for it in which accounts. */
export function whyLine(lookup: Lookup, claim: Claim): Line {
  const why = whyOfWording(lookup, claim);
  const { otherwise } = claim.standing;
  const others = originSpeakers(lookup, claim, id => otherwise.includes(id));
  if (others.length === 0 || claim.standing.kind === 'disputed') return why;
  return line`${why}; ${listed(lookup, others)} ${plain(others.length === 1 ? 'says' : 'say')} it otherwise`;
}

function whyOfWording(lookup: Lookup, claim: Claim): Line {
  const isDisputed = claim.standing.kind === 'disputed';
  const tellers = originSpeakers(lookup, claim, id => isDisputed || !claim.standing.otherwise.includes(id));
  const told = tellers.length > 0 ? listed(lookup, tellers) : null;
  const ownVoice = ownVoiceLine(lookup, accountsOf(claim));
  switch (claim.standing.kind) {
    case 'disputed':
      return disputedLine(lookup, claim, tellers, ownVoice);
    case 'corroborated':
      return told ? line`${countOf(claim, tellers)}, not all unnamed: ${told}` : originsLabel(claim);
    case 'press-report-only':
      return line`only what ${told ?? plain('the press')} reports; no source of its own is given`;
    case 'one-unnamed-source':
      return told ? line`only ${told} says it` : line`said by somebody who is not identified`;
    case 'no-source-given':
      return ownVoice;
    default:
      return told ? line`said by ${told}` : ownVoice;
  }
}

/** Where some say it otherwise, the origins of the others. */
const countOf = (claim: Claim, tellers: readonly Speaker[]): Line =>
  claim.standing.otherwise.length > 0 ? [plain(counted(tellers.length, 'origin'))] : originsLabel(claim);

/** Denied by somebody, told by one and its opposite by another, or told by nobody and denied. */
function disputedLine(lookup: Lookup, claim: Claim, tellers: readonly Speaker[], ownVoice: Line): Line {
  const against = deniers(lookup, claim);
  const isContradicted = claim.differences.some(({ kind }) => kind === 'polarity');
  if (tellers.length === 0)
    return against.length > 0 ? line`denied by ${listed(lookup, against)}; ${ownVoice}` : ownVoice;
  const told = listed(lookup, tellers);
  if (against.length > 0) return line`denied by ${listed(lookup, against)}; told by ${told}`;
  if (!isContradicted) return line`denied by ${told}, and told by nobody`;
  const own = accountsOf(claim).filter(id => !tellers.some(({ articleIds }) => articleIds.includes(id)));
  const voices = own.length > 0 ? line`${told} and the outlet’s own voice ${lookup.accounts(own)}` : told;
  return line`${voices} say the opposite of each other`;
}

/** The accounts that tell the claim. */
export const accountsOf = (claim: Claim): readonly string[] => [
  ...new Set(claim.tellings.map(({ articleId }) => articleId)),
];

/** `[1] [2] tell it in their own voice` */
const ownVoiceLine = (lookup: Lookup, articleIds: readonly string[]): Line =>
  line`${lookup.accounts(articleIds)}\u00a0${plain(articleIds.length === 1 ? 'tells it in its own voice' : 'tell it in their own voice')}`;

/** "2 origins", "2 to 3 origins": the distinct sources on which a claim rests. */
export const originsLabel = ({ originCount: { least, most } }: Pick<Claim, 'originCount'>): Line => [
  plain(least === most ? counted(least, 'origin') : `${least} to ${most} origins`),
];

/** Someone who stands for or against a claim, and in which accounts. */
type Speaker = { readonly name: Piece; readonly articleIds: readonly string[] };

/** The sources on which the claim rests in some accounts, the named first. */
function originSpeakers(
  lookup: Lookup,
  { origins }: Claim,
  isIn: (articleId: string) => boolean,
): readonly Speaker[] {
  return origins
    .map(({ kind, castId, articleIds }) => ({ kind, castId, articleIds: articleIds.filter(isIn) }))
    .filter(({ kind, articleIds }) => kind !== 'own-voice' && articleIds.length > 0)
    .sort((a, b) => Number(isNamed(lookup, b.castId)) - Number(isNamed(lookup, a.castId)))
    .map(({ castId, articleIds }) => ({ name: memberName(lookup, castId), articleIds }));
}

const isNamed = (lookup: Lookup, castId: string | null): boolean => lookup.cast(castId)?.named ?? false;

/** A name as it is; the words for someone without one between quotation marks. */
export function memberName(lookup: Lookup, castId: string | null): Piece {
  const member = lookup.cast(castId);
  if (!member) return quiet('a source that is not identified');
  const name = shorten(clean(member.name), 80);
  return plain(member.named ? name : `“${name}”`);
}

function deniers(lookup: Lookup, claim: Claim): readonly Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const { articleId, statementId } of denials(claim)) {
    const [statement] = lookup.statements(articleId, [statementId]);
    const member = lookup.castOf(articleId, statement?.source?.entityId ?? null);
    const words = clean(statement?.source?.text ?? '') || 'somebody';
    const key = member?.id ?? words.toLowerCase();
    speakers.set(key, {
      name: member ? memberName(lookup, member.id) : plain(shorten(words, 80)),
      articleIds: [...(speakers.get(key)?.articleIds ?? []), articleId],
    });
  }
  return [...speakers.values()];
}

/** The denials of a claim. */
export const denials = ({ responses }: Claim): readonly Response[] =>
  responses.filter(({ stance }) => stance === 'denies' || stance === 'disputes');

function listed(lookup: Lookup, speakers: readonly Speaker[]): Line {
  const shown = speakers
    .slice(0, most)
    .map(({ name, articleIds }): Line => line`${name} ${lookup.accounts(articleIds)}`);
  const more = speakers.length > most ? [[plain(`${speakers.length - most} more`)]] : [];
  return joined([...shown, ...more], ', ');
}
