import type { Article, Membership } from '../../domain/index.ts';
import type { SmallNetwork } from '../../learn/index.ts';
import { idOf } from '../identity.ts';
import { ArticleGraph } from './article-graph.ts';
import { sharedTerms } from './because.ts';
import { LinkList, type Links, leastOdds, linkStories, meanOdds, surest } from './link.ts';
import type { StoryModel } from './model.ts';
import { Placements } from './placements.ts';
import { oddsAfter, publishedDay } from './time-between.ts';
import type { WordReader } from './vocabulary.ts';

type Known = { readonly id: string; readonly content: string; readonly day: number | null };

type Nearest = { readonly article: number; readonly odds: number };

/** Texts that are so much alike are copies of one another, whatever else there is. */
const likenessOfCopies = 0.9;

/** A clustering under way: what is kept of each article, its neighbours, and the stories of those that were placed. */
export class StoryClustering {
  readonly #network: SmallNetwork;
  readonly #graph: ArticleGraph;
  readonly #features: Float64Array;
  readonly #known: Known[] = [];
  /** Of those that were placed or put, by id. */
  readonly #numbers = new Map<string, number>();
  readonly #placed = new Placements();
  /** Numbers that stand for nothing any more; nobody has them for a neighbour. */
  readonly #dropped = new Set<number>();

  constructor(readWord: WordReader, { background, pairs }: StoryModel) {
    this.#network = pairs;
    this.#features = new Float64Array(pairs.width);
    this.#graph = new ArticleGraph(readWord, background);
  }

  add = (article: Article): void => {
    this.#read(article);
  };

