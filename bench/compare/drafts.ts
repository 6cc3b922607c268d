/**
 * A second generator of pairs, independent of `generate.ts`: it edits as a drafting committee does, in clauses instead
 * of single words, and moves headings, entire sections, neighbours, and items between parents.
 */
import { tokenize, words } from 'arabic-normalizer';
import type { CleanText, Line } from './corpus.ts';
import { changeDetails, cut, repunctuate, respell } from './edits.ts';
import { type Block, number, type Pair } from './generate.ts';
import type { Random } from './random.ts';

const synonyms = new Map(
  `يجب يتعين|يجوز يمكن|بشأن حيال|المتعلقة الخاصة|تقديم عرض|اتخاذ اعتماد|القيام الاضطلاع|كافة جميع|خلال أثناء|طبقا وفقا
استنادا بناء|إصدار سن|الجهة الهيئة|المختصة المعنية|تحديد بيان|تنفيذ إنفاذ|الأحكام القواعد|الحصول حيازة|مدة فترة|أعمال أنشطة
حالة ظرف|عدم انعدام|يكون يصبح|تكون تصبح|التعاون التآزر|تعزيز تقوية|الدول البلدان|اللجنة الهيئة|مجال ميدان|ضمان كفالة`
    .split(/[|\n]/u)
    .flatMap((pair) => {
      const [one, two] = pair.split(' ') as [string, string];
      return [
        [one, two],
        [two, one],
      ];
    }),
);
const plain = (word: string) => !/\p{N}/u.test(word);

/**
 * A pair of drafts.
 * @param foreign the paragraphs from which added ones are taken
 * @param source the lines from which inserted clauses are taken
 */
export function makeDrafts(
  text: CleanText,
  foreign: readonly Line[],
  random: Random,
  source: readonly Line[] = foreign,
): Pair {
  const blocks: Block[] = [];
  for (let i = 0; i < text.lines.length; i++) {
    const line = text.lines[i] as Line;
    const next = text.lines[i + 1];
    const put = (lines: Line[], from: number[], change: string, share = 0) =>
      blocks.push({ lines, from, change, share });
    const edit = random.next();
    if (edit < 0.05) put([], [i], 'removed');
    else if (edit < 0.08 && line.kind !== 'heading') {
      const parts = cut(line.text, 2);
      if (parts)
        put(
          parts.map((part) => ({ ...line, text: part })),
          [i],
          'split',
        );
      else put([line], [i], 'identical');
    } else if (edit < 0.11 && next && joinable(line, next)) {
      put([{ ...line, text: `${line.text} ${next.text}` }], [i, i + 1], 'merged');
      i++;
    } else blocks.push(edited(line, i, source, random));
    if (random.chance(0.05)) put([random.pick(foreign)], [], 'added');
  }
  return number(text.lines, moved(blocks, random));
}

function joinable(line: Line, next: Line): boolean {
  return [line, next].every(({ kind, text }) => kind === 'paragraph' && words(text).length >= 6);
}

function edited(line: Line, at: number, source: readonly Line[], random: Random): Block {
  const edit = random.next();
  const block = (text: string, change: string, share = 0): Block => ({
    lines: [{ ...line, text }],
    from: [at],
    change,
    share,
  });
  if (edit < 0.32) {
    const share = 0.05 + random.next() * 0.55;
    const changed = redraft(line.text, share, source, random);
    if (changed) return block(changed, 'reworded', share);
  }
  if (edit > 0.9) {
    const changed = changeDetails(line.text, random);
    if (changed) return block(changed, 'details');
  }
  if (edit > 0.84) {
    const changed = (random.chance(0.5) ? respell : repunctuate)(line.text, random);
    const same = (profile: 'folded' | 'exact') =>
      words(changed ?? '', profile).join(' ') === words(line.text, profile).join(' ');
    if (changed && same('folded')) return block(changed, same('exact') ? 'identical' : 'orthographic');
  }
  return block(line.text, 'identical');
}

/**
 * About `share` of the words changed: clauses inserted, deleted or replaced, synonyms, neighbours swapped, clitics.
 * Null if the text is too short or ends up the same.
 */
export function redraft(text: string, share: number, source: readonly Line[], random: Random): string | null {
  const list = text.split(/\s+/u).filter((word) => word !== '');
  const wanted = Math.round(share * list.length);
  if (list.length < 3 || wanted < 1) return null;
  const touched = new Set<number>();
  const out: string[][] = list.map((word) => [word]);
  for (let tries = 0; tries < 20 * list.length && touched.size < wanted; tries++) {
    const at = random.below(list.length);
    const length = Math.min(1 + random.below(4), wanted - touched.size, list.length - at);
    const run = Array.from({ length }, (_, k) => at + k);
    const word = list[at] as string;
    if (run.some((n) => touched.has(n) || !plain(list[n] as string))) continue;
    const kind = random.next();
    const other = synonyms.get(word);
    if (other !== undefined || kind < 0.1) {
      out[at] = [other ?? (word.startsWith('و') && word.length > 4 ? word.slice(1) : `و${word}`)];
      touched.add(at);
    } else if (kind < 0.6) {
      for (const n of run) out[n] = [];
      out[at] = clause(length, source, random);
      for (const n of run) touched.add(n);
    } else if (kind < 0.75) {
      for (const n of run) {
        out[n] = [];
        touched.add(n);
      }
    } else if (kind < 0.9) {
      out[at] = [word, ...clause(length, source, random)];
      for (const n of run) touched.add(n);
    } else if (length > 1) {
      [out[at], out[at + 1]] = [out[at + 1] as string[], out[at] as string[]];
      touched.add(at).add(at + 1);
    }
  }
  const changed = out.flat().join(' ');
  const same = words(changed).join(' ') === words(text).join(' ');
  return same || tokenize(changed).length < 2 ? null : changed;
}

/** At most this many consecutive words of some other text. */
function clause(length: number, source: readonly Line[], random: Random): string[] {
  for (let tries = 0; tries < 20; tries++) {
    const from = words(random.pick(source).text, 'exact').filter(plain);
    if (from.length < length + 1) continue;
    const at = random.below(from.length - length);
    return from.slice(at, at + length);
  }
  return ['المذكور'];
}

/** Moves of every size; about one paragraph in twenty-five is moved. */
function moved(blocks: Block[], random: Random): Block[] {
  const isHeading = (block: Block | undefined) => block?.lines[0]?.kind === 'heading';
  let list = blocks;
  const take = (at: number, count: number, to: number) => {
    const carried = list.slice(at, at + count);
    const rest = [...list.slice(0, at), ...list.slice(at + count)];
    const place = Math.min(to, rest.length);
    list = [...rest.slice(0, place), ...carried, ...rest.slice(place)];
  };
  for (let m = 0; m < Math.max(1, Math.round(blocks.length / 40)); m++) {
    const at = random.below(list.length);
    const kind = random.next();
    if (kind < 0.3) take(at, 1, at + 1);
    else if (kind < 0.55) take(at, 1, Math.max(0, at - 10 + random.below(21)));
    else if (kind < 0.85) take(at, 1, random.below(list.length));
    else {
      let start = at;
      while (start > 0 && !isHeading(list[start])) start--;
      let end = start + 1;
      while (end < list.length && !isHeading(list[end])) end++;
      if (end - start > 12) continue;
      const places = list.flatMap((block, n) => (isHeading(block) ? [n] : []));
      if (places.length > 1) take(start, end - start, random.pick(places));
    }
  }
  return list;
}
