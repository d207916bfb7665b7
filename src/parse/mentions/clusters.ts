import type { EntityKind } from '../../domain/index.ts';
import type { Candidate } from './candidate.ts';
import type { Gender } from './vocabulary.ts';

/** Which candidates are one and the same: disjoint sets with what is known of each. A set is known by its first candidate. */
export class Clusters {
  readonly #parent: Int32Array;
  readonly #members: number[][];
  readonly #kinds: (EntityKind | null)[];
  readonly #genders: (Gender | null)[];
  readonly #numbers: Candidate['number'][];
  readonly #named: boolean[];

  constructor(candidates: readonly Candidate[], kinds: readonly (EntityKind | null)[]) {
    this.#parent = Int32Array.from(candidates.keys());
    this.#members = candidates.map(({ index }) => [index]);
    this.#kinds = [...kinds];
    this.#genders = candidates.map(({ gender }) => gender);
    this.#numbers = candidates.map(({ number }) => number);
    this.#named = candidates.map(({ kind }) => kind === 'name');
  }

  of(candidate: number): number {
    let root = candidate;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[candidate] = root;
    return root;
  }

  /** In the order in which they joined. */
  members = (candidate: number): readonly number[] => this.#members[this.of(candidate)]!;
  kind = (candidate: number): EntityKind | null => this.#kinds[this.of(candidate)]!;
  gender = (candidate: number): Gender | null => this.#genders[this.of(candidate)]!;
  number = (candidate: number): Candidate['number'] => this.#numbers[this.of(candidate)]!;
  isNamed = (candidate: number): boolean => this.#named[this.of(candidate)]!;
  isJoined = (candidate: number): boolean => this.members(candidate).length > 1;
  same = (a: number, b: number): boolean => this.of(a) === this.of(b);

  tellGender(candidate: number, gender: Gender): void {
    this.#genders[this.of(candidate)] ??= gender;
  }

  /** Nothing that is known of the one speaks against the other. */
  agree(a: number, b: number): boolean {
    const [one, other] = [this.of(a), this.of(b)];
    const differ = <Value>(values: readonly (Value | null)[]): boolean =>
      values[one] !== null && values[other] !== null && values[one] !== values[other];
    return !differ(this.#kinds) && !differ(this.#genders);
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return;
    const [root, gone] = one < other ? [one, other] : [other, one];
    this.#parent[gone] = root;
    for (const member of this.#members[gone]!) this.#members[root]!.push(member);
    this.#members[gone] = [];
    this.#kinds[root] ??= this.#kinds[gone]!;
    this.#genders[root] ??= this.#genders[gone]!;
    if (this.#numbers[root] === 'either') this.#numbers[root] = this.#numbers[gone]!;
    this.#named[root] ||= this.#named[gone]!;
  }
}
