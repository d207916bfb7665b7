import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';

/** Parses the articles that it was started with, and sends each Doc as JSON. */
const parse = createParser();
parentPort!.postMessage((workerData as Article[]).map(article => JSON.stringify(parse(article))));
