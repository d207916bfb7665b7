import type { Article } from '../../src/domain/index.ts';
import { loadLexicon } from '../../src/learn/index.ts';
import { readArticleRecord } from '../../src/read/index.ts';
import { createRandom } from '../train/random.ts';

/** An article that was made up, and the number of the story that it tells. */
export type MadeArticle = { readonly article: Article; readonly story: number };

type Random = () => number;

type MadeStory = {
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly topic: readonly string[];
  readonly day: number;
};

/** Words are as frequent as in any language: the second half as often as the first, the third a third as often. */
const vocabularySize = 60_000;
const topicCount = 300;

/**
 * News without sense, for measuring speed: articles of some 250 words over two months, in stories of eight in the mean, with names and
 * words of its own for each story, words of its topic, and any others. The same seed makes the same news.
 */
export function* makeNews(count: number, seed = 1): Generator<MadeArticle> {
  const random = createRandom(seed);
  const grammar = loadLexicon('function-words').map(([word = '']) => word);
  const given = loadLexicon('given-names').map(([name = '']) => name);
  const cities = loadLexicon('cities').map(([name = '']) => name);
  const vocabulary = Array.from({ length: vocabularySize }, (_, rank) => madeWord(rank, random));
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const anyWord = (): string => vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? vocabulary[0]!;
  const several = <Item>(size: number, make: () => Item): Item[] => Array.from({ length: size }, make);
  const topics = several(topicCount, () => several(200, anyWord));
  const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  const newStory = (): MadeStory => ({
    names: several(8, () => `${oneOf(given)} ${capital(oneOf(vocabulary))}`).concat(
      several(2, () => oneOf(cities)),
    ),
    words: several(30, () => oneOf(vocabulary)),
    numbers: several(4, () => String(Math.floor(10 ** (1 + 3 * random())))),
    topic: oneOf(topics),
    day: Math.floor(random() * 60),
  });
  const word = (story: MadeStory): string => {
    const chance = random();
    if (chance < 0.42) return oneOf(grammar);
    if (chance < 0.5) return oneOf(story.names);
    if (chance < 0.6) return oneOf(story.words);
    if (chance < 0.61) return oneOf(story.numbers);
    return chance < 0.7 ? oneOf(story.topic) : anyWord();
  };
  const textOf = (story: MadeStory): string =>
    several(10 + Math.floor(10 * random()), () => {
      const words = several(10 + Math.floor(14 * random()), () => word(story));
      return `${capital(words.join(' '))}.`;
    }).join(' ');

  const open: { readonly story: MadeStory; readonly number: number; left: number }[] = [];
  let stories = 0;
  for (let id = 0; id < count; ) {
    if (open.length < 200 && (open.length === 0 || random() < 0.5))
      open.push({
        story: newStory(),
        number: stories++,
        left: 1 + Math.floor(-8 * Math.log(random() + 1e-9)),
      });
    const at = Math.floor(random() * open.length);
    const own = open[at]!;
    if (--own.left === 0) open.splice(at, 1);
    const published = new Date(Date.UTC(2024, 0, 1 + own.story.day + Math.floor(3 * random()))).toISOString();
    const read = readArticleRecord({
      id: String(id),
      text: textOf(own.story),
      published: published.slice(0, 10),
      language: 'en',
    });
    if (!read.ok) continue; // too few words of grammar to look like English
    id++;
    yield { article: read.article, story: own.number };
  }
}

const beginnings = 'b c d f g h l m n p r s t v st tr gr pl'.split(' ');
const middles = 'a e i o u ai ea ou'.split(' ');
const ends = 'n r l s t nd rk m ck'.split(' ');

/** A word that sounds as if it were one; frequent words are short. */
function madeWord(rank: number, random: Random): string {
  const oneOf = (parts: readonly string[]): string => parts[Math.floor(random() * parts.length)]!;
  const syllables = rank < 500 ? 2 : 3;
  return Array.from({ length: syllables }, () => oneOf(beginnings) + oneOf(middles)).join('') + oneOf(ends);
}
