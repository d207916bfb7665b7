import type { Article } from '../../domain/index.ts';
import { StoreProblem } from '../../store/index.ts';
import { type AddResult, type Desk, SomeNotAdded } from './desk.ts';

/**
 * What became of each article, an error where it could not be added.
 * @throws {StoreProblem} where it is not the articles that are at fault
 */
export async function addEach(desk: Desk, articles: readonly Article[]): Promise<readonly AddResult[]> {
  try {
    return await desk.add(articles);
  } catch (error) {
    if (error instanceof StoreProblem) throw error;
    return error instanceof SomeNotAdded ? error.results : articles.map(() => error as Error);
  }
}
