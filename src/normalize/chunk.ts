/**
 * The careful tokenizer, for any run of text: it tracks exactly what comes from where when NFKC composes, expands or
 * splits characters. The scanner passes it the runs that its table cannot decide; tests use it on whole texts as a
 * reference.
 */
import { RANGE_TATWEEL } from './characters.ts';
import { exactForm } from './exact.ts';

/** A token of the `exact` profile and its UTF-16 range. */
export interface Piece {
  text: string;
  start: number;
  end: number;
}

/**
 * Characters that may combine with the one before them: marks, removed characters, and the letters that compose
 * backwards (Hangul vowels and finals, halfwidth voicing marks).
 */
const JOINS =
  '\\p{M}\\p{Default_Ignorable_Code_Point}\\u0640\\u1160-\\u11FF\\u3131-\\u318E\\uFF9E-\\uFFBE\\uFFC2-\\uFFC7\\uFFCA-\\uFFCF\\uFFD2-\\uFFD7\\uFFDA-\\uFFDC\\uFC5E-\\uFC63\\uFCF2-\\uFCF4\\uFE70-\\uFE72\\uFE74\\uFE76-\\uFE7F';
const CLUSTER = new RegExp(`.[${JOINS}]*`, 'gsu');
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
const PART = /[\p{L}\p{M}\p{N}]/u;
const SOLID = /[\p{L}\p{N}]/u;

/**
 * The tokens of `text`. A token's range covers the first to the last character that contributed to it; if one character
 * gives several words (ﷺ), each has that character's range.
 * @param offset added to every range
 */
export function tokenizeCarefully(text: string, offset = 0): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: dash, index } of text.matchAll(RANGE_TATWEEL)) {
    addPieces(text.slice(from, index), offset + from, pieces);
    from = index + dash.length;
  }
  addPieces(text.slice(from), offset + from, pieces);
  return pieces;
}

function addPieces(text: string, offset: number, pieces: Piece[]): void {
  const whole = exactForm(text);
  let clusters = split(text);
  // Even if a character composed across our boundaries, one range for all of it is correct.
  if (clusters.map((c) => c.form).join('') !== whole)
    clusters = [{ form: whole, start: 0, end: text.length }];

  let at = 0; // of the next cluster's form in `whole`
  let next = 0;
  let first = clusters[0];
  for (const match of whole.matchAll(TOKEN)) {
    if (!SOLID.test(match[0])) continue;
    const from = match.index;
    const to = from + match[0].length;
    while (next < clusters.length && at + clusters[next]!.form.length <= from)
      at += clusters[next++]!.form.length;
    first = clusters[next]!;
    let last = first;
    for (let i = next, p = at; i < clusters.length && p < to; p += clusters[i++]!.form.length) {
      if (clusters[i]!.form.length > 0) last = clusters[i]!;
    }
    pieces.push({ text: match[0], start: offset + first.start, end: offset + last.end });
  }
}

interface Cluster {
  form: string;
  start: number;
  end: number;
}

function split(text: string): Cluster[] {
  const clusters: Cluster[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const form = exactForm(cluster);
    // A mark after a separator belongs to what follows, unless the two compose (= and U+0338 give ≠).
    const head = String.fromCodePoint(cluster.codePointAt(0)!);
    const headForm = exactForm(head);
    const tailForm = exactForm(cluster.slice(head.length));
    if (tailForm !== '' && !PART.test(headForm) && headForm + tailForm === form) {
      clusters.push({ form: headForm, start: index, end: index + head.length });
      const [start, end] = trim(cluster.slice(head.length), index + head.length);
      clusters.push({ form: tailForm, start, end });
    } else {
      const [start, end] = trim(cluster, index);
      clusters.push({ form, start, end });
    }
  }
  return clusters;
}

const EDGES = /^[\u0640\p{Default_Ignorable_Code_Point}]+/u;

/** The cluster's range without invisible characters at its ends; the full range if there is nothing else. */
function trim(cluster: string, at: number): [number, number] {
  const before = EDGES.exec(cluster)?.[0].length ?? 0;
  if (before === cluster.length) return [at, at + cluster.length];
  let end = cluster.length;
  for (;;) {
    const size = cluster.charCodeAt(end - 1) >> 10 === 0x37 && end > 1 ? 2 : 1; // a low surrogate has a high one before it
    if (!EDGES.test(cluster.slice(end - size, end))) return [at + before, at + end];
    end -= size;
  }
}
