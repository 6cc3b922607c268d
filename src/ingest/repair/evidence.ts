/**
 * The likelihood of a run of words: from the bundled forms and pairs, the caller's lexicon, and the document's own
 * words. Costs are negative natural logarithms of probabilities, so they add up along a text and lower is better.
 */
import { foldWord } from 'arabic-normalizer';
import { type Forms, shippedForms } from './evidence-file.ts';
import { Joints } from './joints.ts';
import { PairTable } from './pair-table.ts';
import { evidenceThresholds } from './thresholds.ts';
import { classOf } from './word-class.ts';

const PER = 10_000_000;
const START = -1;

/** A word as the evidence sees it: its folded form and, if known, its index. */
export interface Word {
  text: string;
  index: number;
  /** See `classOf`. */
  class: number;
  /** Its own cost, and the corresponding probability. */
  cost: number;
  alone: number;
  /** How often it occurs in the document, and in clean texts of its kind; see `learn`. */
  own: number;
  attested: number;
  /** Attested in this form. */
  known: boolean;
  /** Attested, or an attested word with clitics or endings. */
  sound: boolean;
}

/** Represents every number. */
const NUMBER = '#';
/** Represents a run of Latin, such as a symbol. */
const LATIN = '@';
/** Represents the end of a sentence and the beginning of the next. */
const STOP = '.';

export class Evidence {
  readonly #forms: Forms;
  readonly #lexicon: ReadonlyMap<string, number>;
  readonly #words = new Map<string, Word>();
  #ownPairs = new PairTable();
  /** Pairs of the line being judged, first and second alternating. */
  #line: number[] = [];
  readonly #derived = new Map<string, number>();
  #ownTotal = 0;
  #attestedTotal = 0;
  readonly #attestedJoints = new Joints();
  /** Beginnings and ends of the words of clean texts. */
  readonly #beginnings = new Set<string>();
  readonly #ends = new Set<string>();
  #next: number;

  constructor(lexicon: ReadonlyMap<string, number> = new Map(), forms: Forms = shippedForms()) {
    this.#forms = forms;
    this.#lexicon = lexicon;
    this.#next = forms.frequency.length;
  }

  /** The word with this spelling, without kashida. Results are cached. */
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

  latin(): Word {
    return this.word(LATIN);
  }

  stop(): Word {
    return this.word(STOP);
  }

  /** False if two fragments cannot form a known word: no known word has their letters where they meet. */
  mayJoin(left: Word, right: Word): boolean {
    return (
      this.#forms.joints.meets(left.text, right.text) || this.#attestedJoints.meets(left.text, right.text)
    );
  }

  /** Cost of `second` directly after `first`; `first` is null if nothing is known about what comes before. */
  after(first: Word | null, second: Word): number {
    if (!first) return second.cost;
    const t = evidenceThresholds;
    const forms = this.#forms;
    const lift = forms.lift[first.class]?.[second.class] ?? 1;
    const frequency = forms.frequency[first.index] ?? 0;
    let p = Math.min(t.classWeight * lift * second.alone, t.unlistedPair / Math.max(frequency, 1));
    const pair = forms.pairs.get(first.index, second.index);
    if (pair > 0) p += (t.pairWeight * pair) / Math.max(pair, frequency);
    const own = this.#ownPairs.get(first.index, second.index);
    if (own > 0) {
      const others = own - this.#inLine(first.index, second.index);
      if (others > 0) p += (t.ownPairWeight * others) / Math.max(1, first.own);
    }
    return -Math.log(p);
  }

  #inLine(first: number, second: number): number {
    let count = 0;
    for (let i = 0; i < this.#line.length; i += 2) {
      if (this.#line[i] === first && this.#line[i + 1] === second) count++;
    }
    return count;
  }

  /** Sets the line being judged: what its own stored order shows is not evidence for it. */
  judge(words: Iterable<string | null>): void {
    this.#line = [];
    let before: Word | null = null;
    for (const spelling of words) {
      const word: Word | null = spelling === null ? null : this.word(spelling);
      if (before && word) this.#line.push(before.index, word.index);
      before = word;
    }
  }

  /** Forgets what was learnt from the document. */
  forget(): void {
    for (const word of this.#words.values()) {
      word.own = 0;
      word.attested = 0;
    }
    this.#ownPairs = new PairTable();
    this.#ownTotal = 0;
    this.#attestedTotal = 0;
  }

