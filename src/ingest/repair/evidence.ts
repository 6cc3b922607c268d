/**
 * How likely a run of words is: the shipped forms and pairs, the caller's lexicon, and the document's own words.
 * Costs are negative natural logarithms of probabilities, so they add up along a text and lower is better.
 */
import { foldWord } from 'arabic-normalizer';
import { type Forms, pairKey, shippedForms } from './evidence-file.ts';
import { classOf } from './word-class.ts';

const PER = 10_000_000;
/** An unknown word: letters drawn almost at random. */
const UNKNOWN = 12;
const UNKNOWN_LETTER = 2.2;
/** A pair of the shipped evidence is as rare as this, at most, when it is not listed. */
const UNLISTED = 25;
/** An unknown word that is a known one with clitics or endings. */
const DERIVED = 17;
const START = -1;

/** A word as evidence sees it: its folded form and, where known, its index. */
export interface Word {
  text: string;
  index: number;
  /** See `classOf`. */
  class: number;
  /** Cost on its own. */
  cost: number;
  /** Attested as it stands. */
  known: boolean;
  /** Attested, or an attested word with clitics or endings. */
  sound: boolean;
}

/** Stands for every number. */
const NUMBER = '#';
/** Stands for the end of a sentence and the beginning of the next. */
const STOP = '.';

export class Evidence {
  readonly #forms: Forms;
  readonly #lexicon: ReadonlyMap<string, number>;
  readonly #words = new Map<string, Word>();
  readonly #own = new Map<string, number>();
  readonly #ownPairs = new Map<number, number>();
  readonly #line = new Map<number, number>();
  readonly #derived = new Map<string, number>();
  #ownTotal = 0;
  #next: number;

  constructor(lexicon: ReadonlyMap<string, number> = new Map(), forms: Forms = shippedForms()) {
    this.#forms = forms;
    this.#lexicon = lexicon;
    this.#next = forms.frequency.length;
  }

  /** The word of this spelling; kashida must be gone. Results are remembered. */
  word(spelling: string): Word {
    let word = this.#words.get(spelling);
    if (!word) {
      word = this.#measure(foldWord(spelling));
      this.#words.set(spelling, word);
    }
    return word;
  }

  number(): Word {
    return this.word(NUMBER);
  }

  stop(): Word {
    return this.word(STOP);
  }

