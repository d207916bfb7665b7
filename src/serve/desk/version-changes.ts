import type { Difference, Passage, Reading, Statement } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { VersionChanges } from '../../store/index.ts';

/** What a new version does to an article's sourcing: the two are compared as two accounts of one story are. */
export function versionChanges(pipeline: Pipeline, before: Reading, after: Reading): VersionChanges {
  const { id, published } = after.article;
  const asAccount = (reading: Reading, name: string): Reading => ({
    ...reading,
    article: { ...reading.article, id: name, published },
  });
  const { claims } = pipeline.align([asAccount(before, 'before'), asAccount(after, 'after')]);
  const own = ({ start, end }: Passage): Passage => ({ articleId: id, start, end });
  const differences = claims
    .flatMap(claim => claim.differences)
    .filter(each => each.before.articleId === 'before' && each.after.articleId === 'after')
    .map((each): Difference => ({ ...each, before: own(each.before), after: own(each.after) }));
  const [had, has] = [before, after].map(saidIn) as [Said, Said];
  return {
    differences,
    statementsGone: before.statements.flatMap(each => (has.has(saying(before, each)) ? [] : each.id)),
    statementsNew: after.statements.flatMap(each => (had.has(saying(after, each)) ? [] : each.id)),
  };
}

type Said = ReadonlySet<string>;
const saidIn = (reading: Reading): Said => new Set(reading.statements.map(each => saying(reading, each)));

/** Who says what, apart from where it stands. */
const saying = ({ article }: Reading, { source, stance, content, cue }: Statement): string => {
  const words = (content.length > 0 ? content : cue).map(span =>
    textOf(article.text, span).replace(/\s+/g, ' '),
  );
  return JSON.stringify([source?.text ?? null, stance, ...words]);
};
