import type { TestContext } from 'node:test';
import type { Article, QuotedPlace } from '../../../src/domain/index.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import type { Desk } from '../../../src/serve/desk/desk.ts';
import { openStore } from '../../../src/store/index.ts';

export const pipeline = createPipeline();

/** A desk on a store of its own, which the test closes. */
export async function openDesk(t: TestContext, address = ':memory:'): Promise<Desk> {
  const store = await openStore(address);
  let seconds = 0;
  const clock = () => new Date(Date.UTC(2024, 10, 18, 0, 0, seconds++));
  const desk = createDesk({ store, pipeline, clock, threads: 0 });
  t.after(async () => {
    await desk.close();
    await store.close();
  });
  return desk;
}

export function article(fields: {
  readonly outlet: string;
  readonly text: string;
  readonly title?: string;
  readonly url?: string;
  readonly id?: string;
  readonly published?: string;
}): Article {
  const read = pipeline.readRecord({ language: 'en', ...fields });
  if (!read.ok) throw new Error(read.problem.reason);
  return read.article;
}

/** Where words stand in an article. */
export function placeOf({ id, text }: Article, words: string): QuotedPlace {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in article ${id}`);
  return { articleId: id, start, end: start + words.length, words };
}

// Three accounts of one event and one of another, written for these tests.

export const first = article({
  outlet: 'Norwick Courier',
  title: 'Norwick ferry to stop in May',
  published: '2024-03-04',
  url: 'https://courier.example/ferry?utm_source=mail',
  text: `The Norwick ferry will stop running in May, the harbour master, Ada Quill, said on Monday.

“We cannot run a boat that nobody has inspected since the flood,” Ms Quill said.

A town official, who asked not to be named because the talks are private, said the ferry had lost two million crowns last year.`,
});

export const second = article({
  outlet: 'Lake Gazette',
  title: 'Ferry across Lake Norwick to end in May',
  published: '2024-03-05',
  url: 'https://gazette.example/norwick-ferry',
  text: `The ferry across Lake Norwick will stop running in May, the harbour master Ada Quill said.

The Norwick ferry lost two million crowns last year, a town official said.

“We cannot run a boat that nobody has inspected since the flood,” said Ms Quill.`,
});

export const denial = article({
  outlet: 'Norwick Radio',
  title: 'Mayor denies that Norwick ferry will stop',
  published: '2024-03-06',
  url: 'https://radio.example/ferry-denial',
  text: `The mayor of Norwick, Jon Petrel, denied on Wednesday that the Norwick ferry will stop running in May.

“The ferry will run all summer,” Mr Petrel said. He said the harbour master, Ada Quill, had spoken too soon.`,
});

export const other = article({
  outlet: 'Norwick Courier',
  title: 'Bakers strike over flour prices in Eastholm',
  published: '2024-03-05',
  url: 'https://courier.example/bakers',
  text: `Bakers in Eastholm stopped work on Tuesday over the price of flour, their union said.

“Flour has doubled in price since harvest, and our wages have not moved,” said Petra Lund, who leads the union of bakers.`,
});
