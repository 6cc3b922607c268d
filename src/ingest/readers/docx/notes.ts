/** Footnotes and endnotes of a Word file, numbered in the order of their references. */
import type { Block } from '../../document.ts';
import { ownMark, withoutMark } from '../note-marks.ts';
import { child, childrenOf, type XmlElement } from '../package/xml.ts';
import { BodyReader, type NoteKind } from './body.ts';
import { readNumbering } from './numbering.ts';
import { type Styles, value } from './styles.ts';

/** Texts of one part's notes by id (`f2`), without separators and notices. */
export function readNotes(root: XmlElement | null, kind: NoteKind, styles: Styles): Map<string, Block[]> {
  const notes = new Map<string, Block[]>();
  const name = kind === 'f' ? 'w:footnote' : 'w:endnote';
  for (const note of childrenOf(root ?? undefined, name)) {
    const type = note.attributes['w:type'];
    if (type !== undefined && type !== 'normal') continue;
    const reader = new BodyReader(styles, readNumbering(null));
    reader.visitAll(note);
    const id = `${kind}${note.attributes['w:id'] ?? ''}`;
    notes.set(
      id,
      reader.blocks.map(({ style: _, ...block }) => ({ ...block, kind: 'footnote', noteId: id })),
    );
  }
  return notes;
}

/** The number of the first note: `numStart` in the document's settings, otherwise 1. */
export function firstNumber(settings: XmlElement | null, kind: NoteKind): number {
  const properties = child(settings ?? undefined, kind === 'f' ? 'w:footnotePr' : 'w:endnotePr');
  return Number(value(child(properties, 'w:numStart')) ?? 1) || 1;
}

/**
 * The notes that the blocks refer to, each once, numbered in the order of the references as Word does: those with a
 * custom mark are skipped. If a note has several paragraphs, the first has the number.
 */
export function calledNotes(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, Block[]>,
  first: Record<NoteKind, number>,
): Block[] {
  const next = { ...first };
  const found: Block[] = [];
  const seen = new Set<string>();
  for (const { id, mark } of blocks.flatMap((block) => block.notes ?? [])) {
    const bodies = notes.get(id);
    if (!bodies || seen.has(id)) continue;
    seen.add(id);
    const printed = mark === undefined ? { noteNumber: next[id[0] as NoteKind]++ } : ownMark(mark);
    for (const [i, body] of bodies.entries())
      found.push(i === 0 ? withoutMark({ ...body, ...printed }, mark ?? null) : body);
  }
  return found;
}
