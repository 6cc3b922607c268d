/** From a reader's blocks to a report's paragraphs: kinds, numbers, labels, parts, heading paths and parents. */

import type { ParagraphKind, Warning } from '../../report/index.ts';
import type { Block, RawDocument } from '../document.ts';
import { findTitle, isCoverBlock, isDateLine, isDistribution } from './front.ts';
import { type Heading, settleRanks, strongHeading, weakHeading } from './headings.ts';
import { OpenItems } from './items.ts';
import { type Label, parseAutomaticLabel, parseLabel } from './labels.ts';
import { type Placed, placeFootnotes } from './order.ts';
import { ownNumbers } from './sequence.ts';
import { markSignatures } from './signature.ts';
import { findStarNotes } from './star-notes.ts';
import { findTextNotes } from './text-notes.ts';
import { headingThresholds, metadataThresholds, numberThresholds } from './thresholds.ts';

/** A paragraph before its report has an id. `parent` is an index into the same list. */
export interface Draft {
  kind: ParagraphKind;
  number: number | null;
  label: string | null;
  part: string;
  path: string[];
  parent: number | null;
  text: string;
  block: Block;
  /** UTF-16 offset of `text` in the block's text. */
  offset: number;
}

export interface Structured {
  drafts: Draft[];
  warnings: Warning[];
  /** Number of drafts before the first heading or numbered paragraph: the cover. */
  front: number;
}

interface Entry extends Placed {
  text: string;
  label: Label | null;
  heading: Heading | null;
  /** True for the report's own number. */
  own: boolean;
}

/** A line of a table of contents: dots that lead to a page number. */
const leaders = /(?:(?:\.\s?){5,}|…{2,}|…\s…)\s*[0-9\u0660-\u0669ivxl]+$/u;

/**
 * Only the end of a line is tested: starting at every dot of a line that consists of dots would take quadratic time.
 */
const isContents = (block: Block): boolean =>
  block.label === undefined && leaders.test(block.text.trimEnd().slice(-100));

export function structure(document: RawDocument): Structured {
  const entries = readEntries(document);
  markOwnNumbers(entries);
  const numbered = entries.some((entry) => entry.own);
  if (numbered) markWeakHeadings(entries);
  const headings = entries.filter((entry) => entry.heading !== null);
  settleRanks(headings.map((entry) => ({ heading: entry.heading!, level: headingLevel(entry) })));
  const front = markTitle(entries, numbered);
  const drafts = assemble(entries);
  for (let i = 0; i < front; i++) {
    const draft = drafts[i]!;
    if (draft.kind !== 'paragraph') continue;
    if (numbered ? drafts.length > front : isDateLine(draft.text)) draft.kind = 'other';
  }
  markSignatures(drafts);
  const warnings: Warning[] = [];
  if (!numbered) {
    warnings.push({
      code: 'no_numbers',
      message:
        'no numbered paragraphs were found: every line or block counts as a paragraph without a number',
    });
  }
  return { drafts, warnings, front };
}

function readEntries(document: RawDocument): Entry[] {
  const written = document.blocks.filter((block) => block.text.trim() !== '');
  const blocks = document.format === 'txt' ? findStarNotes(findTextNotes(written)) : written;
  let lastLetter = 0;
  const entries = placeFootnotes(blocks).map(({ block, caller }): Entry => {
    const contents = isContents(block);
    if (contents && block.kind === undefined) block = { ...block, kind: 'other' };
    const fixed = block.kind === 'footnote' || block.kind === 'table' || block.kind === 'title' || contents;
    const automatic = block.label === undefined ? null : parseAutomaticLabel(block.label);
    let label = fixed ? null : (automatic ?? parseLabel(block.text));
    // The rest of a split word (`هـ ذه`) looks like the letter of the fifth item.
    if (label?.text === 'هـ' && /^\s*هـ\s/u.test(block.text) && lastLetter !== 4) label = null;
    if (label?.style === 'letter') lastLetter = label.value;
    return { block, caller, text: block.text, label, heading: null, own: false };
  });
  const numbers = entries.filter((entry) => entry.label?.style === 'number');
  const plain = numbers.filter((entry) => !entry.block.emphasis).length;
  const { plainNumbers: enough, plainShare } = headingThresholds;
  const plainNumbers = plain >= enough && plain > plainShare * numbers.length;
  for (const entry of entries) {
    if (!isContents(entry.block)) entry.heading = strongHeading(entry.block, entry.label, plainNumbers);
  }
  return entries;
}

function headingLevel(entry: Entry): number | undefined {
  return entry.block.kind === 'heading' ? entry.block.level : undefined;
}

