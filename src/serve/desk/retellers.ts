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

type Waiting = { readonly resolve: (result: TaskResult) => void; readonly reject: (fault: Error) => void };

/** A story is always told by the same thread, which remembers it; a thread that dies is replaced. */
function inThreads(count: number): Retellers {
  const threads: (Thread | undefined)[] = Array.from({ length: count });
  const threadFor = (name: string): Thread => {
    const at = [...name].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) >>> 0, 7) % count;
    const there = threads[at];
    if (there?.isAlive()) return there;
    const made = startThread();
    threads[at] = made;
    return made;
  };
  return {
    retell: async work => (await threadFor(work.storyId).ask({ kind: 'retell', work })) as Retold | null,
    audit: async reading =>
      (await threadFor(reading.article.id).ask({ kind: 'audit', reading })) as readonly Finding[],
    close: async () => {
      await Promise.all(threads.map(thread => thread?.stop()));
    },
  };
}

type Thread = {
  readonly ask: (task: Task) => Promise<TaskResult>;
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<unknown>;
};

function startThread(): Thread {
  const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url));
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let alive = true;
  const fail = (fault: Error): void => {
    alive = false;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.number)!;
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('fault' in answer) reject(answer.fault);
    else resolve(answer.result);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that reads ended')));
  worker.unref();
  return {
    ask: task =>
      new Promise((resolve, reject) => {
        const question: Question = { number: asked++, task };
        waiting.set(question.number, { resolve, reject });
        worker.ref();
        worker.postMessage(question);
      }),
    isAlive: () => alive,
    stop: () => worker.terminate(),
  };
}
