import type { Article, Membership } from '../../domain/index.ts';
import { createPipeline } from '../../pipeline.ts';
import type { Place } from './complaints.ts';
import { write } from './output.ts';
import { type AccountOptions, articleOf } from './records.ts';
import { createWork, eachMade, exitCode, type Work } from './work.ts';

export type ClusterOptions = AccountOptions & { readonly online?: boolean };

/** `hearsay cluster`: which story each article tells, a line each. Gives the exit code. */
export async function runCluster(
  files: readonly string[],
  { online = false, ...options }: ClusterOptions,
): Promise<number> {
  const pipeline = createPipeline();
  const work = await createWork(pipeline, files, options, online);
  const clustering = pipeline.clustering();
  const lineOf = (membership: Membership): string => `${JSON.stringify(membership)}\n`;
  if (online) for await (const article of eachArticle(work)) await write(lineOf(clustering.place(article)));
  else {
    for await (const article of eachArticle(work)) clustering.add(article);
    for (const membership of clustering.memberships()) await write(lineOf(membership));
  }
  return exitCode(work.complaints.count());
}

/** Each article once: its id stands for it in what is written. */
async function* eachArticle(work: Work): AsyncGenerator<Article> {
  const places = new Map<string, Place>();
  for await (const { made, name, line } of eachMade(work, articleOf)) {
    const other = places.get(made.id);
    if (other) work.complaints.add({ name, line }, sameId(other));
    else {
      places.set(made.id, { name, line });
      yield made;
    }
  }
}

const sameId = ({ name, line }: Place) => ({
  reason: `has the id of ${line === null ? name : `${name}:${line}`}, left out`,
  advice: 'name each article once, with an id of its own',
});
