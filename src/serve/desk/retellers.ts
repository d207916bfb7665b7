import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Finding, Reading } from '../../domain/index.ts';
import { createPipeline } from '../../pipeline.ts';
import { createRetell } from './retell.ts';
import type { RetellingWork, Retold } from './retelling.ts';
import type { Answer, Question, Task, TaskResult } from './worker.ts';

/** Who does the reading, aligning and auditing for a desk: this thread, or others beside it. */
export type Retellers = {
  /** Resolves with null where the result that the work carries on from is not remembered. */
  readonly retell: (work: RetellingWork) => Promise<Retold | null>;
  readonly audit: (reading: Reading) => Promise<readonly Finding[]>;
  readonly close: () => Promise<void>;
};

/** `threads` of 0: the work is done in this thread, which is quicker for a few articles. */
export const createRetellers = (threads: number): Retellers =>
  threads === 0 ? inThisThread() : inThreads(threads);

function inThisThread(): Retellers {
  const pipeline = createPipeline();
  const retell = createRetell(pipeline);
  return {
    retell: async work => retell(work),
    audit: async reading => pipeline.audit(reading),
    close: async () => {},
  };
}

type Waiting = {
  readonly size: number;
  readonly resolve: (result: TaskResult) => void;
  readonly reject: (fault: Error) => void;
};

/**
 * A story that carries on from earlier work goes to the thread that did it and remembers it, all else to the thread that has
 * least to do. A thread that dies is replaced.
 */
function inThreads(count: number): Retellers {
  const threads = Array.from({ length: count }, startThread);
  const toldBy = new Map<string, Thread>();
  const idlest = (): Thread => {
    for (const [at, thread] of threads.entries()) if (!thread.isAlive()) threads[at] = startThread();
    return threads.reduce((least, next) => (next.load() < least.load() ? next : least));
  };
  const threadFor = ({ from, storyId }: RetellingWork): Thread => {
    const before = from === null ? undefined : toldBy.get(storyId);
    return before?.isAlive() ? before : idlest();
  };
  return {
    async retell(work) {
      const thread = threadFor(work);
      toldBy.set(work.storyId, thread);
      return (await thread.ask({ kind: 'retell', work }, sizeOf(work))) as Retold | null;
    },
    audit: async reading =>
      (await idlest().ask({ kind: 'audit', reading }, reading.article.text.length)) as readonly Finding[],
    async close() {
      await Promise.all(threads.map(thread => thread.stop()));
    },
  };
}

/** About how much there is to do, in characters to be read; what is read already is soon aligned. */
const sizeOf = ({ articles, accountIds }: RetellingWork): number =>
  articles.reduce((sum, { text }) => sum + text.length, 0) + 500 * accountIds.length;

type Thread = {
  readonly ask: (task: Task, size: number) => Promise<TaskResult>;
  /** The sizes of all tasks that wait for it. */
  readonly load: () => number;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<unknown>;
};

function startThread(): Thread {
  const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let load = 0;
  let alive = true;
  const fail = (fault: Error): void => {
    alive = false;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const { resolve, reject, size } = waiting.get(answer.number)!;
    load -= size;
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('fault' in answer) reject(answer.fault);
    else resolve(answer.result);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that reads ended')));
  worker.unref();
  return {
    ask: (task, size) =>
      new Promise((resolve, reject) => {
        const question: Question = { number: asked++, task };
        waiting.set(question.number, { resolve, reject, size });
        load += size;
        worker.ref();
        worker.postMessage(question);
      }),
    load: () => load,
    isAlive: () => alive,
    stop: () => worker.terminate(),
  };
}
