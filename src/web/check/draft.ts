/**
 * A pasted draft: the passages that are checked one after the other, and the draft as part of a URL. Pure functions.
 *
 * The draft comes after the `#`, compressed. Browsers do not send that part, so no limit of a server or proxy applies
 * and no log records it. Most texts stay below the shortest limit among browsers (80,000 characters).
 */

/** Maximum length of a draft for one check, in UTF-16 units. */
export const mostLetters = 100_000;

export const units = ['paragraph', 'sentence'] as const;
export type Unit = (typeof units)[number];

const blankLine = /\n[^\S\n]*\n/u;
const ended = /[.؟?!؛;:]["”»)\]]*$/u;
/** The beginning of an item or numbered paragraph: "1 -", "(أ)", "•". */
const labelled = /^(?:[-–—•*▪]|\(?[\p{N}\p{L}]{1,3}[).\-–—]|\(?[\p{N}\p{L}]{1,3}\s+[-–—])\s/u;

/** A line filled to its end; the line break after it may belong to the page and not to the text. */
const filled = (line: string, longest: number): boolean => line.length >= 45 && line.length >= longest * 0.75;

/**
 * The paragraphs of a draft. If there are blank lines, only they separate paragraphs; otherwise each line is a
 * paragraph, unless its line break is the page's: after a full line that does not end a sentence.
 */
export function paragraphsIn(draft: string): string[] {
  const text = draft.replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n').trim();
  const parts = blankLine.test(text) ? text.split(/\n(?:[^\S\n]*\n)+/u).map(joined) : broken(text);
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
}

const joined = (part: string): string => part.replaceAll(/\s*\n\s*/gu, ' ').trim();

function broken(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const longest = Math.max(...lines.map(({ length }) => length));
  const parts: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (goesOn && !labelled.test(line)) parts.push(`${parts.pop()} ${line}`);
    else parts.push(line);
    goesOn = !ended.test(line) && filled(line, longest);
  }
  return parts;
}

/** A dot after a single letter or number does not end a sentence: "د. أحمد", "ص. 5". */
const abbreviated = /(?:^|[\s(])(?:\p{L}\p{M}*|\p{N}{1,3})\.$/u;

export function sentencesIn(paragraph: string): string[] {
  const sentences: string[] = [];
  let before = '';
  for (const part of paragraph.split(/(?<=[.؟?!؛;]["”»)\]]*)\s+/u)) {
    before = before === '' ? part : `${before} ${part}`;
    if (abbreviated.test(before)) continue;
    sentences.push(before);
    before = '';
  }
  if (before !== '') sentences.push(before);
  return sentences.filter((part) => /[\p{L}\p{N}]/u.test(part));
}

export const passagesIn = (draft: string, unit: Unit): string[] =>
  unit === 'paragraph' ? paragraphsIn(draft) : paragraphsIn(draft).flatMap(sentencesIn);

const key = 'draft=';

/** The draft encoded for the part after `#`; empty for an empty draft. */
export async function packed(draft: string): Promise<string> {
  if (draft === '') return '';
  const bytes = await through(new Blob([draft]), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return key + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The draft from the part after `#`; empty if there is none. @throws if part of it is missing */
export async function unpacked(fragment: string): Promise<string> {
  if (!fragment.startsWith(key)) return '';
  const binary = atob(fragment.slice(key.length).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    await through(new Blob([bytes]), new DecompressionStream('deflate-raw')),
  );
}

async function through(blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}
