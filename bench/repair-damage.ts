/**
 * Damages a clean text in the way the seed report's layer is damaged, so that repair can be measured on texts to which
 * it was not fitted. Lines are drawn as segments of pieces and read back in groups, see
 * `src/ingest/repair/run-order.ts`.
 */

export interface DamageOptions {
  /** Start of the pseudo-random sequence. */
  seed: number;
  /** Letters on a line. */
  width?: number;
  /** Probability of a cut inside a word and at a space, per word. */
  innerCuts?: number;
  spaceCuts?: number;
}

/** A small generator (mulberry32), so that the same damaged text can be made again. */
function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TATWEEL = '\u0640';
const joining = /[بتثجحخسشصضطظعغفقكلمنهيئ]/u;
const letter = /[\u0621-\u064A]/u;
const run =
  /[0-9\u0660-\u0669]+(?:[./,][0-9\u0660-\u0669]+)*|[A-Za-z][A-Za-z0-9./_-]*(?: [A-Za-z][A-Za-z0-9./_-]*)*|[().:/–\-"«»]/gu;

/** Each paragraph is one string; it may begin with a label like `7 - ` or `(أ) `. */
export function damage(paragraphs: readonly string[], options: DamageOptions): string {
  const next = random(options.seed);
  const out: string[] = [];
  for (const paragraph of paragraphs) {
    const lines = wrap(paragraph, options.width ?? 80);
    lines.forEach((line, i) => {
      const last = i === lines.length - 1;
      out.push((last ? '  ' : '') + damageLine(line, last ? 0 : 1 + Math.floor(next() * 3), next, options));
      if (next() < 0.4) out.push('');
    });
  }
  return out.join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/u)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A piece; `broken` if the next one continues its word after a long kashida. */
interface Drawn {
  text: string;
  broken: boolean;
}

/** @param stretch 0: not justified; 1: single kashidas and wide gaps; 2: long kashidas, broken; 3: mixed */
function damageLine(line: string, stretch: number, next: () => number, options: DamageOptions): string {
  const pieces: Drawn[] = [];
  for (const chunk of chunks(line, next, options))
    pieces.push(
      ...(stretch >= 2
        ? breakKashida(chunk, stretch, next)
        : [{ text: stretch === 1 ? pad(single(chunk, next), next) : chunk, broken: false }]),
    );
  // Segments in reading order, each drawn from the left; groups end where the next piece is further to the right.
  const groups: string[][] = [];
  let open: string[] = [];
  let i = 0;
  while (i < pieces.length) {
    let end = i;
    while (pieces[end]!.broken) end++;
    for (let p = end; p >= i; p--) {
      if (p < end) {
        groups.push(open);
        open = [];
      }
      open.unshift(pieces[p]!.text);
    }
    i = end + 1;
  }
  groups.push(open);
  return groups.map((group) => group.join('')).join(' ');
}

/** Numbers, Latin, brackets and ASCII signs are separate runs; some other cuts are at random places. */
function chunks(line: string, next: () => number, options: DamageOptions): string[] {
  const found: string[] = [];
  let at = 0;
  const text = (end: number) => {
    if (end > at) found.push(...scatter(line.slice(at, end), next, options));
  };
  for (const match of line.matchAll(run)) {
    text(match.index);
    found.push(match[0]);
    at = match.index + match[0].length;
  }
  text(line.length);
  return found.filter((chunk) => chunk !== '');
}

function scatter(
  text: string,
  next: () => number,
  { innerCuts = 0.03, spaceCuts = 0.008 }: DamageOptions,
): string[] {
  const found: string[] = [];
  let from = 0;
  for (let i = 1; i < text.length; i++) {
    const space = text[i - 1] === ' ' && text[i] !== ' ';
    const inside = letter.test(text[i - 1]!) && letter.test(text[i]!);
    const lamAlef = inside && (/^ل[اأإآ]/u.test(text.slice(i)) || /ل[اأإآ]$/u.test(text.slice(from, i)));
    const chance = space ? spaceCuts : lamAlef ? innerCuts * 2 : inside ? innerCuts / 6 : 0;
    if (next() >= chance || (/ل$/u.test(text.slice(0, i)) && /^[اأإآ]/u.test(text.slice(i)))) continue;
    found.push(text.slice(from, i));
    from = i;
  }
  found.push(text.slice(from));
  return found;
}

const pad = (text: string, next: () => number) =>
  text.trimEnd() + ' '.repeat((/ $/u.test(text) || next() < 0.7 ? 1 : 0) * (2 + Math.floor(next() * 8)));

function single(text: string, next: () => number): string {
  return text.replace(/(\p{L}+)/gu, (word) => (next() < 0.5 ? stretchWord(word, 1, next)[0]! : word));
}

/** Stretches at one joint of the word; returns what is before and after the long kashida, or the entire word. */
function stretchWord(word: string, length: number, next: () => number): [string, string] {
  const places: number[] = [];
  for (let i = 1; i < word.length; i++)
    if (joining.test(word[i - 1]!) && letter.test(word[i]!) && !/^ل[اأإآ]/u.test(word.slice(i - 1)))
      places.push(i);
  const at = places[Math.floor(next() * places.length)];
  if (at === undefined) return [word, ''];
  return [word.slice(0, at) + TATWEEL.repeat(length) + word.slice(at), ''];
}

function breakKashida(chunk: string, stretch: number, next: () => number): Drawn[] {
  const pieces: Drawn[] = [];
  let text = '';
  for (const part of chunk.split(/(\p{L}+)/gu)) {
    if (!letter.test(part) || next() < 0.25) {
      text += part;
      continue;
    }
    const word = stretchWord(part, 2, next)[0]!;
    const at = word.indexOf(TATWEEL);
    if (at > 0 && next() < (stretch === 3 ? 0.15 : 0.4)) {
      text += word.slice(0, at) + (next() < 0.5 ? TATWEEL : '');
      pieces.push({ text, broken: true });
      text = word.slice(at);
    } else text += word;
  }
  pieces.push({ text, broken: false });
  return pieces;
}