  /**
   * Counts words of the document itself, in order; null breaks the run. See `settle`.
   * @param clean the words are from another, undamaged text: each is a word, however odd it looks
   */
  learn(words: Iterable<string | null>, clean = false): void {
    let before: Word | null = null;
    for (const spelling of words) {
      const word: Word | null = spelling === null ? null : this.word(spelling);
      if (word) {
        word.own++;
        this.#ownTotal++;
        if (clean) {
          if (word.attested++ === 0) this.#attest(word.text);
          this.#attestedTotal++;
        }
        if (word.index < 0) word.index = this.#next++;
        if (before) this.#ownPairs.add(before.index, word.index, 1);
      }
      before = word;
    }
  }

  #attest(text: string): void {
    this.#attestedJoints.add(text);
    for (let i = 1; i < text.length; i++) {
      this.#beginnings.add(text.slice(0, i));
      this.#ends.add(text.slice(i));
    }
  }

  /**
   * Whether a clean text has a word that begins like `left`, and one that ends like `right`: a layer may have joined
   * the two.
   */
  mayBeGlued(left: string, right: string): boolean {
    return this.#beginnings.has(foldWord(left)) && this.#ends.has(foldWord(right));
  }

  /** The same if `left` continues a word that is elsewhere: it is an ending to which a beginning was attached. */
  mayBeTail(left: string, right: string): boolean {
    return this.#ends.has(foldWord(left)) && this.#beginnings.has(foldWord(right));
  }

  /** Makes what was learnt take effect. */
  settle(): void {
    if (this.#attestedTotal > 0) this.#derived.clear();
    for (const word of this.#words.values())
      Object.assign(word, this.#cost(word.text, word.own, word.attested));
  }

  #measure(text: string): Word {
    const same = this.#words.get(text);
    if (same) return same;
    const index = this.#forms.index.get(text) ?? START;
    const word: Word = {
      text,
      index,
      class: classOf(text, index),
      own: 0,
      attested: 0,
      ...this.#cost(text, 0, 0),
    };
    this.#words.set(text, word);
    return word;
  }

  #cost(text: string, own: number, attested: number): Pick<Word, 'cost' | 'alone' | 'known' | 'sound'> {
    const t = evidenceThresholds;
    if (text === LATIN) return priced(t.latin, true, true);
    const index = this.#forms.index.get(text);
    let p = index === undefined ? 0 : (this.#forms.frequency[index] ?? 0) / PER;
    const mixed = (count: number, total: number) => (1 - t.ownWeight) * p + (t.ownWeight * count) / total;
    if (attested > 0) p = mixed(attested, this.#attestedTotal);
    else if (own > 1 && (p > 0 || !this.#splits(text))) p = mixed(own - 1, this.#ownTotal);
    if (p > 0) return priced(Math.min(t.derived, -Math.log(p)), true, true);
    let derived = this.#derived.get(text);
    if (derived === undefined) {
      derived = this.#lexicon.has(text) ? 1 : derivations(text, (base) => this.#has(base));
      this.#derived.set(text, derived);
    }
    if (derived > 0) return priced(t.derived + derived, false, true);
    return priced(t.unknown + t.unknownLetter * text.length, false, false);
  }

  /** An unknown word made of two known ones is more likely joined than new, however often it occurs. */
  #splits(text: string): boolean {
    const known = (part: string) => this.#has(part) || derivations(part, (base) => this.#has(base)) > 0;
    const { splitLetters } = evidenceThresholds;
    for (let i = splitLetters; i + splitLetters <= text.length; i++)
      if (known(text.slice(0, i)) && known(text.slice(i))) return true;
    return false;
  }

  #has(base: string): boolean {
    return (
      this.#forms.index.has(base) ||
      this.#lexicon.has(base) ||
      (this.#attestedTotal > 0 && (this.#words.get(base)?.attested ?? 0) > 0)
    );
  }
}

const priced = (cost: number, known: boolean, sound: boolean) => ({
  cost,
  alone: Math.exp(-cost),
  known,
  sound,
});

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

/** 1 for a known base with one clitic or ending, 2 with both, 0 for none. Bases have at least three letters. */
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
