import type { CharSpan, Statement } from '../../domain/index.ts';
import { type Accusation, accusations, accusing, namerOf } from '../accusations.ts';
import type { AuditContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';
import { spanOf } from '../spans.ts';
import { speakerStart, wordsOf } from '../statement-places.ts';
import { unquotedPhrases } from '../voice.ts';

/** "Pell accused the bank of hiding losses" at the top, and "the bank denied it" nine paragraphs below. */
export const rule: Rule = {
  id: 'late-denial',
  lexicons: [accusing, 'wrongdoing'],
  check: (context, { mostParagraphs }) => {
    const denials = context.statements.filter(statement => isDenial(context, statement));
    if (denials.length === 0) return [];
    const charges = { accusations: accusations(context), wrongs: unquotedPhrases(context, 'wrongdoing') };
    return denials.flatMap(denial => lateness(context, charges, denial, Number(mostParagraphs)));
  },
};

/** All that the article accuses somebody of, and all its words for wrongs. */
type Charges = { readonly accusations: readonly Accusation[]; readonly wrongs: readonly CharSpan[] };

/** "denied it": not "rejected the offer", and not a denial whose own sentence tells what is denied. */
function isDenial(
  { doc, textOf, tokensIn, sentenceAt }: AuditContext,
  { stance, insideId, cue }: Statement,
): boolean {
  const [verb] = cue;
  if (stance !== 'denies' || insideId !== null || !verb) return false;
  const { from, to } = tokensIn(verb);
  const sentence = sentenceAt(verb.start);
  return (
    doc.tokens.slice(from, to).some(({ lemma, upos }) => lemma === 'deny' && upos === 'VERB') &&
    !(sentence && /\b(?:allegation|accusation|claim|charge|report)s? that\b/.test(textOf(sentence)))
  );
}

/** How far a denial stands below the first words of wrong that are tied to the one who denies, who has not denied it before. */
function lateness(context: AuditContext, charges: Charges, denial: Statement, limit: number): Violation[] {
  const [span] = denial.cue;
  const charge = span && chargeBefore(context, charges, denial, span.start);
  if (!span || !charge) return [];
  const below = context.paragraphAt(span.start) - context.paragraphAt(charge.start);
  const name = denial.source?.name ?? denial.source?.text ?? '';
  return below > limit && !hasDenied(context, denial, charge, span)
    ? [{ span, facts: { name, below }, related: [charge] }]
    : [];
}

function chargeBefore(
  context: AuditContext,
  { accusations, wrongs }: Charges,
  { source }: Statement,
  before: number,
): CharSpan | null {
  const known = new Set(wordsOf(source?.name ?? null).slice(-1));
  const isKnown = (words: string) => wordsOf(words).some(word => known.has(word));
  const charged = accusations
    .filter(({ accused }) => [...known].some(namerOf(context, accused)))
    .map(({ verb }) => verb);
  const told = wrongs.filter(({ start }) => {
    const sentence = context.sentenceAt(start);
    return sentence !== null && isKnown(context.textOf(sentence));
  });
  const first = [...charged, ...told]
    .filter(({ start }) => start < before)
    .sort((a, b) => a.start - b.start)[0];
  return first ? spanOf(first) : null;
}

/** An earlier denial by the same stands nearer to the charge. */
const hasDenied = (
  { statements }: AuditContext,
  { id, source }: Statement,
  after: CharSpan,
  before: CharSpan,
): boolean =>
  statements.some(other => {
    const at = speakerStart(other) ?? -1;
    return (
      other.id !== id &&
      other.stance === 'denies' &&
      at >= after.start &&
      at < before.start &&
      other.source?.name === source?.name
    );
  });
