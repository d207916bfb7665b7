import { createPipeline } from '../../src/pipeline.ts';
import { bCubed } from '../evaluate/b-cubed.ts';
import { makeNews } from './made-news.ts';

/** All at once, or one at a time. */
export type Way = 'batch' | 'online';

/**
 * One line: processor seconds for so many articles of made-up news, the most memory that the process had by then, and B-cubed F,
 * which shows that the work was done. Making the news does not count, reading it does not either.
 */
export function benchStories(count: number, way: Way): string {
  let seconds = 0;
  const timed = <Made>(work: () => Made): Made => {
    const started = process.cpuUsage();
    const made = work();
    const { user, system } = process.cpuUsage(started);
    seconds += (user + system) / 1e6;
    return made;
  };
  const own = timed(createPipeline().clustering);
  const found: string[] = [];
  const gold: string[] = [];
  for (const { article, story } of makeNews(count)) {
    gold.push(String(story));
    if (way === 'batch') timed(() => own.add(article));
    else found.push(timed(() => own.place(article)).story);
  }
  if (way === 'batch') for (const { story } of timed(own.memberships)) found.push(story);
  const memory = process.resourceUsage().maxRSS / 1000;
  const figures = [
    `${seconds.toFixed(1)} s`,
    `${(count / seconds).toFixed(0)} articles/s`,
    `${memory.toFixed(0)} MB`,
    `F ${bCubed(found, gold).f.toFixed(1)}`,
  ];
  return `${`${count} articles, ${way}`.padEnd(26)}${figures.map(figure => figure.padStart(18)).join('')}`;
}
