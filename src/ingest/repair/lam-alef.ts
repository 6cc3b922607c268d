/**
 * Lam-alef and other ligatures whose letters were stored in drawing order: األجنبية for الأجنبية, املغرب for المغرب.
 * Every reading of a word that such damage could have produced is weighed by evidence.
 */
import type { Evidence, Word } from './evidence.ts';
import { letterThresholds } from './thresholds.ts';

const ALEFS = 'اأإآ';
/** Where the article has lost its place: no clean word begins like this. */
const BROKEN_ARTICLE = /^[وفبكل]{0,2}ا[اأإآ]ل/u;
/** Nobody types a hamza there; two bare alefs are a typo. */
const HAMZA = /ا[أإآ]ل/u;
/** An article before م ح ج خ whose lam went after them. */
const BROKEN_LIGATURE = /^[وفب]{0,2}ا(?:[محجخ]|[محجخ]م)ل/u;

/** Names of God are a single glyph in many fonts, and come out in two ways. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['هللا', 'الله'],
  ['للا', 'الله'],
  ['هلل', 'لله'],
  ['باهلل', 'بالله'],
  ['وهللا', 'والله'],
  ['عبدهللا', 'عبدالله'],
]);

export interface LetterDamage {
  lamAlef: boolean;
  /** لم، لح، تح and similar ones are reversed too. */
  ligatures: boolean;
}

/** Judged over a whole document: a clean text has none of the impossible beginnings, or one typed by mistake. */
export function letterDamage(words: readonly string[], evidence: Evidence): LetterDamage {
  const t = letterThresholds;
  let broken = 0;
  const spellings = new Set<string>();
  let ligatures = 0;
  let arabic = 0;
  for (const word of words) {
    if (word.length < 2 || !/^[\u0621-\u064A]/u.test(word)) continue;
    arabic++;
    if (BROKEN_ARTICLE.test(word)) {
      broken++;
      spellings.add(word);
    } else if (BROKEN_LIGATURE.test(word) && !evidence.word(word).known) ligatures++;
  }
  return {
    lamAlef:
      broken >= t.brokenArticles &&
      broken / arabic > t.brokenArticleShare &&
      (spellings.size > 1 || HAMZA.test([...spellings][0]!)),
    ligatures: ligatures >= t.brokenLigatures && ligatures / arabic > t.brokenLigatureShare,
  };
}

export interface Reading {
  text: string;
  kind: 'lam_alef' | 'ligature' | null;
  /** The evidence hardly distinguishes this reading from another, even if the word is read as stored. */
  doubtful: boolean;
  /** How far ahead of the next reading it is, in nats. */
  lead: number;
}

/** So far ahead that neither the reading nor its doubt depends on the word before. */
const isClear = ({ lead }: Reading): boolean =>
  lead >= Math.max(letterThresholds.doubtedLead, letterThresholds.doubtedLigatureLead);

/** Readings that hold in every context, by the damage they were found under. */
const clear = new WeakMap<Evidence, Map<string, Reading | null>[]>();

/** `weigh` with its clear answers cached: most words of a text occur again. */
export function readLetters(
  stored: string,
  damage: LetterDamage,
  before: Word | null,
  evidence: Evidence,
): Reading {
  let memos = clear.get(evidence);
  if (!memos) {
    memos = [new Map(), new Map(), new Map(), new Map()];
    clear.set(evidence, memos);
  }
  const memo = memos[(damage.lamAlef ? 2 : 0) + (damage.ligatures ? 1 : 0)]!;
  let known = memo.get(stored);
  if (known === undefined) {
    const alone = weigh(stored, damage, null, evidence);
    known = isClear(alone) ? alone : null;
    if (memo.size < 200_000) memo.set(stored, known);
  }
  return known ?? weigh(stored, damage, before, evidence);
}

