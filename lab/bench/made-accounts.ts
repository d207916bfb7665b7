import type { Article } from '../../src/domain/index.ts';
import { loadLexicon } from '../../src/learn/index.ts';
import { readArticleRecord } from '../../src/read/index.ts';
import { createRandom } from '../train/random.ts';

type Random = () => number;

/** What happened, which people and bodies speak of it, and what each account may tell. */
type MadeEvent = { readonly lead: string; readonly facts: readonly string[]; readonly day: number };

const bodies = [
  'council',
  'ministry',
  'hospital',
  'university',
  'company',
  'union',
  'court',
  'port authority',
];
const posts = [
  'mayor',
  'spokesman',
  'chief executive',
  'director',
  'lawyer',
  'minister',
  'inspector',
  'chair',
];
const things = [
  'bridge',
  'ferry',
  'dam',
  'factory',
  'school',
  'railway',
  'power station',
  'clinic',
  'archive',
];
const deeds = ['close', 'sell', 'rebuild', 'inspect', 'move', 'search', 'insure', 'double the staff of'];
const causes = ['a fire', 'a strike', 'two floods', 'a missing ledger', 'a cracked pillar', 'a court order'];
const says = ['said', 'told reporters', 'announced', 'confirmed', 'warned', 'insisted'];
const asides = [
  'Traffic in the old town was slow all morning, and shops by the river opened late.',
  'It was the third such case in the region within two years, after others further south, where the same firm had worked.',
  'A crowd had gathered by noon, some with banners, most of them only curious about what would happen next.',
  'Rain fell for most of the day, and the square in front of the town hall stayed empty until the evening.',
  'The town has lived from its harbour for centuries, though fewer than one in ten now works there.',
  'Plans of this kind have been drawn up before, and each time they went back into the drawer after an election.',
  'Neighbours have long complained about the noise at night and the lorries that stand in the side streets.',
  'Two committees are to meet on the matter next week, the first of them behind closed doors.',
  'Similar works elsewhere took twice the time that was planned for them, and cost twice the money.',
];

/**
 * Accounts that make sense, for measuring: events, of each so many accounts of some 200 words, told by named and
 * unnamed sources, with numbers that differ and with denials. The same seed makes the same accounts.
 */
export function* makeAccounts(events: number, accountsEach: number, seed = 1): Generator<Article> {
  const random = createRandom(seed);
  const cities = loadLexicon('cities').map(([name = '']) => name);
  const given = loadLexicon('given-names').map(([name = '']) => name);
  for (let number = 0; number < events; number++) {
    const event = makeEvent(random, cities, given);
    for (let account = 0; account < accountsEach; account++) {
      const read = readArticleRecord({
        id: `${number}-${account}`,
        outlet: `The ${capital(pick(random, cities))} ${pick(random, ['Post', 'Herald', 'Courier', 'Times'])}`,
        title: event.lead,
        published: new Date(Date.UTC(2024, 0, 1 + event.day, 6 + (account % 17), account % 60)).toISOString(),
        text: textOf(event, random),
        language: 'en',
      });
      if (read.ok) yield read.article;
    }
  }
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

const capital = (words: string): string => words.replace(/(^|[ -])\p{Ll}/gu, letter => letter.toUpperCase());

function makeEvent(random: Random, cities: readonly string[], given: readonly string[]): MadeEvent {
  const one = <Item>(items: readonly Item[]): Item => pick(random, items);
  const city = capital(one(cities));
  const thing = one(things);
  const deed = one(deeds);
  const number = 3 + Math.floor(random() * 90);
  const speakers = Array.from({ length: 6 }, () => {
    const name = `${capital(one(given))} ${capital(one(given))}son`;
    return `${name}, ${one(posts)} of the ${city} ${one(bodies)},`;
  });
  const unnamed = `an official of the ${city} ${one(bodies)}, who asked not to be named because the talks are private,`;
  const lead = `The ${city} ${one(bodies)} will ${deed} the ${thing} after ${one(causes)}`;
  const facts = [
    `${lead}, ${speakers[0]} {says} on Monday.`,
    `The work will cost ${number} million euros, ${unnamed} {says}.`,
    `“Nobody in ${city} was asked about ${one(causes)}, and everybody will pay for it,” ${speakers[1]} {says}.`,
    `${speakers[2]!} denied that the ${thing} had been unsafe since ${one(causes)}.`,
    `At least ${number + 2} people had lost their work at the ${thing}, ${speakers[3]} said.`,
    `The ${one(bodies)} declined to comment on the plans for the ${thing}.`,
    `${speakers[4]!} {says} that the ${thing} would open again before the ${one(['spring', 'summer', 'autumn'])}.`,
    `According to ${speakers[5]} the contract for the ${thing} was signed in ${one(['March', 'June', 'October'])} without a tender.`,
    `“We found ${number + 7} faults in the ${thing} and reported every one of them,” ${speakers[0]} said.`,
  ];
  return { lead, facts, day: Math.floor(random() * 300) };
}

/** The lead, most of the facts, each with a verb of its own, and some that is in every paper. */
function textOf({ facts, lead }: MadeEvent, random: Random): string {
  const told = facts.slice(1).filter(() => random() < 0.7);
  const paragraphs = told.flatMap(fact => (random() < 0.6 ? [fact, pick(random, asides)] : [fact]));
  const first = random() < 0.7 ? facts[0]! : `${lead}.`;
  return [first, ...paragraphs].join('\n\n').replaceAll('{says}', () => pick(random, says));
}
