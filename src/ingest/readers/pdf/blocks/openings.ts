/** Lines that begin a paragraph by their first characters: the next number, the next letter or a dash of a list. */
import { type TextLine, toNumber } from '../lines/text-line.ts';
import { blockThresholds } from './thresholds.ts';

/** Whether the line begins the next item after the open paragraph, whose first line is `first`. */
export function opensByLabel(last: TextLine, line: TextLine, first: TextLine): boolean {
  return opensByNumber(line, first) || opensByLetter(line, first) || opensByDash(last, line, first);
}

/**
 * The last number of each numbered list that could continue, a list inside another after it. A number in brackets is
 * not among them: after a word it repeats it in figures (`أربع (٤) سنوات`).
 */
export class OpenNumbers {
  #lists: TextLine[] = [];

  /** @param line the first one of a paragraph */
  add(line: TextLine): void {
    if (label.exec(line.text)?.[1] !== '') return;
    const list = this.#lists.findLastIndex((before) => opensByNumber(line, before));
    this.#lists = [...this.#lists.slice(list < 0 ? -deepest : 0, list < 0 ? undefined : list), line];
  }

  /** Whether the line begins with the next number of one of them, at the same edge. */
  continues(line: TextLine): boolean {
    const edge = ({ rtl, x0, x1 }: TextLine) => (rtl ? x1 : x0);
    return this.#lists.some(
      (before) =>
        before.rtl === line.rtl &&
        Math.abs(edge(before) - edge(line)) < blockThresholds.sameLabelEdge * line.size &&
        opensByNumber(line, before),
    );
  }
}

/** Lists inside lists that are remembered. */
const deepest = 4;

const label =
  /^([([]?)([0-9\u0660-\u0669\u06F0-\u06F9]{1,3})\s*([-–—.)\]])(?![0-9\u0660-\u0669\u06F0-\u06F9])/u;

/** The number after that of the open paragraph, written in the same way. */
function opensByNumber(line: TextLine, first: TextLine): boolean {
  const now = label.exec(line.text);
  const before = label.exec(first.text);
  if (!now || !before || toNumber(now[2]!) !== toNumber(before[2]!) + 1) return false;
  const european = (m: RegExpExecArray) => m[2]!.charCodeAt(0) < 0x80;
  return now[1] === before[1] && now[3] === before[3] && european(now) === european(before);
}

const letter = /^[([]?([\u0627-\u064A])ـ?\s*[)\]](?=\s)/u;
/** Letters of items, in the two orders in use. */
const orders = ['أبجدهوزحطيكلمنسعفصقرشتثخذضظغ', 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];

/** A letter in brackets, the next one in either order. */
function opensByLetter(line: TextLine, first: TextLine): boolean {
  const now = letter.exec(line.text)?.[1]?.replace('ا', 'أ');
  const before = letter.exec(first.text)?.[1]?.replace('ا', 'أ');
  if (!now || !before) return false;
  return orders.some((order) => order.includes(before) && order.indexOf(now) === order.indexOf(before) + 1);
}

const dash = /^[-–—•▪●◦*](?=\s)/u;
const ended = /[.؛;:،,؟?!)]$/u;

/** The same dash after a line that ends a clause. */
function opensByDash(last: TextLine, line: TextLine, first: TextLine): boolean {
  const sign = dash.exec(line.text)?.[0];
  return sign !== undefined && dash.exec(first.text)?.[0] === sign && ended.test(last.text);
}
