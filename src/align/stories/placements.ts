/**
 * Where articles were placed. A story has one part or several: articles in one part were judged to be alike, and what comes later is
 * compared with parts. People move articles between stories without making them any more alike: a moved article stays in its
 * part, and what is placed there goes to the story of the article that it is nearest to.
 */
export class Placements {
  readonly #storyOf: string[] = [];
  readonly #partOf: string[] = [];
  readonly #stories = new Map<string, number[]>();
  readonly #parts = new Map<string, number[]>();
  /** Parts of one article that a person set apart from others like it. */
  readonly #parted = new Set<string>();

  storyOf(article: number): string {
    return this.#storyOf[article]!;
  }

  partOf(article: number): string {
    return this.#partOf[article]!;
  }

  /** The articles of a story or of a part, in the order in which they came there. */
  membersOf(story: string): readonly number[] {
    return this.#stories.get(story) ?? [];
  }

  inPart(part: string): readonly number[] {
    return this.#parts.get(part) ?? [];
  }

  /** Whether there is or was such a story. */
  has(story: string): boolean {
    return this.#stories.has(story);
  }

  isParted(part: string): boolean {
    return this.#parted.has(part);
  }

  /** A new story is one part. */
  begin(article: number, story: string): void {
    this.#join(article, story, story);
  }

  /** Into the part and the story of another article. */
  follow(article: number, other: number): void {
    this.#join(article, this.storyOf(other), this.partOf(other));
  }

  /** Where the story is new, the article is a part of its own, apart from those it was with. */
  move(article: number, story: string): void {
    const [first] = this.membersOf(story);
    const wasParted = this.isParted(this.partOf(article));
    const part = first === undefined ? story : wasParted ? this.partOf(first) : this.partOf(article);
    this.leave(article);
    if (first === undefined) this.#parted.add(part);
    this.#join(article, story, part);
  }

  leave(article: number): void {
    take(this.#stories.get(this.storyOf(article))!, article);
    take(this.#parts.get(this.partOf(article))!, article);
  }

  /** Of a story that was never told: its name may be given again. */
  forget(story: string): void {
    if (this.membersOf(story).length === 0) this.#stories.delete(story);
  }

  #join(article: number, story: string, part: string): void {
    this.#storyOf[article] = story;
    this.#partOf[article] = part;
    put(this.#stories, story, article);
    put(this.#parts, part, article);
  }
}

function put(lists: Map<string, number[]>, name: string, article: number): void {
  const list = lists.get(name);
  if (list) list.push(article);
  else lists.set(name, [article]);
}

const take = (list: number[], article: number): void => {
  list.splice(list.indexOf(article), 1);
};
