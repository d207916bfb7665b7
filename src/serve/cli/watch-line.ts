import { clean } from '../../report/index.ts';
import type { WatchEvent } from '../watch/index.ts';
import { faultProblem } from './complaints.ts';

/** What a person at the terminal is told; everything in it is somebody else's words. */
export function watchLine(event: WatchEvent): string {
  switch (event.kind) {
    case 'alert-problem':
      return clean(`hearsay: alert ${event.alert.seq} to ${event.sink}: ${event.reason}`);
    case 'fault': {
      const { reason, advice } = faultProblem(event.error);
      return clean(`hearsay: ${event.feed ?? 'watch'}: ${reason}; ${advice}`);
    }
    case 'polled':
      return clean(`hearsay: ${event.feed.url}: ${polledLine(event)}`);
  }
}

function polledLine({ feed, outcome, taken }: Extract<WatchEvent, { kind: 'polled' }>): string {
  if (outcome === 'stopped') return 'stopped';
  if (outcome === 'failed') return `${feed.problem}; asked again at ${feed.nextAt}`;
  if (taken === null) return 'nothing new';
  const failures = taken.failed > 0 ? `, ${taken.failed} not taken (hearsay feeds says why)` : '';
  const isCut = feed.problem === null ? '' : `; ${feed.problem}`;
  return `${taken.items} new, ${taken.articles} added${failures}${isCut}`;
}