/** Marks the report's own numbers, in each part separately, because an annex restarts at 1. */
function markOwnNumbers(entries: Entry[]): void {
  let start = 0;
  for (let i = 0; i <= entries.length; i++) {
    if (i < entries.length && entries[i]!.heading?.style !== 'annex') continue;
    markPart(entries.slice(start, i));
    start = i;
  }
}

function markPart(entries: Entry[]): void {
  const chosen: { entry: Entry; at: number }[] = [];
  for (const [at, entry] of entries.entries()) {
    const plain =
      entry.block.kind === undefined || entry.block.kind === 'paragraph' || entry.block.kind === 'item';
    if (plain && entry.heading === null && entry.label?.style === 'number') chosen.push({ entry, at });
  }
  let last = -1;
  const candidates = chosen.map(({ entry, at }) => {
    const between = entries.slice(last + 1, at);
    const before = entryBefore(entries, at);
    const candidate = {
      value: entry.label!.value,
      repeated: entry.label!.repeated,
      headingBefore: between.some((other) => other.heading !== null),
      adjacent: last >= 0 && between.every((other) => other.caller !== null),
      endBefore: before ? (before.text.trim().at(-1) ?? '') : '',
      list: entry.block.label === undefined ? undefined : entry.block.list,
      level: entry.block.label === undefined ? undefined : entry.block.level,
    };
    last = at;
    return candidate;
  });
  const own = ownNumbers(candidates);
  withoutUnsupported(
    chosen.map(({ entry }) => entry),
    own,
  );
  // A few numbers in a long text are footnotes, headings or figures.
  const texts = entries.filter((entry) => entry.heading === null && entry.block.kind !== 'table').length;
  if (own.filter(Boolean).length < numberThresholds.numberedShare * texts) return;
  for (const [i, isOwn] of own.entries()) chosen[i]!.entry.own = isOwn;
}

/** A number recognised in an image, whose two readings differ, is kept only if the one before or after it fits. */
function withoutUnsupported(entries: readonly Entry[], own: boolean[]): void {
  const counted = entries.filter((_, i) => own[i]);
  const value = (entry: Entry | undefined) => entry?.label?.value ?? Number.NaN;
  const unsupported = new Set(
    counted.filter(
      (entry, k) =>
        entry.block.unsureNumber &&
        value(counted[k - 1]) !== value(entry) - 1 &&
        value(counted[k + 1]) !== value(entry) + 1,
    ),
  );
  for (const [i, entry] of entries.entries()) if (unsupported.has(entry)) own[i] = false;
}

/** The nearest entry before `at` that is not another one's footnote. */
function entryBefore(entries: readonly Entry[], at: number): Entry | null {
  for (let i = at - 1; i >= 0; i--) if (entries[i]!.caller === null) return entries[i]!;
  return null;
}

/** Later headings first, so that a heading may come before a heading. */
function markWeakHeadings(entries: Entry[]): void {
  const first = entries.findIndex((entry) => entry.own || entry.heading !== null);
  const text = entries.findIndex((entry) => entry.own);
  for (let i = entries.length - 2; i > first; i--) {
    const entry = entries[i]!;
    if (entry.block.kind !== undefined || entry.label || entry.heading || entry.own) continue;
    // The cover's place and date.
    if (i < text && isDateLine(entry.text)) continue;
    const next = entries[i + 1]!;
    const before = entryBefore(entries, i);
    entry.heading = weakHeading(
      entry.text,
      before && before.heading === null ? before.text : null,
      next.own || next.heading !== null,
    );
  }
}

/** Gives one entry of the cover the kind `title`; returns the cover's length. */
function markTitle(entries: Entry[], numbered: boolean): number {
  const masthead = mastheadLength(entries);
  const cover = lengthUntil(
    entries,
    masthead,
    (entry, i) => entry.heading !== null && !coverHeading(entries, i, masthead),
  );
  const front = numbered ? cover : Math.min(cover, headingThresholds.frontLines);
  const title = titleAmong(entries, front, masthead);
  if (title >= 0) {
    const until = Math.max(title + 1, masthead);
    // Emphasised lines before the title are the body's name, the place and the date; after it, headings.
    for (const entry of entries.slice(0, until)) makePlain(entry);
    makeTitle(entries[title]!);
    const end = lengthUntil(entries, until, (entry) => entry.heading !== null);
    return title < front ? Math.min(front, end) : end;
  }
  const first = entries[0];
  if (first?.heading?.style !== 'plain') return front;
  makeTitle(first);
  return 1;
}

/**
 * Number of entries up to the end of the block that says how a United Nations document is distributed; 0 without one.
 */
function mastheadLength(entries: readonly Entry[]): number {
  const { frontLines } = headingThresholds;
  const text = lengthUntil(entries, 0, () => false);
  const top = entries
    .slice(0, Math.min(text, frontLines))
    .findLastIndex(({ block }) => isDistribution(block.text));
  if (top < 0) return 0;
  const block = entries.slice(top, Math.min(text, top + 1 + metadataThresholds.distributionLines));
  return top + 1 + block.findLastIndex(({ block }) => isCoverBlock(block.text));
}

