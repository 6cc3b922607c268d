/** Known edits of single paragraphs: each takes a text and returns another, or null if it does not apply. */
import { type Token, tokenize } from 'arabic-normalizer';
import type { Random } from './random.ts';

const months = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const ordinals = 'الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'.split(' ');
const detail = /\p{N}/u;
const named = new Set([...months, ...ordinals]);

/** Replaces words: word number → text; an empty text removes the word. */
function rewrite(text: string, tokens: readonly Token[], changes: ReadonlyMap<number, string>): string {
  let out = '';
  let at = 0;
  tokens.forEach((token, n) => {
    const change = changes.get(n);
    if (change === undefined) return;
    out += text.slice(at, token.start) + change;
    at = token.end;
  });
  return (out + text.slice(at)).replace(/ {2,}/g, ' ').trim();
}

/** New numbers, months and ordinals in place of the old ones. */
export function changeDetails(text: string, random: Random): string | null {
  const tokens = tokenize(text, 'exact');
  const changes = new Map<number, string>();
  tokens.forEach((token, n) => {
    const raw = text.slice(token.start, token.end);
    if (/^[0-9]+$/.test(raw)) {
      if (random.chance(0.7)) changes.set(n, String(Number(raw) + 1 + random.below(9)));
    } else if (months.includes(raw))
      changes.set(n, months[(months.indexOf(raw) + 1 + random.below(10)) % 12]!);
    else if (ordinals.includes(raw))
      changes.set(n, ordinals[(ordinals.indexOf(raw) + 1 + random.below(8)) % 10]!);
  });
  return changes.size > 0 ? rewrite(text, tokens, changes) : null;
}

/** Other spellings of the same words. */
export function respell(text: string, random: Random): string | null {
  const spelt = text
    .split(' ')
    .map((word) => {
      if (!random.chance(0.5)) return word;
      return word
        .replace(/[أإ]/gu, 'ا')
        .replace(/ة(?=$|[^\p{L}])/gu, 'ه')
        .replace(/ي(?=$|[^\p{L}])/gu, 'ى')
        .replace(/ؤو/gu, 'ئو')
        .replace(/[0-9]/g, (d) => (random.chance(0.3) ? String.fromCharCode(0x660 + Number(d)) : d));
    })
    .join(' ');
  return spelt === text ? null : spelt;
}

/** Other punctuation between the same words. */
export function repunctuate(text: string, random: Random): string | null {
  const marked = random.chance(0.5)
    ? text.replace(/،/g, ' -').replace(/\.$/u, '؛')
    : text.endsWith('.')
      ? text.slice(0, -1)
      : `${text}.`;
  return marked === text ? null : marked;
}

const clitics = ['و', 'ف', 'ب', 'ل', 'ك'];

/** A share of the words replaced, removed, added, swapped or given another clitic; none of them is a number. */
export function reword(
  text: string,
  share: number,
  vocabulary: readonly string[],
  random: Random,
): string | null {
  const tokens = tokenize(text);
  const plain = tokens.flatMap((token, n) => (detail.test(token.text) || named.has(token.text) ? [] : [n]));
  const wanted = Math.max(1, Math.round(share * tokens.length));
  if (plain.length < wanted || tokens.length < 4) return null;
  const changes = new Map<number, string>();
  while (changes.size < wanted) {
    const n = random.pick(plain);
    if (changes.has(n)) continue;
    const raw = text.slice(tokens[n]!.start, tokens[n]!.end);
    const kind = random.next();
    if (kind < 0.6) changes.set(n, random.pick(vocabulary));
    else if (kind < 0.72) changes.set(n, '');
    else if (kind < 0.84) changes.set(n, `${raw} ${random.pick(vocabulary)}`);
    else if (raw.startsWith('و') && raw.length > 4) changes.set(n, `ف${raw.slice(1)}`);
    else changes.set(n, random.pick(clitics) + raw);
  }
  const changed = rewrite(text, tokens, changes);
  return tokenize(changed).length >= 2 ? changed : null;
}

/**
 * The text in two or three pieces of at least five words each, cut at the punctuation nearest to the intended places.
 */
export function cut(text: string, pieces: number): string[] | null {
  const tokens = tokenize(text);
  if (tokens.length < pieces * 6) return null;
  const places: number[] = [];
  for (let p = 1; p < pieces; p++) {
    const wanted = Math.round((tokens.length * p) / pieces);
    let best = -1;
    for (let n = 4; n < tokens.length - 4; n++) {
      const between = text.slice(tokens[n]!.end, tokens[n + 1]!.start);
      const marked = /[.،؛:]/u.test(between) ? 0 : 4;
      if (best < 0 || Math.abs(n - wanted) + marked < Math.abs(best - wanted) + 4) best = n;
    }
    if (best < 0 || places.some((place) => Math.abs(place - best) < 5)) return null;
    places.push(best);
  }
  const parts: string[] = [];
  let at = 0;
  for (const place of places.sort((x, y) => x - y)) {
    parts.push(text.slice(at, tokens[place]!.end).trim());
    at = tokens[place]!.end;
  }
  parts.push(
    text
      .slice(at)
      .replace(/^[\s.،؛:]+/u, '')
      .trim(),
  );
  return parts.every((part) => tokenize(part).length >= 4) ? parts : null;
}
