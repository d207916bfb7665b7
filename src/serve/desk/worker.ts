import { parentPort } from 'node:worker_threads';
import type { Finding, Reading } from '../../domain/index.ts';
import { createPipeline } from '../../pipeline.ts';
import { createRetell } from './retell.ts';
import type { RetellingWork, Retold } from './retelling.ts';

/** What a worker thread is asked. */
export type Task =
  | { readonly kind: 'retell'; readonly work: RetellingWork }
  | { readonly kind: 'audit'; readonly reading: Reading };
/** `null` from `retell` where the thread does not remember the story. */
export type TaskResult = Retold | null | readonly Finding[];

export type Question = { readonly number: number; readonly task: Task };
export type Answer = { readonly number: number } & (
  | { readonly result: TaskResult }
  | { readonly fault: Error }
);

const pipeline = createPipeline();
pipeline.load();
const retell = createRetell(pipeline);

const perform = (task: Task): TaskResult =>
  task.kind === 'retell' ? retell(task.work) : pipeline.audit(task.reading);

parentPort?.on('message', ({ number, task }: Question) => {
  const answer = (): Answer => {
    try {
      return { number, result: perform(task) };
    } catch (error) {
      return { number, fault: error as Error };
    }
  };
  parentPort?.postMessage(answer());
});