/** Below the masthead, headings marked by the file may contain the title if no other line does. */
function titleAmong(entries: readonly Entry[], front: number, masthead: number): number {
  const among = (count: number) =>
    findTitle(
      entries.slice(0, count).map(({ block }) => ({
        text: block.text,
        kind: block.kind,
        level: block.level,
        emphasis: block.emphasis === true,
      })),
    );
  const title = among(front);
  if (title >= masthead) return title;
  const headed = lengthUntil(entries, front, (entry) => entry.heading?.style !== 'plain');
  const headings = among(headed);
  return headings >= masthead ? headings : title;
}

function makePlain(entry: Entry): void {
  entry.heading = null;
  const { kind, ...block } = entry.block;
  if (kind === 'heading') entry.block = block;
}

function makeTitle(entry: Entry): void {
  entry.block = { ...entry.block, kind: 'title' };
  entry.heading = null;
  entry.label = null;
}

/** Number of entries before the first numbered one, or before the first from `from` on that `stop` accepts. */
function lengthUntil(
  entries: readonly Entry[],
  from: number,
  stop: (entry: Entry, at: number) => boolean,
): number {
  const at = entries.findIndex((entry, i) => entry.own || (i >= from && stop(entry, i)));
  return at < 0 ? entries.length : at;
}

/** On a cover, emphasised lines before any text (a body's name, the date) are not headings. */
function coverHeading(entries: readonly Entry[], at: number, masthead: number): boolean {
  const entry = entries[at]!;
  if (entry.heading?.style !== 'plain' || entry.block.kind === 'heading') return false;
  return (
    at - masthead < headingThresholds.coverLines &&
    entries.slice(0, at).every((other) => other.heading === null || other.heading.style === 'plain')
  );
}

function assemble(entries: Entry[]): Draft[] {
  const drafts: Draft[] = [];
  const stack: { rank: number; text: string }[] = [];
  const items = new OpenItems();
  let part = 'main';
  let current: number | null = null;
  for (const entry of entries) {
    const { block, label, heading, caller } = entry;
    const index = drafts.length;
    const shown = label && !entry.block.label ? label.end : 0;
    const draft: Draft = {
      kind: block.kind ?? 'paragraph',
      number: null,
      label: null,
      part,
      path: stack.map((above) => above.text),
      parent: null,
      text: block.text,
      block,
      offset: 0,
    };
    drafts.push(draft);
    if (block.kind === 'footnote') {
      readNote(draft, caller === null ? null : drafts[caller]!);
      draft.parent = caller;
    } else if (heading) {
      while (stack.length > 0 && stack.at(-1)!.rank >= heading.rank) stack.pop();
      if (heading.part !== null) {
        part = heading.part;
        stack.length = 0;
      }
      Object.assign(draft, { kind: 'heading', part, path: stack.map((above) => above.text) });
      if (label && (heading.style === 'section' || heading.style === 'subsection' || block.label)) {
        setLabel(draft, label, shown);
      }
      stack.push({ rank: heading.rank, text: draft.text });
      items.clear();
      current = null;
    } else if (block.kind === 'title' || block.kind === 'table' || block.kind === 'other') {
      if (block.kind === 'title') draft.path = [];
    } else if (entry.own) {
      draft.kind = 'paragraph';
      draft.number = label!.value;
      setLabel(draft, label!, shown);
      items.clear();
      current = index;
    } else if (label) {
      draft.kind = 'item';
      setLabel(draft, label, shown);
      draft.parent = items.enter(label, index, block.label ? block.level : undefined, current);
    } else {
      const under: Draft | null = current === null ? null : drafts[current]!;
      if (under && under.number !== null) draft.parent = current;
      else {
        current = index;
        items.clear();
      }
    }
  }
  return drafts;
}

function setLabel(draft: Draft, label: Label, end: number): void {
  draft.label = label.text;
  draft.offset = end;
  draft.text = draft.block.text.slice(end);
}

/** A footnote's number from the file, otherwise from the mark with which it begins. */
function readNote(draft: Draft, caller: Draft | null): void {
  if (caller) Object.assign(draft, { part: caller.part, path: caller.path });
  const { noteNumber, label: own } = draft.block;
  const label = noteNumber === undefined && own === undefined ? parseLabel(draft.text) : null;
  if (label && (label.style === 'digits' || label.style === 'number')) {
    setLabel(draft, label, label.end);
    draft.number = label.value;
    return;
  }
  draft.number = noteNumber ?? null;
  draft.label = own ?? (draft.number === null ? null : String(draft.number));
}
