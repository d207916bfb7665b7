import type { TokenSpan } from '../../domain/index.ts';
import { type FeatureLists, feature1, feature2, feature3, mix } from '../../learn/index.ts';
import { Columns } from './columns.ts';
import { clip, distance } from './role-features.ts';
import type { TreeColumns } from './tree-columns.ts';

/** A cue whose statement is looked for, among the tokens from `from` to `to` (exclusive). */
export type Frame = TokenSpan & { readonly cue: TokenSpan };

/** Steps from a token towards the cue that are looked at. */
const longestPath = 10;

/**
 * Features of the second tagger: what each token is to one cue. `roles` are the first tagger's labels of the Doc's tokens.
 */
export class FrameFeatures {
  readonly #columns: Columns;
  readonly #tree: TreeColumns;
  readonly #roles: Uint8Array;

  constructor(columns: Columns, tree: TreeColumns, roles: Uint8Array) {
    this.#columns = columns;
    this.#tree = tree;
    this.#roles = roles;
  }

  /** Adds a position of `lists` for each token of the frame. */
  add(frame: Frame, lists: FeatureLists): void {
    const facts = this.#cueFacts(frame);
    const own = this.#patternRoles(frame);
    for (let at = frame.from; at < frame.to; at++) {
      this.#addToken(frame, facts, own, at, lists);
      lists.next();
    }
  }

  #cueFacts({ cue }: Frame): CueFacts {
    const { lemma, tag, relation, head, rate } = this.#columns;
    const place = headOf(this.#columns, cue);
    const after = cue.to + Columns.pad;
    return {
      place,
      lemma: lemma[place]!,
      tag: tag[place]!,
      relation: relation[place]!,
      above: lemma[head[place]!]!,
      rate: rate[place]!,
      after: this.#columns.hashed.lower[after]!,
      afterTag: tag[after]!,
      before: this.#columns.hashed.lower[cue.from + Columns.pad - 1]!,
    };
  }

