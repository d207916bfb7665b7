import type { Source, Statement } from '../domain/index.ts';
import { covers } from '../domain/index.ts';
import type { AccountView } from './account.ts';
import { kindLabels, unnamedLabel } from './labels.ts';
import type { Line, Piece } from './page.ts';
import { line, plain, strong } from './page.ts';
import { clean } from './words.ts';

/** About how many characters of an account's words describe a source. */
const limit = 110;

type Quote = AccountView['quote'];

export const isUnnamed = (source: Source): boolean =>
  source.anonymity !== null || source.kind === 'anonymous' || source.kind === 'unnamed-group';

/** What an account says of a source anywhere; null is what it does not say, or what does not apply. */
export type SourceParts = { readonly who: Line; readonly basis: Line | null; readonly terms: Line | null };

/** Who it is and how named; how it knows; on what terms it goes unnamed, and why. */
export function sourceParts(source: Source, account: AccountView): SourceParts {
  const { quote } = account;
  const full = withWhatIsSaidElsewhere(source, account);
  return {
    who: full.name === null ? describedLine(full, quote) : namedLine(full, full.name, quote),
    basis: basisLine(full, quote),
    terms: isUnnamed(full) ? termsLine(full, quote) : null,
  };
}

/** The same as one line: "“an official”, one unnamed source; basis “briefed on it”; no reason given". */
export function sourceLine(source: Source, account: AccountView): Line {
  const parts = sourceParts(source, account);
  return [...parts.who, ...authorityOf(parts)];
}

/** "; basis “briefed on it”; no reason given": what follows who it is. */
export const authorityOf = ({ basis, terms }: Pick<SourceParts, 'basis' | 'terms'>): Line => [
  ...(basis ? line`; basis ${basis}` : []),
  ...(terms ? line`; ${terms}` : []),
];

/** Of what an account calls one speaker in several statements, the source of which it says most. */
export function fullestSource(statements: readonly Statement[], account: AccountView): Source | null {
  const sources = statements.flatMap(({ source }) => source ?? []);
  const scores = sources.map(source => {
    const { name, description, basis, anonymity } = withWhatIsSaidElsewhere(source, account);
    return [anonymity?.reason, anonymity?.terms, basis, name, description].filter(Boolean).length;
  });
  return sources[scores.indexOf(Math.max(...scores))] ?? null;
}

/** The same speaker may be described with one statement, and its basis or terms given with another. */
function withWhatIsSaidElsewhere(source: Source, { statementsBy }: AccountView): Source {
  if (source.entityId === null) return source;
  const same = statementsBy(source.entityId).flatMap(each => each.source ?? []);
  const first = <T>(pick: (each: Source) => T | null | undefined): T | null => {
    for (const each of [source, ...same]) if (pick(each) != null) return pick(each)!;
    return null;
  };
  const terms = first(each => each.anonymity?.terms);
  const reason = first(each => each.anonymity?.reason);
  return {
    ...source,
    description: first(each => each.description),
    basis: first(each => each.basis),
    count: first(each => each.count),
    anonymity: terms || reason ? { terms, reason } : source.anonymity,
  };
}

function namedLine(source: Source, name: string, quote: Quote): Line {
  const who = nameAndWords(name, source.description && quote([source.description], limit));
  return who.length > 1 || source.kind === 'person' ? who : [...who, plain(` (${kindLabels[source.kind]})`)];
}

/** The name and the words that describe it; where these hold the name, or are the name, it is not said twice. */
export function nameAndWords(name: string, words: Piece | null): Line {
  const shown = strong(clean(name));
  const described = bareName(words && 'text' in words ? words.text : '');
  if (!words || described === bareName(name)) return [shown];
  return described.includes(bareName(name)) ? [words] : line`${shown}, ${words}`;
}

const bareName = (text: string): string => clean(text).toLowerCase().replace(/^the /, '');

function describedLine(source: Source, quote: Quote): Line {
  const words = quote(source.description ? [source.description] : source.spans, limit);
  return line`${words}, ${plain(isUnnamed(source) ? unnamedLabel(source) : kindLabels[source.kind])}`;
}

/** Null where the words that describe the source say it already. */
function basisLine({ basis, description, spans }: Source, quote: Quote): Line | null {
  const shown = description ? [description] : spans;
  return basis && !shown.some(span => covers(span, basis)) ? [quote([basis], limit)] : null;
}

function termsLine({ anonymity }: Source, quote: Quote): Line {
  const terms = anonymity?.terms ? line`terms ${quote([anonymity.terms], limit)}; ` : [];
  return anonymity?.reason
    ? line`${terms}reason ${quote([anonymity.reason], limit)}`
    : line`${terms}no reason given`;
}
