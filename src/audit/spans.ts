import type { CharSpan } from '../domain/index.ts';

/** The span alone, of something that has one. */
export const spanOf = ({ start, end }: CharSpan): CharSpan => ({ start, end });
