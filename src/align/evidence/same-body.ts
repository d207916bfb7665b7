import { type SourceKind, textOf } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Found } from './trace.ts';

const people: ReadonlySet<SourceKind> = new Set(['person', 'spokesperson']);
const bodies: ReadonlySet<SourceKind> = new Set(['organisation', 'government']);

/** Whether one of two sources is a body and the other holds an office in it: "Roofline", "Simon Peake, the director of Roofline". */
export type SameBodyTest = (one: Found, other: Found) => boolean;

export function createSameBodyTest(): SameBodyTest {
  const former = new Set(loadLexicon('former').map(([word = '']) => word));
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  const speaksFor = ({ account, source }: Found, { member }: Found): boolean => {
    if (!source?.description || !people.has(source.kind) || !member || !bodies.has(member.kind)) return false;
    const office = wordsOf(textOf(account.text, source.description));
    const name = wordsOf(member.name.replace(/^the\s+/i, ''));
    return ` ${office.join(' ')} `.includes(` ${name.join(' ')} `) && !office.some(word => former.has(word));
  };
  return (one, other) => speaksFor(one, other) || speaksFor(other, one);
}
