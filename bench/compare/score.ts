/** Scores of an answer against the truth: equal texts count as the same paragraph. */
import type { Line } from './corpus.ts';
import type { Pair, TrueLink } from './generate.ts';

export interface AnsweredLink {
  base: number[];
  other: number[];
  change?: string;
  moved?: boolean;
}

/** Correct, answered and true counts of one measure. */
export class Tally {
  right = 0;
  answered = 0;
  wanted = 0;

  /** Multisets of names. */
  add(answered: readonly string[], wanted: readonly string[]): void {
    const left = new Map<string, number>();
    for (const name of wanted) left.set(name, (left.get(name) ?? 0) + 1);
    for (const name of answered) {
      const count = left.get(name) ?? 0;
      if (count === 0) continue;
      left.set(name, count - 1);
      this.right++;
    }
    this.answered += answered.length;
    this.wanted += wanted.length;
  }

  get f1(): number {
    return this.answered + this.wanted === 0 ? 1 : (2 * this.right) / (this.answered + this.wanted);
  }
}

export class Scores {
  readonly alignment = new Tally();
  readonly half = new Tally();
  readonly moved = new Tally();
  readonly groups = new Tally();
  readonly kinds = new Tally();

  add(pair: Pair, answer: readonly AnsweredLink[]): void {
    const name = edgeName(pair);
    const edges = (links: readonly AnsweredLink[]) =>
      links.flatMap((link) => link.base.flatMap((i) => link.other.map((j) => name(i, j))));
    this.alignment.add(edges(answer), edges(pair.links));
    const half = pair.links.filter((link) => link.share >= 0.45 && link.share <= 0.55);
    const inHalf = new Set(half.flatMap((link) => link.base));
    const inHalfOther = new Set(half.flatMap((link) => link.other));
    const near = answer.filter(
      (link) => link.base.some((i) => inHalf.has(i)) || link.other.some((j) => inHalfOther.has(j)),
    );
    this.half.add(edges(near), edges(half));
    const whole = (link: AnsweredLink) => `${text(pair.base, link.base)}\t${text(pair.other, link.other)}`;
    const moved = (links: readonly AnsweredLink[]) => links.filter((link) => link.moved).map(whole);
    this.moved.add(moved(answer), moved(pair.links));
    const groups = (links: readonly AnsweredLink[]) =>
      links.filter((link) => link.base.length + link.other.length > 2).map(whole);
    this.groups.add(groups(answer), groups(pair.links));
    const aligned = (link: AnsweredLink | TrueLink) => link.base.length > 0 && link.other.length > 0;
    const kinds = (links: readonly AnsweredLink[]) => links.map((link) => `${link.change}\t${whole(link)}`);
    const wanted = new Set(pair.links.filter(aligned).map(whole));
    const found = new Set(answer.filter(aligned).map(whole));
    this.kinds.add(
      kinds(answer.filter((link) => aligned(link) && wanted.has(whole(link)))),
      kinds(pair.links.filter((link) => aligned(link) && found.has(whole(link)))),
    );
  }
}

function edgeName(pair: Pair): (i: number, j: number) => string {
  return (i, j) => `${pair.base[i]!.text}\t${pair.other[j]!.text}`;
}

function text(lines: readonly Line[], at: readonly number[]): string {
  return at.map((i) => lines[i]!.text).join('\n');
}
