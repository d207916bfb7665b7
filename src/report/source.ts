import type { Source } from '../domain/index.ts';
import { covers } from '../domain/index.ts';
import type { AccountView } from './account.ts';
import { kindLabels, unnamedLabel } from './labels.ts';
import type { Line } from './page.ts';
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
  const { who, basis, terms } = sourceParts(source, account);
  return [...who, ...(basis ? line`; basis ${basis}` : []), ...(terms ? line`; ${terms}` : [])];
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
  const description = source.description && quote([source.description], limit);
  if (description && description.as === 'words' && description.text !== name)
    return line`${strong(clean(name))}, ${description}`;
  const label = source.kind === 'person' ? [] : [plain(` (${kindLabels[source.kind]})`)];
  return [strong(clean(name)), ...label];
}

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