  place = (article: Article): Membership => {
    const known = this.#numbers.get(article.id);
    const number = known ?? this.#meet(article);
    const ties = this.#tiesOf(number);
    if (known === undefined) {
      const model = this.#twin(number, ties) ?? this.#nearestOfItsPart(number, ties);
      if (model === null) this.#placed.begin(number, this.#newStory(this.#known[number]!.content));
      else this.#placed.follow(number, model);
    }
    const story = this.#placed.storyOf(number);
    const own = ties.filter(tie => this.#placed.storyOf(tie.article) === story);
    return this.#membership(number, story, this.#placed.membersOf(story), nearestOf(own));
  };

  put = (article: Article, story: string): void => {
    if (this.#numbers.has(article.id)) this.move(article.id, story);
    else {
      const number = this.#meet(article);
      const [first] = this.#placed.membersOf(story);
      if (first === undefined) this.#placed.begin(number, story);
      else this.#placed.follow(number, first);
    }
  };

  move = (articleId: string, story: string): void => {
    const number = this.#numbers.get(articleId);
    if (number === undefined || this.#placed.storyOf(number) === story) return;
    this.#placed.move(number, story);
  };

  drop = (articleId: string): void => {
    const number = this.#numbers.get(articleId);
    if (number === undefined) return;
    this.#placed.leave(number);
    this.#placed.forget(this.#placed.storyOf(number));
    this.#numbers.delete(articleId);
    this.#dropped.add(number);
  };

  memberships = (): Membership[] => {
    this.#graph.meetAll();
    const links = this.#links();
    const count = this.#known.length;
    const storyOf = linkStories(count, links, this.#graph.neighbours.isFull);
    const stories = Map.groupBy(storyOf.keys(), article => storyOf[article]!);
    const firsts = new Map([...stories].map(([story, members]) => [story, this.#firstIn(members)]));
    const nearest = new Map<number, Nearest>();
    for (let link = 0; link < links.size; link++) {
      const a = links.a[link]!;
      const b = links.b[link]!;
      const odds = links.odds[link]!;
      if (storyOf[a] !== storyOf[b]) continue;
      if (odds > (nearest.get(a)?.odds ?? Number.NEGATIVE_INFINITY)) nearest.set(a, { article: b, odds });
      if (odds > (nearest.get(b)?.odds ?? Number.NEGATIVE_INFINITY)) nearest.set(b, { article: a, odds });
    }
    return this.#known.map((_, number) => {
      const story = storyOf[number]!;
      const { content } = this.#known[firsts.get(story)!]!;
      return this.#membership(number, content, stories.get(story)!, nearest.get(number) ?? null);
    });
  };

  #read(article: Article): number {
    const content = idOf('story', article.title ?? '', article.text);
    this.#known.push({ id: article.id, content, day: publishedDay(article) });
    return this.#graph.add(article);
  }

  /** Has an article, of which the story is still to be told, meet those before it. */
  #meet(article: Article): number {
    const number = this.#read(article);
    this.#numbers.set(article.id, number);
    this.#graph.meet(number);
    return number;
  }

  /** Made from the content of a story's first article, unlike any that there is or was. */
  #newStory(content: string): string {
    let story = content;
    for (let count = 2; this.#placed.has(story); count++) story = idOf(content, count);
    return story;
  }

  #oddsOf(a: number, b: number): number {
    this.#graph.readPair(a, b, this.#features);
    const [likeness = 0] = this.#features;
    const told = likeness >= likenessOfCopies ? surest : this.#network.score(this.#features);
    const odds = told + oddsAfter(this.#known[a]!.day, this.#known[b]!.day);
    return Math.max(-surest, Math.min(surest, odds));
  }

  #tiesOf(number: number): Nearest[] {
    const { neighbours } = this.#graph;
    return Array.from({ length: neighbours.sizeOf(number) }, (_, at) => neighbours.neighbour(number, at))
      .filter(article => !this.#dropped.has(article))
      .map(article => ({ article, odds: this.#oddsOf(number, article) }));
  }

  /** What an article is a copy of: it tells the same story, though people may have put that beside articles unlike it. */
  #twin(number: number, ties: readonly Nearest[]): number | null {
    const nearest = nearestOf(ties);
    if (!nearest || nearest.odds < surest) return null;
    this.#graph.readPair(number, nearest.article, this.#features);
    return this.#features[0]! >= likenessOfCopies ? nearest.article : null;
  }

  /** The nearest article of the part that a new article most surely belongs to. */
  #nearestOfItsPart(number: number, ties: readonly Nearest[]): number | null {
    const { isFull } = this.#graph.neighbours;
    const nearest = nearestOf(ties);
    let best: number | null = null;
    let bestOdds = leastOdds;
    for (const [part, own] of Map.groupBy(ties, ({ article }) => this.#placed.partOf(article))) {
      const members = this.#placed.inPart(part);
      const sum = own.reduce((total, { odds }) => total + odds, 0);
      const crowdedPairs = isFull(number) ? members.filter(isFull).length : 0;
      const odds = meanOdds(members.length, own.length, sum, crowdedPairs);
      // What a person set apart from its like draws only what is nearer to it than to them.
      if (odds <= bestOdds || (this.#placed.isParted(part) && !own.includes(nearest!))) continue;
      best = nearestOf(own)!.article;
      bestOdds = odds;
    }
    return best;
  }

  /** Every pair of neighbours, once, with its log-odds. */
  #links(): Links {
    const links = new LinkList();
    this.#graph.eachPair((a, b) => links.add(a, b, this.#oddsOf(a, b)));
    return links;
  }

  /** The article that began a story: published first, else come first. */
  #firstIn(members: readonly number[]): number {
    return members.reduce((first, member) => {
      const day = this.#known[member]!.day ?? Number.POSITIVE_INFINITY;
      return day < (this.#known[first]!.day ?? Number.POSITIVE_INFINITY) ? member : first;
    });
  }

  #membership(
    number: number,
    story: string,
    members: readonly number[],
    nearest: Nearest | null,
  ): Membership {
    const others = nearest ? members.filter(member => member !== number) : [];
    return {
      id: this.#known[number]!.id,
      story,
      because: {
        articles: members.length,
        nearest: nearest && {
          id: this.#known[nearest.article]!.id,
          probability: Math.round(1000 / (1 + Math.exp(-nearest.odds))) / 1000,
        },
        shares: sharedTerms(this.#graph.profiles, this.#graph.table, number, others),
      },
    };
  }
}

const nearestOf = (ties: readonly Nearest[]): Nearest | null =>
  ties.reduce<Nearest | null>((best, tie) => (best && best.odds >= tie.odds ? best : tie), null);
