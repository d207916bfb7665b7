import type { Article, CorrectionRecord, Finding, Reading } from '../../domain/index.ts';
import type { Store } from '../../store/index.ts';

/** What became of an article that was added. */
export type Added = {
  readonly articleId: string;
  readonly storyId: string;
  /** `known`: the store has it already, nothing was changed. */
  readonly outcome: 'added' | 'new-version' | 'known';
  readonly version: number;
};

/** An error where the article could not be added. */
export type AddResult = Added | Error;

/** Thrown where some of several articles could not be added. The others are. */
export class SomeNotAdded extends Error {
  override readonly name = 'SomeNotAdded';
  /** In the order in which the articles were given. */
  readonly results: readonly AddResult[];

  constructor(results: readonly AddResult[]) {
    const faults = results.filter(result => result instanceof Error);
    super(`${faults.length} of ${results.length} articles could not be added: ${faults[0]?.message}`);
    this.results = results;
  }
}

export type CorrectionProblem = {
  readonly code: 'no-such-article' | 'no-such-story' | 'no-such-place' | 'no-such-correction' | 'already';
  readonly reason: string;
};
export type CorrectionResult =
  | { readonly ok: true; readonly record: CorrectionRecord }
  | { readonly ok: false; readonly problem: CorrectionProblem };

export type CorrectionWish = Pick<CorrectionRecord, 'correction' | 'by' | 'note'>;

/** Reads articles into a store: the pipeline at work on what is kept. */
export type Desk = {
  readonly store: Store;
  /**
   * Reads the articles, places them, tells their stories anew and writes each story whole in one transaction; resolves when all of
   * that is durable, in the order given. Calls are served one after another.
   * @throws {SomeNotAdded} where several were given; where it was one, whatever its fault is
   */
  readonly add: (articles: readonly Article[]) => Promise<readonly Added[]>;
  readonly correct: (wish: CorrectionWish) => Promise<CorrectionResult>;
  readonly withdraw: (correctionId: string) => Promise<CorrectionResult>;
  /** What the rules on sourcing find, as the packs have them. */
  readonly audit: (reading: Reading) => Promise<readonly Finding[]>;
  /** Called after every commit of this desk; gives back what ends that. */
  readonly onCommit: (listener: (head: number) => void) => () => void;
  readonly close: () => Promise<void>;
};
