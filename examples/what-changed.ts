// Tells how the standing of claims changes when one more account is read: the last file named.
//
//     node examples/what-changed.ts examples/iran-musk-meeting/[1-4]-*.md

import { readFileSync } from 'node:fs';
import { type Claim, createPipeline, type Story, textOf } from '../src/index.ts';

const pipeline = createPipeline();
const articles = process.argv.slice(2).flatMap(file => {
  const result = pipeline.read({ name: file, bytes: readFileSync(file) });
  return result.ok ? [result.article] : [];
});

const wordingOf = ({ accounts }: Story, { wording }: Claim): string => {
  const account = accounts.find(({ article }) => article.id === wording.articleId);
  return account ? textOf(account.article.text, wording) : '';
};

const before = pipeline.story(articles.slice(0, -1));
const after = pipeline.story(articles);
const standingBefore = (claim: Claim): string | undefined =>
  before.claims.find(({ tellings }) =>
    tellings.some(one =>
      claim.tellings.some(other => one.articleId === other.articleId && one.start === other.start),
    ),
  )?.standing.kind;

for (const claim of after.claims) {
  const earlier = standingBefore(claim);
  if (earlier === undefined || earlier === claim.standing.kind) continue;
  console.log(`${wordingOf(after, claim)}\n  was ${earlier}, is ${claim.standing.kind}`);
}
