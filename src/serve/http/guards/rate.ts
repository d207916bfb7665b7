import { counted } from '../../../report/index.ts';
import { HttpProblem } from '../problem.ts';

/** Lets each of many callers go on at a steady pace. */
export type Pace = {
  /** @throws {HttpProblem} where the caller is too quick */
  readonly step: (caller: string, now: Date) => void;
};

const mostCallers = 10_000;

/**
 * A leaky bucket for each caller: a minute's worth at once, then as much as comes back with time. Callers beyond the
 * ten thousand seen last are forgotten, so that memory stays bounded.
 */
export function createPace(perMinute: number): Pace {
  const buckets = new Map<string, { readonly level: number; readonly at: number }>();
  const step = (caller: string, now: Date): void => {
    const at = now.getTime();
    const bucket = buckets.get(caller) ?? { level: 0, at };
    const level = Math.max(0, bucket.level - ((at - bucket.at) / 60_000) * perMinute);
    if (level + 1 > perMinute) throw tooQuick(((level + 1 - perMinute) / perMinute) * 60);
    buckets.delete(caller);
    buckets.set(caller, { level: level + 1, at });
    if (buckets.size > mostCallers) buckets.delete(buckets.keys().next().value as string);
  };
  return { step: perMinute === 0 ? () => {} : step };
}

function tooQuick(seconds: number): HttpProblem {
  const wait = Math.ceil(seconds);
  return new HttpProblem('too-many-requests', `wait ${counted(wait, 'second')}, then ask again`, {
    headers: { 'Retry-After': String(wait) },
  });
}
