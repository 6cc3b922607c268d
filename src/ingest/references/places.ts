/**
 * Places inside a text: agenda items (`البند 6 (أ) من جدول الأعمال`, `البندين 6 (د) و 7 (أ)`) and paragraphs of this
 * report or another (`الفقرة 12`, `الفقرات 27 إلى 37 أدناه`, `الفقرات 3 و 5 و 7`, `الفقرة (2)`).
 */
import type { Reference } from '../../report/index.ts';
import { abjadValue } from '../structure/numerals.ts';
import { execAt, names, originalRange, type PlainText } from './plain.ts';

const clitics = '(?<![\\p{L}\\p{N}])[وف]?(?:[بك]|لل|ل)?';
/** After a head: a number, bare or in brackets, or a range introduced by `من`. */
const behind =
  '(?:\\s*(?=\\([0-9])|\\s+(?=[0-9])|\\s+من\\s+(?=\\(?[0-9]{1,4}\\)?(?: ?\\([^)]{1,4}\\))?\\s*(?:-|الي|حتي)))';
const itemHead = new RegExp(
  `${clitics}(?:ال)?(?:بند|بندي|بندين|بندان|بنود)(?: (?:رقم|الفرعي|الفرعيين|الفرعية))?${behind}`,
  'gu',
);
const paragraphHead = new RegExp(
  `${clitics}(?:ال)?(?:فقرة|فقرتا|فقرتي|فقرتين|فقرتان|فقرات)(?: (?:رقم|العاملة|الفرعية|المنطوق|ال?تالية))?${behind}`,
  'gu',
);

const sub = '(?: ?\\( ?(?<sub>[\\u0621-\\u064A]{1,2}|[0-9]{1,2}|[a-z]{1,4}) ?\\))?';
const number = new RegExp(
  `(?:\\((?<bracketed>[0-9]{1,4})\\)|(?<bare>[0-9]{1,4}))(?: مكرر[اة]?)?${sub}(?: ?\\( ?(?<third>[0-9]{1,2}|[ivx]{1,5}) ?\\))?`,
  'uy',
);
/** A noun after it (`والفقرة 5`) is a separate head. */
const and = (next: string) =>
  new RegExp(`(?:\\s*[،,]\\s*و?\\s*|\\s+و\\s*|\\s+او\\s+)(?:من\\s+)?(?=${next})`, 'uy');
const andBare = and('[0-9]');
const andBracketed = and('\\([0-9]');
const subAnd = /(?:\s*[،,]\s*|\s+و\s*)\( ?([\u0621-\u064A]{1,2}) ?\)/uy;

/** `أ` → `a`, as printed in the English edition; other marks unchanged. */
function latinMark(mark: string): string {
  const value = abjadValue(mark);
  return value === null || value > 26 ? mark : String.fromCharCode(96 + value);
}

/** An item of one of these is a clause, not one of an agenda. */
const ofLaw =
  /^ من (?:هذه |هذا |ذات |نفس )?(?:ال)?(?:مادة|مواد|قانون|اتفاقية|اتفاق|معاهدة|بروتوكول|لائحة|عقد|مرسوم)(?!\p{L})/u;

interface Shape {
  type: 'agenda_item' | 'paragraph';
  word: string;
  head: RegExp;
  /** Every match of `head` contains one of these. */
  stems: string[];
  /** Between the first and the last number of a range: `27 إلى الفقرة 37`. */
  to: RegExp;
}

const to = (noun: string) =>
  new RegExp(`\\s*-\\s*(?=\\(?[0-9])|\\s+(?:الي|حتي)\\s+(?:${noun}\\s+)?(?=\\(?[0-9])`, 'uy');

const shapes: Shape[] = [
  { type: 'agenda_item', word: 'item', head: itemHead, stems: ['بند', 'بنود'], to: to('البند') },
  { type: 'paragraph', word: 'para', head: paragraphHead, stems: ['فقر'], to: to('الفقرة') },
];

export function findPlaces(plain: PlainText): Reference[] {
  const named = shapes.filter(({ stems }) => names(plain, ...stems));
  return named.flatMap((shape) => {
    const found: Reference[] = [];
    let end = 0;
    for (const head of plain.text.matchAll(shape.head)) {
      if (head.index < end) continue; // the second noun of a range
      const places: Reference[] = [];
      end = list(plain, shape, head, places);
      if (shape.type === 'agenda_item' && ofLaw.test(plain.text.slice(end, end + 30))) continue;
      found.push(...places);
    }
    return found;
  });
}

/** Adds the numbers after a head to `found`. Returns where the last of them ends, in `plain`. */
function list(plain: PlainText, shape: Shape, head: RegExpExecArray, found: Reference[]): number {
  const { text } = plain;
  let position = head.index + head[0].length;
  let end = position;
  for (;;) {
    const first = execAt(number, text, position);
    if (!first || isOtherFigure(text, number.lastIndex)) break;
    end = number.lastIndex;
    let symbol = `${shape.word} ${name(first)}`;
    const until = execAt(shape.to, text, end);
    const last = until ? execAt(number, text, end + until[0].length) : null;
    if (last && !isOtherFigure(text, number.lastIndex)) {
      // 37-27 is 27 to 37: a dash between numbers is typed, or extracted, in either order.
      const turned = numberOf(last) < numberOf(first);
      if (!turned || until![0].includes('-')) {
        end = number.lastIndex;
        const [low, high] = turned ? [last, first] : [first, last];
        symbol = `${shape.word} ${name(low)}-${name(high)}`;
      }
    }
    found.push({ type: shape.type, symbol, ...originalRange(plain, position, end) });
    end = furtherMarks(plain, shape, first, end, found);
    const next = execAt(first.groups!.bracketed === undefined ? andBare : andBracketed, text, end);
    if (!next) break;
    position = end + next[0].length;
  }
  return end;
}

/** `6 (أ) و (ب)`: the marks after it name parts of the same number. */
function furtherMarks(
  plain: PlainText,
  shape: Shape,
  first: RegExpExecArray,
  end: number,
  found: Reference[],
): number {
  if (first.groups!.sub === undefined) return end;
  for (;;) {
    const more = execAt(subAnd, plain.text, end);
    if (!more) return end;
    const next = end + more[0].length;
    const start = end + more[0].indexOf('(');
    const symbol = `${shape.word} ${numberOf(first)} (${latinMark(more[1]!)})`;
    found.push({ type: shape.type, symbol, ...originalRange(plain, start, next) });
    end = next;
  }
}

/** A number that continues as a date, a fraction or a symbol is not that of a paragraph or item. */
function isOtherFigure(text: string, end: number): boolean {
  return /^(?:[/\p{L}\p{N}]|[.,][0-9])/u.test(text.slice(end, end + 2));
}

function numberOf({ groups }: RegExpExecArray): number {
  return Number(groups!.bracketed ?? groups!.bare);
}

function name(match: RegExpExecArray): string {
  const marks = [match.groups!.sub, match.groups!.third]
    .filter((mark) => mark !== undefined)
    .map((mark) => ` (${latinMark(mark)})`);
  return `${numberOf(match)}${marks.join('')}`;
}
