import type { Article, Membership } from '../../domain/index.ts';
import type { SmallNetwork } from '../../learn/index.ts';
import { idOf } from '../identity.ts';
import { ArticleGraph } from './article-graph.ts';
import { sharedTerms } from './because.ts';
import { LinkList, type Links, leastOdds, linkStories, meanOdds, surest } from './link.ts';
import type { StoryModel } from './model.ts';
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
  /** The first article of each article's story, and the members of each story by its first: for `place`. */
  readonly #firstOf: number[] = [];
  readonly #members = new Map<number, number[]>();

  constructor(readWord: WordReader, { background, pairs }: StoryModel) {
    this.#network = pairs;
    this.#features = new Float64Array(pairs.width);
    this.#graph = new ArticleGraph(readWord, background);
  }

  add = (article: Article): void => {
    this.#read(article);
  };

  place = (article: Article): Membership => {
    const number = this.#read(article);
    this.#graph.meet(number);
    const ties = this.#tiesOf(number);
    const first = this.#storyFor(number, ties) ?? number;
    this.#firstOf[number] = first;
    const members = this.#members.get(first);
    if (members) members.push(number);
    else this.#members.set(first, [number]);
    const own = ties.filter(tie => this.#firstOf[tie.article] === first);
    return this.#membership(number, first, this.#members.get(first)!, nearestOf(own));
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
      return this.#membership(number, firsts.get(story)!, stories.get(story)!, nearest.get(number) ?? null);
    });
  };

  #read(article: Article): number {
    const content = idOf('story', article.title ?? '', article.text);
    this.#known.push({ id: article.id, content, day: publishedDay(article) });
    return this.#graph.add(article);
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
    return Array.from({ length: neighbours.sizeOf(number) }, (_, at) => {
      const article = neighbours.neighbour(number, at);
      return { article, odds: this.#oddsOf(number, article) };
    });
  }

  /** The first article of the story that a new article most surely belongs to. */
  #storyFor(number: number, ties: readonly Nearest[]): number | null {
    const { isFull } = this.#graph.neighbours;
    let best: number | null = null;
    let bestOdds = leastOdds;
    for (const [first, own] of Map.groupBy(ties, ({ article }) => this.#firstOf[article]!)) {
      const members = this.#members.get(first)!;
      const sum = own.reduce((total, { odds }) => total + odds, 0);
      const crowdedPairs = isFull(number) ? members.filter(isFull).length : 0;
      const odds = meanOdds(members.length, own.length, sum, crowdedPairs);
      if (odds <= bestOdds) continue;
      best = first;
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
    first: number,
    members: readonly number[],
    nearest: Nearest | null,
  ): Membership {
    const others = nearest ? members.filter(member => member !== number) : [];
    return {
      id: this.#known[number]!.id,
      story: this.#known[first]!.content,
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