  /** What the pattern with this cue makes of each token of the frame; 9 where no pattern has it. */
  #patternRoles({ from, to, cue }: Frame): Int32Array {
    const roles = new Int32Array(to - from);
    const found = this.#columns.patterns.attributions.find(
      other => other.cue !== null && other.cue.from < cue.to && cue.from < other.cue.to,
    );
    if (!found) return roles.fill(9);
    const lay = (span: TokenSpan, number: number): void => {
      for (let at = Math.max(span.from, from); at < Math.min(span.to, to); at++)
        roles[at - from] = number + (at === span.from ? 0 : 1);
    };
    for (const content of found.contents) lay(content, 3);
    if (found.source) lay(found.source, 1);
    return roles;
  }

  #addToken(frame: Frame, cue: CueFacts, own: Int32Array, token: number, lists: FeatureLists): void {
    const { hashed, tag, upos, lemma, quote, commas, marks, relation, head, mention, patterns } =
      this.#columns;
    const { lower, fine } = hashed;
    const at = token + Columns.pad;
    const side = token < frame.cue.from ? 1 : token < frame.cue.to ? 2 : 3;
    if (side === 2) {
      lists.add(feature1(1, 0));
      return;
    }
    const edge = side === 1 ? frame.cue.from + Columns.pad : frame.cue.to + Columns.pad;
    const far = side === 1 ? distance(edge - at) : distance(at - edge + 1);
    const words = this.#columns.words!;
    const sentence = words.sentenceOf[token]! - words.sentenceOf[frame.cue.from]!;
    const comma = clip(Math.abs(commas[at]! - commas[edge]!), 3);
    const mark = clip(Math.abs(marks[at]! - marks[edge]!), 5);
    const others = clip(this.#othersBetween(frame, token), 2);
    const where = side + 4 * (sentence + 4);
    const roles = this.#roles;
    const role = roles[token]!;
    const roleBefore = token > 0 ? roles[token - 1]! : 7;
    const roleAfter = token + 1 < roles.length ? roles[token + 1]! : 7;
    const index = token - frame.from;
    const pattern = own[index]!;
    const start = words.doc.sentences[words.sentenceOf[token]!]!.from;
    const fromStart = clip(token - start, 3);
    lists.add(feature1(2, where));
    lists.add(feature2(3, where, far));
    lists.add(feature3(4, where, comma, mark));
    lists.add(feature3(5, where, others, role));
    lists.add(feature3(6, side, roleBefore * 8 + role, roleAfter));
    lists.add(feature3(7, side, far, role));
    lists.add(feature3(8, cue.lemma, where, far));
    lists.add(feature3(9, cue.lemma, side, role));
    lists.add(feature3(10, cue.tag, where, role));
    lists.add(feature2(11, where, lower[at]!));
    lists.add(feature3(12, side, lower[at - 1]!, lower[at]!));
    lists.add(feature3(13, side, lower[at]!, lower[at + 1]!));
    lists.add(feature3(14, side, tag[at]!, role));
    lists.add(feature3(15, side, tag[at - 1]!, tag[at]!));
    lists.add(feature3(16, side, tag[at]!, tag[at + 1]!));
    lists.add(feature3(17, mix(side, tag[at - 1]!), tag[at]!, tag[at + 1]!));
    lists.add(feature3(18, mix(side, tag[at - 2]!), tag[at - 1]!, tag[at]!));
    lists.add(feature3(19, cue.lemma, lemma[at]!, side));
    lists.add(feature3(20, where, quote[at - 1]! * 16 + quote[at]! * 4 + quote[at + 1]!, mark));
    lists.add(feature3(21, where, mark, role));
    lists.add(feature3(22, mix(where, comma), mark, others));
    lists.add(feature3(23, mix(quote[at]!, cue.lemma), where, mark));
    lists.add(feature3(24, pattern, own[index - 1] ?? 8, own[index + 1] ?? 8));
    lists.add(feature3(25, pattern, role, side));
    lists.add(feature3(26, pattern, cue.tag, where));
    lists.add(feature3(27, cue.after, side, far));
    lists.add(feature3(28, cue.afterTag, where, far));
    lists.add(feature3(29, cue.before, where, far));
    lists.add(feature3(30, where, fromStart, quote[at]!));
    lists.add(feature3(31, where, fromStart, lower[start + Columns.pad]!));
    lists.add(feature3(32, side, fine[at]!, role));
    lists.add(feature3(33, side, comma, tag[at]!));
    lists.add(feature3(34, mix(side, comma), lower[at - 1]!, tag[at]!));
    lists.add(feature3(35, cue.tag, far, mix(upos[at]!, side)));
    lists.add(feature3(36, mix(where, far), role, roleBefore));
    lists.add(feature3(37, mix(side, comma), mix(others, role), quote[at]!));
    lists.add(feature3(38, mix(side, fromStart), tag[at]!, comma));
    const sense = patterns.sense[cue.place]!;
    lists.add(feature3(62, mention[at - 1]!, mention[at]!, side));
    lists.add(feature3(63, mention[at]!, where, far));
    lists.add(feature3(64, mention[at]!, role, mix(side, tag[at + 1]!)));
    lists.add(feature3(65, sense, mix(where, comma), far));
    lists.add(feature3(66, sense, mix(side, far), tag[at]!));
    lists.add(feature3(67, sense, mix(side, role), lower[at]!));
    this.#addPath(cue, at, side, role, lists);
    lists.add(feature3(60, relation[at]!, side, tag[head[at]!]!));
    lists.add(feature3(61, relation[at]!, mix(side, relation[at - 1]!), relation[at + 1]!));
  }

  /** How many cues of the first tagger lie between the token and the cue. */
  #othersBetween({ cue }: Frame, token: number): number {
    const roles = this.#roles;
    let count = 0;
    const from = token < cue.from ? token : cue.to;
    const to = token < cue.from ? cue.from : token;
    for (let at = from; at < to && count < 2; at++) if (roles[at] === beginCue) count++;
    return count;
  }

  /** The way from a token to the cue's head: up from the token, then up from the cue. */
  #addPath(cue: CueFacts, at: number, side: number, role: number, lists: FeatureLists): void {
    const { head, relation, lemma, tag } = this.#columns;
    const { first, last, mark } = this.#tree;
    let path = 0;
    let below = 0;
    let above = at;
    let steps = 0;
    while (above !== 0 && steps < longestPath && !(first[above]! <= cue.place && cue.place <= last[above]!)) {
      if (steps < 3) path = mix(path, relation[above]!);
      below = above;
      above = head[above]!;
      steps++;
    }
    let down = 0;
    let from = cue.place;
    for (let climbed = 0; from !== above && from !== 0 && climbed < longestPath; climbed++) {
      if (climbed < 3) down = mix(down, relation[from]!);
      from = head[from]!;
    }
    const branch = relation[below]!;
    const edge = (first[below] === at ? 1 : 0) + (last[below] === at ? 2 : 0) + (at === below ? 4 : 0);
    lists.add(feature3(40, path, down, side));
    lists.add(feature3(41, mix(path, down), cue.lemma, side));
    lists.add(feature3(42, branch, down, side));
    lists.add(feature3(43, mix(branch, down), cue.lemma, side));
    lists.add(feature3(44, mix(branch, down), mark[below]!, side));
    lists.add(feature3(45, mix(branch, down), edge, side));
    lists.add(feature3(46, mix(branch, down), role, side));
    lists.add(feature3(47, mix(branch, down), tag[at]!, side));
    lists.add(feature3(48, mix(branch, down), cue.relation, side));
    lists.add(feature3(49, mix(branch, down), cue.tag, mix(clip(steps, 3), side)));
    lists.add(feature3(50, down, cue.above, mix(branch, side)));
    lists.add(feature3(51, mix(branch, down), tag[below]!, mix(edge, side)));
    lists.add(feature3(52, mix(branch, down), lemma[at - 1]!, side));
    lists.add(feature3(53, relation[at]!, mix(down, side), clip(steps, 4)));
  }
}

type CueFacts = {
  readonly place: number;
  readonly lemma: number;
  readonly tag: number;
  readonly relation: number;
  readonly above: number;
  readonly rate: number;
  readonly after: number;
  readonly afterTag: number;
  readonly before: number;
};

const beginCue = 3;

/** Place of the cue's most telling token: the one that others of it hang from, else the likeliest cue. */
export function headOf({ head, rate }: Columns, { from, to }: TokenSpan): number {
  let best = from + Columns.pad;
  for (let at = from + Columns.pad; at < to + Columns.pad; at++) {
    const top = head[at]!;
    const outside = top < from + Columns.pad || top >= to + Columns.pad;
    if (outside && rate[at]! >= rate[best]!) best = at;
  }
  return best;
}
