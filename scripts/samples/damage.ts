/**
 * Damages one printed line the way a PDF's text layer does: runs in drawing order (left to right, so that the reading
 * order is reversed), brackets that keep their character when their shape is mirrored, kashida as letters, words cut at
 * a kashida or at a lam-alef ligature, uneven spaces. Seeded: the same line and seed give the same damage.
 */

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How a line was stretched to the margin: not at all, by single or by double kashida. */
export type Stretch = 0 | 1 | 2;

const tatweel = '\u0640';
const cut = '\u0001';
const joinsOn = /[بتثجحخسشصضطظعغفقكلمنهيئ]/u;
const joinsBack = /[ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئ]/u;

/**
 * Index before which a kashida would be inserted: before a seen or sad, otherwise at the last joint, but not inside لا.
 */
function kashidaPlace(word: string): number {
  const places: number[] = [];
  for (let i = 1; i < word.length; i += 1) {
    const lamAlef = word[i - 1] === 'ل' && /[اأإآ]/u.test(word[i]!);
    if (joinsOn.test(word[i - 1]!) && joinsBack.test(word[i]!) && !lamAlef) places.push(i);
  }
  return places.find((i) => /[سشصض]/u.test(word[i]!)) ?? places.at(-1) ?? -1;
}

function stretchWord(word: string, stretch: Stretch, random: () => number, cuts: boolean): string {
  const lamAlef = word.search(/الا/u);
  if (stretch > 0 && lamAlef >= 0 && random() < 0.3) {
    return `${word.slice(0, lamAlef + 1)}${cut}لا${cut}${word.slice(lamAlef + 3)}`;
  }
  const plain = stretch === 0 || word === 'في' || random() < 0.25;
  const place = plain ? -1 : kashidaPlace(word);
  if (place < 0) return word;
  const [before, after] = [word.slice(0, place), word.slice(place)];
  if (stretch === 2 && cuts && random() < 0.4) return `${before}${cut}${tatweel}${tatweel}${after}`;
  if (stretch === 1 && random() < 0.02) return `${before} ${tatweel}${after}`;
  return before + tatweel.repeat(stretch) + after;
}

/** Runs of one direction, in reading order: numbers, Latin, brackets, single marks, Arabic with its commas. */
export function runs(line: string): string[] {
  const pattern =
    /[٠-٩]+(?:[/.,][٠-٩]+)*|[A-Za-z][A-Za-z0-9./:-]*(?: [A-Za-z0-9.]+)*|[()"][:،؛]?|[-–/.:]|[^٠-٩A-Za-z()"\-–/.:]+/gu;
  return line.match(pattern) ?? [];
}

/** A printed number or label as drawn: `١ -` becomes `  - ١`, `(أ)` becomes `  )أ(`, `أولا -` becomes `  -أولا`. */
export function damagePrefix(prefix: string): string {
  if (!prefix) return '';
  if (prefix.startsWith('(')) return `  )${prefix.slice(1, -1)}(`;
  const label = prefix.replace(/ -$/u, '');
  return /^[٠-٩]/u.test(label) ? `  - ${label}` : `  -${label}`;
}

/**
 * @param line one printed line in logical order, without its number or label
 * @param stretch how it was justified; 0 for the last line of a paragraph
 * @returns the line as a text layer gives it
 */
export function damageLine(line: string, stretch: Stretch, random: () => number): string {
  const cuts = stretch === 2 && random() < 0.35;
  const words = line.split(' ').map((word) => stretchWord(word, stretch, random, cuts));
  if (stretch > 0 && words.length > 8 && random() < 0.2) {
    const at = 3 + Math.floor(random() * (words.length - 6));
    words[at] = cut + words[at]!;
  }
  const pieces = words
    .join(' ')
    .concat(stretch > 0 ? ' ' : '')
    .split(cut)
    .flatMap((piece) => runs(piece));
  const spaced = pieces.map((piece) => {
    const wide = stretch > 0 && piece.endsWith(' ') && random() < 0.3;
    return wide ? piece + ' '.repeat(1 + Math.floor(random() * 4 * stretch)) : piece;
  });
  return spaced.reverse().join('');
}
