import { parentPort } from 'node:worker_threads';
import { createPipeline } from '../../pipeline.ts';
import { createRetell } from './retell.ts';
import type { RetellingWork, Retold } from './retelling.ts';

/** What a worker thread is asked, and what it answers: `retold` is null where it does not remember the story. */
export type Question = { readonly number: number; readonly work: RetellingWork };
export type Answer = { readonly number: number } & (
  | { readonly retold: Retold | null }
  | { readonly fault: Error }
);

const retell = createRetell(createPipeline());

parentPort?.on('message', ({ number, work }: Question) => {
  const answer = (): Answer => {
    try {
      return { number, retold: retell(work) };
    } catch (error) {
      return { number, fault: error as Error };
    }
  };
  parentPort?.postMessage(answer());
});