  /** Cost of `second` right after `first`; `first` null where nothing is known of what stands before. */
  after(first: Word | null, second: Word): number {
    if (!first) return second.cost;
    const key = pairKey(first.index, second.index);
    const lift = this.#forms.lift[first.class]?.[second.class] ?? 0;
    const alone = Math.exp(lift - second.cost);
    const frequency = this.#forms.frequency[first.index] ?? 0;
    const pair = this.#forms.pairs.get(key);
    let p = Math.min(0.4 * alone, UNLISTED / Math.max(frequency, 1));
    if (pair) p += (0.6 * pair) / Math.max(pair, frequency);
    const own = this.#ownPairs.get(key);
    if (own) {
      const others = own - (this.#line.get(key) ?? 0);
      if (others > 0) p += (0.25 * others) / (this.#own.get(first.text) ?? own);
    }
    return -Math.log(p);
  }

  /** Names the line that is judged now: what its own stored order shows is no evidence for it. */
  judge(words: Iterable<string | null>): void {
    this.#line.clear();
    let before: Word | null = null;
    for (const spelling of words) {
      const word: Word | null = spelling === null ? null : this.word(spelling);
      if (before && word) {
        const key = pairKey(before.index, word.index);
        this.#line.set(key, (this.#line.get(key) ?? 0) + 1);
      }
      before = word;
    }
  }

  /** Forgets what was learnt of the document. */
  forget(): void {
    this.#own.clear();
    this.#ownPairs.clear();
    this.#ownTotal = 0;
  }

  /** Counts words of the document itself, in the order they stand; null breaks the run. See `settle`. */
  learn(words: Iterable<string | null>): void {
    let before: Word | null = null;
    const all: (Word | null)[] = [];
    for (const spelling of words) {
      const word: Word | null = spelling === null ? null : this.word(spelling);
      all.push(word);
      if (word) {
        this.#own.set(word.text, (this.#own.get(word.text) ?? 0) + 1);
        this.#ownTotal++;
        if (word.index < 0) word.index = this.#next++;
      }
    }
    for (const word of all) {
      if (before && word) {
        const key = pairKey(before.index, word.index);
        this.#ownPairs.set(key, (this.#ownPairs.get(key) ?? 0) + 1);
      }
      before = word;
    }
  }

  /** Makes what was learnt count. */
  settle(): void {
    for (const word of this.#words.values()) Object.assign(word, this.#cost(word.text));
  }

  #measure(text: string): Word {
    const same = this.#words.get(text);
    if (same) return same;
    const index = this.#forms.index.get(text) ?? START;
    const word: Word = { text, index, class: classOf(text, index), ...this.#cost(text) };
    this.#words.set(text, word);
    return word;
  }

  #cost(text: string): { cost: number; known: boolean; sound: boolean } {
    const index = this.#forms.index.get(text);
    let p = index === undefined ? 0 : (this.#forms.frequency[index] ?? 0) / PER;
    const own = this.#own.get(text) ?? 0;
    if (own > 1 && (p > 0 || !this.#splits(text))) p = 0.97 * p + (0.03 * (own - 1)) / this.#ownTotal;
    if (p > 0) return { cost: Math.min(DERIVED, -Math.log(p)), known: true, sound: true };
    let derived = this.#derived.get(text);
    if (derived === undefined) {
      derived = this.#lexicon.has(text) ? 1 : derivations(text, (base) => this.#has(base));
      this.#derived.set(text, derived);
    }
    if (derived > 0) return { cost: DERIVED + derived, known: false, sound: true };
    return { cost: UNKNOWN + UNKNOWN_LETTER * text.length, known: false, sound: false };
  }

  /** An unknown word made of two known ones is more likely glued than new, however often it comes. */
  #splits(text: string): boolean {
    const known = (part: string) => this.#has(part) || derivations(part, (base) => this.#has(base)) > 0;
    for (let i = 3; i + 3 <= text.length; i++)
      if (known(text.slice(0, i)) && known(text.slice(i))) return true;
    return false;
  }

  #has(base: string): boolean {
    return this.#forms.index.has(base) || this.#lexicon.has(base);
  }
}

const PREFIXES = [
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'ال',
  'لل',
  'س',
  'ا',
  'وال',
  'بال',
  'وب',
  'ول',
  'ولل',
  'فال',
  'كال',
  'وبال',
  'است',
];
const SUFFIXES = [
  'وها',
  'وه',
  'تها',
  'ته',
  'اتها',
  'اته',
  'اتهم',
  'هن',

  'ه',
  'ها',
  'هم',
  'هما',
  'ات',
  'ان',
  'ين',
  'ون',
  'ي',
  'يه',
  'ا',
  'نا',
  'وا',
  'ت',
  'تين',
  'تان',
];

/** 1 for a known base with one clitic or ending, 2 with both, 0 for none. Bases have three letters or more. */
function derivations(text: string, has: (base: string) => boolean): number {
  if (text.length < 4) return 0;
  for (const prefix of PREFIXES) {
    if (text.startsWith(prefix) && text.length - prefix.length >= 3 && has(text.slice(prefix.length)))
      return 1;
  }
  for (const suffix of SUFFIXES) {
    if (!text.endsWith(suffix)) continue;
    const base = text.slice(0, -suffix.length);
    if (base.length < 3) continue;
    if (has(base) || has(`${base}ه`)) return 1;
    for (const prefix of PREFIXES) {
      if (!base.startsWith(prefix) || base.length - prefix.length < 3) continue;
      const stem = base.slice(prefix.length);
      if (has(stem) || has(`${stem}ه`)) return 2;
    }
  }
  return 0;
}
