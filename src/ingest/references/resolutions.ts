/**
 * Resolutions and decisions of the General Assembly, the Security Council, the Economic and Social Council and the
 * Human Rights Council: `القرار 63/72`, `قرارها 65/64`, `القرارين 63/72 و 64/50`, `قرار مجلس الأمن 1540 (2004)`,
 * `مقررها 60/515`, `القرار 217 ألف (د-3)`, `قرارها 54/54 تاء`, `القرار 55/33 ألف وباء`, `القرار دإ-10/2`.
 */
import type { Reference, ReferenceType } from '../../report/index.ts';
import { abjad, toRoman } from '../structure/numerals.ts';
import { execAt, names, originalRange, type PlainText } from './plain.ts';

const bodyNames = {
  A: 'الجمعية العامة',
  S: 'مجلس الامن',
  E: 'المجلس الاقتصادي والاجتماعي',
  H: 'مجلس حقوق الانسان',
} as const;
type Body = keyof typeof bodyNames;

const body = `(?:${Object.values(bodyNames).join('|')}|الجمعية|المجلس|الامم المتحدة)`;
const noun = '(?:قرار|مقرر)(?:ها|ه|هما|هم|ي|ين|ات|ان|ا|اتها|اته|اتهما|يها|يه|اها|اه)?';
/**
 * Sessions whose resolutions have separate numbers: دإ-10/2 is S-10/2, of a special session, دإط ES, of an emergency
 * special session.
 */
