/** Folded words as small numbers, with what the word lists say about each. */
import { type Budget, unlimited } from '../phrases/budget.ts';
import { type ListedForm, shippedLists, type WordLists } from './lists.ts';

/** Weight of a particle in an alignment; two of them weigh less than one content word. */
const PARTICLE = 2;
const WORD = 5;

/** The words of one comparison, together with what all its steps use: the lists and the remaining work budget. */
export class Vocabulary {
  readonly lists: WordLists;
  readonly budget: Budget;
  private readonly known = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly weights: number[] = [];
  private readonly details: boolean[] = [];
  /** Listed forms that begin with the word. */
  private readonly verbs: (readonly ListedForm[] | undefined)[] = [];
  private readonly qualifiers: (readonly ListedForm[] | undefined)[] = [];

  constructor(lists: WordLists = shippedLists, budget: Budget = unlimited) {
    this.lists = lists;
    this.budget = budget;
  }

  /** Number of distinct words; ids are 0…size-1. */
  get size(): number {
    return this.texts.length;
  }

  /** Id of a folded word, new ones included. */
  id(word: string): number {
    const found = this.known.get(word);
    if (found !== undefined) return found;
    const id = this.texts.length;
    this.known.set(word, id);
    this.texts.push(word);
    const detail = this.lists.isDetail(word);
    this.details.push(detail);
    this.verbs.push(this.lists.verbs.get(word));
    this.qualifiers.push(this.lists.qualifiers.get(word));
    this.weights.push(this.lists.isParticle(word) || (word.length === 1 && !detail) ? PARTICLE : WORD);
    return id;
  }

  word(id: number): string {
    return this.texts[id] as string;
  }

  /** The weight of a match of this word in an alignment: a positive integer. */
  weight(id: number): number {
    return this.weights[id] as number;
  }

  isParticle(id: number): boolean {
    return this.weights[id] === PARTICLE;
  }

  /** The listed forms that begin with a word, longest first. */
  formsFrom(id: number, list: 'verbs' | 'qualifiers'): readonly ListedForm[] | undefined {
    return this[list][id];
  }

  isDetail(id: number): boolean {
    return this.details[id] as boolean;
  }
}