/** The most likely reading of one word. `before` is the word before it as read, null if unknown. */
function weigh(stored: string, damage: LetterDamage, before: Word | null, evidence: Evidence): Reading {
  const { ligatureLead, doubtedLigatureLead, doubtedLead } = letterThresholds;
  // In a text with damaged ligatures, a word unknown in any reading was most likely damaged too.
  const doubtful = damage.ligatures && !evidence.word(stored).sound;
  const kept: Reading = { text: stored, kind: null, doubtful, lead: Number.POSITIVE_INFINITY };
  if (damage.lamAlef) {
    const name = NAMES.get(stored);
    if (name)
      return { text: name, kind: 'lam_alef', doubtful: stored === 'هلل', lead: Number.POSITIVE_INFINITY };
  }
  if (!damage.ligatures && !/[اأإآ]ل/u.test(stored)) return kept;
  const readings = damage.lamAlef ? swaps(stored, lamAlefPlaces(stored)) : [stored];
  const best = choose(readings, before, evidence);
  if (damage.ligatures && !evidence.word(best.text).known) {
    const wider = [...new Set(readings.flatMap((reading) => ligatureReadings(reading)))];
    const found = choose(wider, before, evidence);
    if (evidence.word(found.text).sound && found.cost < best.cost - ligatureLead) {
      return {
        text: found.text,
        kind: 'ligature',
        doubtful: isDoubtful(found, doubtedLigatureLead, evidence),
        lead: found.lead,
      };
    }
  }
  const { text, lead } = best;
  const kind = text === stored ? null : 'lam_alef';
  if (lead === Number.POSITIVE_INFINITY) return kept;
  return { text, kind, doubtful: isDoubtful(best, doubtedLead, evidence), lead };
}

/**
 * Among readings that the evidence only derives from others, or does not know, one in ten is wrong however far ahead it
 * is.
 */
const isDoubtful = (
  { text, lead }: Pick<Reading, 'text' | 'lead'>,
  least: number,
  evidence: Evidence,
): boolean => lead < least || !evidence.word(text).known;

function choose(readings: readonly string[], before: Word | null, evidence: Evidence) {
  let best = { text: readings[0]!, cost: Number.POSITIVE_INFINITY, lead: 0 };
  let second = Number.POSITIVE_INFINITY;
  for (const text of readings) {
    const cost = evidence.after(before, evidence.word(text)) + oddness(text, evidence);
    if (cost < best.cost) {
      second = best.cost;
      best = { text, cost, lead: 0 };
    } else second = Math.min(second, cost);
  }
  best.lead = second - best.cost;
  return best;
}

/** The cost of what Arabic spelling hardly allows. */
function oddness(text: string, evidence: Evidence): number {
  const { odd } = letterThresholds;
  // Folding makes إلعداد look like an article with عداد; an article never has a hamza.
  const hamza = /^[وف]?[أإآ]ل(.{3,})$/u.exec(text);
  const article = hamza !== null && evidence.word(hamza[1]!).known;
  return (article ? odd : 0) + (/ا[اأإآ]/u.test(text) ? odd : 0);
}

function lamAlefPlaces(word: string): number[] {
  const places: number[] = [];
  for (let i = 0; i + 1 < word.length; i++) {
    if (ALEFS.includes(word[i]!) && word[i + 1] === 'ل') places.push(i);
  }
  return places.slice(0, 5);
}

/** The word with every subset of the positions swapped, the word itself first. */
function swaps(word: string, places: readonly number[]): string[] {
  let readings = [word];
  for (const at of places) readings = readings.flatMap((text) => [text, swapAt(text, at)]);
  return [...new Set(readings)];
}

const swapAt = (text: string, at: number): string =>
  text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);

/** One ligature of two or three letters restored, or two of them. */
function ligatureReadings(word: string): string[] {
  const once = ligatureSwaps(word);
  return [word, ...once, ...once.flatMap(ligatureSwaps)];
}

function ligatureSwaps(word: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < word.length; i++) {
    if (/[محجخىيهر]/u.test(word[i]!) && /[لتنبيمسفكعط]/u.test(word[i + 1]!) && word[i] !== word[i + 1])
      found.push(swapAt(word, i));
    if (/^[محجخ]م[لتنبي]/u.test(word.slice(i))) {
      found.push(word.slice(0, i) + word[i + 2]! + word[i + 1]! + word[i]! + word.slice(i + 3));
    }
  }
  return found;
}