const special = '(?:د ?ا ?ط|دط|ES|د ?ا|S) ?- ?';
const opening = '[("«“]';
const head = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[وف]?(?:[بل]|ك)?(?:ال)?|[وف]?لل)(${noun})(?: (${body})(?: التابع للامم المتحدة)?)?(?: (?:رقم|ذي الرقم|ذات الارقام|الارقام|ارقام|التالية|الاتية|من(?= [0-9]+ ?/ ?[0-9]+ (?:الي|حتي))))?\\s*:?\\s*(?=${opening}?(?:[0-9]|${special}))`,
  'gu',
);

/**
 * Letter names that distinguish resolutions with the same number, in the order in which the United Nations pairs them
 * with A–Z.
 */
const letterNames =
  'الف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد'.split(
    ' ',
  );
const latinLetters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const letterPattern = `(?:${letterNames.join('|')}|[A-Z])`;

function latinLetter(name: string): string {
  if (/^[A-Z]$/u.test(name)) return name;
  // Both س and ع stand for N: the letters after it follow the printed practice (تاء is V in 54/54 V).
  const place = letterNames.indexOf(name);
  return latinLetters[place] ?? String(abjad.indexOf(name[0]!) + 1);
}

const one = new RegExp(
  '(?:' +
    // 1540 (2004)
    `(?<sc>[0-9]{1,4}) ?\\( ?(?<year>19[0-9]{2}|20[0-9]{2}) ?\\)` +
    // 217 ألف (د-3), 3379 (د-30), 377 (V)
    `|(?<old>[0-9]{1,4})(?: (?<oldLetter>${letterPattern}))? ?\\( ?(?<special>دا?ط)?(?:د ?- ?)?(?<session>[0-9]{1,2}|[IVXL]{1,6}) ?\\)` +
    // 63/72, 54/54 تاء, 2006/23, دإ-10/2
    `|(?:(?<series>${special})?(?<first>[0-9]{1,4})) ?/ ?(?<number>[0-9]{1,4})(?: (?<letter>${letterPattern})(?![\\p{L}]))?` +
    ')',
  'uy',
);

/** A noun after it (`والمقرر 60/515`) is a separate head. */
const joiner = new RegExp(
  `(?:\\s*[،,]\\s*و?\\s*|\\s+و\\s*|\\s+او\\s+|\\s*-\\s+|\\s+الي\\s+|\\s+حتي\\s+)(?=${opening}?(?:[0-9]|${special}))`,
  'uy',
);
/** `ألف وباء`: each letter is a resolution of the same number. */
const furtherLetter = new RegExp(`(?:\\s*[،,]\\s*و? ?|\\s+و ?|\\s+الي )(${letterPattern})(?![\\p{L}])`, 'uy');
const atOpening = new RegExp(opening, 'u');

export function findResolutions(plain: PlainText): Reference[] {
  if (!names(plain, 'قرار', 'مقرر')) return [];
  const found: Reference[] = [];
  for (const match of plain.text.matchAll(head)) {
    const type: ReferenceType = match[1]!.startsWith('مقرر') ? 'decision' : 'resolution';
    const named = bodyOf(match[2]) ?? bodyBefore(plain.text, match.index, match[2]);
    list(plain, match.index + match[0].length, type, named, found);
  }
  return found;
}

/** Adds the numbers after a head to `found`. */
function list(
  plain: PlainText,
  from: number,
  type: ReferenceType,
  named: Body | null,
  found: Reference[],
): void {
  const { text } = plain;
  let position = from;
  for (;;) {
    const opened = atOpening.test(text[position] ?? '');
    if (opened) position++;
    const number = execAt(one, text, position);
    if (!number || /[\p{L}\p{N}/]/u.test(text[one.lastIndex] ?? '')) return;
    let end = one.lastIndex;
    const symbol = symbolOf(number.groups!, type, named, text.slice(end, end + 40));
    if (symbol === null) return;
    found.push({ type, symbol, ...originalRange(plain, position, end) });
    if (number.groups!.letter !== undefined) end = furtherLetters(plain, type, symbol, end, found);
    if (opened && /[)"»”]/u.test(text[end] ?? '')) end++;
    if (!execAt(joiner, text, end)) return;
    position = joiner.lastIndex;
  }
}

function furtherLetters(
  plain: PlainText,
  type: ReferenceType,
  symbol: string,
  from: number,
  found: Reference[],
): number {
  let end = from;
  for (;;) {
    const more = execAt(furtherLetter, plain.text, end);
    if (!more) return end;
    end = furtherLetter.lastIndex;
    const range = originalRange(plain, end - more[1]!.length, end);
    found.push({ type, symbol: `${symbol.slice(0, -1)}${latinLetter(more[1]!)}`, ...range });
  }
}

function bodyOf(name: string | undefined): Body | null {
  for (const [key, value] of Object.entries(bodyNames)) if (value === name) return key as Body;
  return null;
}

/** `قررت الجمعية العامة، في قرارها`: the nearest body named before it in the same sentence. */
function bodyBefore(text: string, at: number, name: string | undefined): Body | null {
  if (name === 'الجمعية') return 'A';
  const sentence = text
    .slice(Math.max(0, at - 200), at)
    .split(/[.؛]/u)
    .at(-1)!;
  let best: Body | null = null;
  let place = -1;
  for (const [key, value] of Object.entries(bodyNames)) {
    const found = sentence.lastIndexOf(value);
    if (found > place) [place, best] = [found, key as Body];
  }
  return best;
}

type Groups = Record<string, string | undefined>;

function symbolOf(groups: Groups, type: ReferenceType, named: Body | null, behind: string): string | null {
  const word = type === 'decision' ? 'DEC' : 'RES';
  if (groups.sc !== undefined) return `S/${word}/${Number(groups.sc)}(${groups.year})`;
  if (groups.old !== undefined) {
    const session = groups.session!;
    const roman = /^[0-9]/u.test(session) ? toRoman(Number(session)).toUpperCase() : session;
    const letter = groups.oldLetter ? ` ${latinLetter(groups.oldLetter)}` : '';
    const special = groups.special ? (groups.special === 'دط' ? 'ES-' : 'S-') : '';
    const organ = named === 'E' ? 'E' : 'A';
    return `${organ}/${word}/${Number(groups.old)}(${special}${roman})${letter}`;
  }
  const first = Number(groups.first);
  const number = Number(groups.number);
  const letter = groups.letter ? ` ${latinLetter(groups.letter)}` : '';
  if (groups.series !== undefined) {
    const organ = named === 'H' ? 'A/HRC' : 'A';
    const emergency = /^(?:د.*ط|ES)/u.test(groups.series);
    return `${organ}/${word}/${emergency ? 'ES' : 'S'}-${first}/${number}${letter}`;
  }
  if (first >= 1946 && first <= 2100)
    return number > 0 && number < 400 ? `E/${word}/${first}/${number}${letter}` : null;
  if (number === 0 || number > 999 || first === 0 || first > 120) return null;
  const council = named === 'H' || /^\s*(?:الصادر عن |ل)?مجلس حقوق الانسان/u.test(behind);
  if (council && first < 100) return `A/HRC/${word}/${first}/${number}`;
  return first >= 31 ? `A/${word}/${first}/${number}${letter}` : null;
}
